package dev.assay.generator.work;

import dev.assay.contracts.event.TaskAssigned;
import org.jspecify.annotations.Nullable;

/**
 * An assignment with the trace that it belongs to.
 *
 * @param traceparent null if it came without
 */
public record Assignment(TaskAssigned task, @Nullable String traceparent) {}
