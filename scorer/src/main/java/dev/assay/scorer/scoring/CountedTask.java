package dev.assay.scorer.scoring;

import dev.assay.contracts.run.RunPlan.PlannedTask;
import dev.assay.scorer.statistics.Tally;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A task and how its samples fared.
 *
 * @param groups the same for each group of its judge; empty for tasks with one group
 */
record CountedTask(PlannedTask task, Tally all, Map<String, Tally> groups) {

    /** What tasks of one origin have in common; a task without a known origin stands alone. */
    String cluster() {
        String cluster = task.meta().cluster();
        return cluster == null ? "task:" + task.id() : "cluster:" + cluster;
    }

    boolean has(@Nullable String group) {
        return group == null || task.groups().contains(group);
    }

    /** The samples of this group; of a task whose only group it is, all of them. */
    Tally tally(@Nullable String group) {
        return group == null ? all : groups.getOrDefault(group, all);
    }
}
