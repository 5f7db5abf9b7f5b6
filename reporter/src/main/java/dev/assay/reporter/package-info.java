/**
 * Keeps the history of scores and says what they mean.
 *
 * <p>Takes: {@code assay.scores} (RunScored) and {@code assay.runs}. Gives: reports over REST. Owns the schema
 * {@code reporter}. Must never: count verdicts itself; a score is what the scorer published.
 *
 * <p>Start here: {@link dev.assay.reporter.ScoreInlet}, then {@link dev.assay.reporter.report.Report}.
 */
@NullMarked
package dev.assay.reporter;

import org.jspecify.annotations.NullMarked;
