/**
 * Executes programs that nobody trusts and says what they did. Start at {@link
 * dev.assay.sandboxrunner.sandbox.JudgingPool}: it takes a {@link dev.assay.sandboxrunner.sandbox.Submission} and gives a
 * {@link dev.assay.sandboxrunner.sandbox.Judgement}. A {@link dev.assay.sandboxrunner.sandbox.Sandbox} opens slots; a
 * slot runs one sample at a time.
 */
@NullMarked
package dev.assay.sandboxrunner.sandbox;

import org.jspecify.annotations.NullMarked;
