/** From the effective verdicts of a run to its frozen scores. */
@NullMarked
package dev.assay.scorer.scoring;

import org.jspecify.annotations.NullMarked;
