/** What is kept of an answer, and the register in which storing an answer decides it. */
@NullMarked
package dev.assay.generator.answer;

import org.jspecify.annotations.NullMarked;
