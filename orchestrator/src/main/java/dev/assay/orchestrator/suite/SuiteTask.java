package dev.assay.orchestrator.suite;

import dev.assay.contracts.id.Digest;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.run.RunPlan.PlannedTask;
import dev.assay.contracts.suite.TaskMeta;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task of a registered suite; its contents are blobs.
 *
 * @param active false for one that is only kept
 * @param reference digest of the reference answer's blob; null without one
 * @param groups names of the judge's groups, in order
 */
public record SuiteTask(
        TaskId id,
        boolean active,
        Digest taskDigest,
        Digest promptDigest,
        Digest judgeDigest,
        @Nullable Digest reference,
        List<String> groups,
        TaskMeta meta) {
    /** Copies the list. */
    public SuiteTask {
        groups = List.copyOf(groups);
    }

    /** This task in a plan; nothing is known yet of its reference's time. */
    public PlannedTask planned() {
        return new PlannedTask(id, taskDigest, promptDigest, judgeDigest, reference, groups, null, meta);
    }
}
