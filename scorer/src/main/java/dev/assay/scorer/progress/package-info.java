/** How far runs have come, told at a bounded rate. */
@NullMarked
package dev.assay.scorer.progress;

import org.jspecify.annotations.NullMarked;
