/** From an answer to a verdict: pure but for the sandbox itself. */
@NullMarked
package dev.assay.sandboxrunner.judging;

import org.jspecify.annotations.NullMarked;
