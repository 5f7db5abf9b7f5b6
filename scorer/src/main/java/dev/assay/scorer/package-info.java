/**
 * Turns verdicts into scores.
 *
 * <p>Takes: {@code assay.verdicts} (VerdictReached) and {@code assay.runs}. Gives: {@code assay.scores} (VerdictsStored once
 * they are committed, RunProgressed, RunScored when a run is judged) and, over REST, the verdicts and scores of a run. Owns
 * the schema {@code scorer}. Must never: let arrival order, repetition or the clock change a score; count a NOT_JUDGED.
 *
 * <p>Start here: {@link dev.assay.scorer.VerdictInlet} for what comes in, {@link dev.assay.scorer.scoring.RunScoring} for
 * what comes out of it, {@link dev.assay.scorer.statistics} for the numbers.
 */
@NullMarked
package dev.assay.scorer;

import org.jspecify.annotations.NullMarked;
