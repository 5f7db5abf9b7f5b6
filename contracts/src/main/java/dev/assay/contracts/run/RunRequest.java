package dev.assay.contracts.run;

import dev.assay.contracts.id.Digest;
import dev.assay.contracts.id.SubjectName;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.run.RunRecord.Trigger;
import dev.assay.contracts.run.Subject.Sampling;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a run.
 *
 * @param suite digest of a registered suite
 * @param tasks a selection, in the suite's order; null for all active tasks
 * @param subjects at least one, with distinct names
 * @param validate whether the references are judged first, so that broken tasks are quarantined
 */
public record RunRequest(
        String project,
        Digest suite,
        @Nullable List<TaskId> tasks,
        List<SubjectRequest> subjects,
        Protocol protocol,
        Isolation minimumIsolation,
        boolean reuseExecutions,
        boolean validate,
        Trigger trigger,
        Map<String, String> labels) {

    /** Copies the collections. */
    public RunRequest {
        tasks = tasks == null ? null : List.copyOf(tasks);
        subjects = List.copyOf(subjects);
        labels = Map.copyOf(labels);
    }

    /**
     * @param samplesPerTask at least 1
     */
    public record SubjectRequest(
            SubjectName name,
            Provider provider,
            int samplesPerTask,
            @Nullable Sampling sampling,
            Map<String, String> labels) {
        /** Copies the map. */
        public SubjectRequest {
            labels = Map.copyOf(labels);
        }
    }
}
