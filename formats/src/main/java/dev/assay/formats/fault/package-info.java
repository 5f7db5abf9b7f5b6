/** What is wrong with an input, and where. */
@NullMarked
package dev.assay.formats.fault;

import org.jspecify.annotations.NullMarked;
