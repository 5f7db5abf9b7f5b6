/** Assignments that are still to be answered, and how they are worked off. */
@NullMarked
package dev.assay.generator.work;

import org.jspecify.annotations.NullMarked;
