package dev.assay.contracts.run;

import dev.assay.contracts.id.Digest;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.suite.TaskMeta;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tasks of a run: the content of a plan blob. A task's number is its position.
 *
 * @param suiteTasks how many active tasks the suite has, of which {@code tasks} may be a selection
 * @param weights of the composite score, as in the suite
 * @param tolerances as in the suite
 * @param tasks at least one
 */
public record RunPlan(
        int suiteTasks, Map<String, Double> weights, Map<String, Double> tolerances, List<PlannedTask> tasks) {

    /** Copies the collections. */
    public RunPlan {
        weights = Map.copyOf(weights);
        tolerances = Map.copyOf(tolerances);
        tasks = List.copyOf(tasks);
    }

    /**
     * @param reference digest of the reference blob; null if the task has none
     * @param groups names of the judge's groups, in order
     * @param referenceMillis CPU time of the reference where it was measured
     */
    public record PlannedTask(
            TaskId id,
            Digest taskDigest,
            Digest promptDigest,
            Digest judgeDigest,
            @Nullable Digest reference,
            List<String> groups,
            @Nullable Long referenceMillis,
            TaskMeta meta) {

        /** Copies the list. */
        public PlannedTask {
            groups = List.copyOf(groups);
        }
    }
}
