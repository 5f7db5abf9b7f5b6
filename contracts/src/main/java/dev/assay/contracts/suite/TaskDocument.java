package dev.assay.contracts.suite;

import dev.assay.contracts.id.TaskId;
import org.jspecify.annotations.Nullable;

/**
 * One task of a suite, as it is registered.
 *
 * @param status active tasks are run; retired ones are kept
 * @param reference a task without one is never validated
 */
public record TaskDocument(
        TaskId id,
        Status status,
        Prompt prompt,
        Judge judge,
        @Nullable Reference reference,
        TaskMeta meta) {

    /** Whether a task takes part in runs. */
    public enum Status {
        /** Takes part. */
        ACTIVE,
        /** Kept in the archive. */
        RETIRED
    }
}
