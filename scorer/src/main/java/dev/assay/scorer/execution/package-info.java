/** Executions of judges: where each belongs, how they are kept, and which of several counts. */
@NullMarked
package dev.assay.scorer.execution;

import org.jspecify.annotations.NullMarked;
