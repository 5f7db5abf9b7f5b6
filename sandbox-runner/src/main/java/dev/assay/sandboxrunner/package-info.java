/**
 * Executes answers in a sandbox.
 *
 * <p>Takes: {@code assay.samples} and {@code assay.runs}. Gives: {@code assay.verdicts}. Owns nothing: it is stateless,
 * has no credentials and no database. Must never: let a program reach anything but its own sandbox, believe what a sandbox
 * says of itself, or call its own failure a wrong answer.
 *
 * <p>Start here: {@link dev.assay.sandboxrunner.SampleInlet}, then {@link dev.assay.sandboxrunner.judging.SampleJudge}
 * and {@link dev.assay.sandboxrunner.sandbox.JudgingPool}.
 */
@NullMarked
package dev.assay.sandboxrunner;

import org.jspecify.annotations.NullMarked;
