package dev.assay.orchestrator.run;

import dev.assay.contracts.id.Digest;
import dev.assay.contracts.outcome.Judged;
import dev.assay.contracts.outcome.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What judging a task's reference answer showed.
 *
 * @param cpuMillis null when nothing was executed
 * @param message why it did not pass; null if it did, or nothing is known
 */
public record ReferenceVerdict(
        Digest taskDigest,
        Digest reference,
        Outcome outcome,
        @Nullable Long cpuMillis,
        @Nullable String message) {
    /** Whether it says anything about the task. */
    boolean conclusive() {
        return outcome instanceof Judged;
    }
}
