package dev.assay.orchestrator.ledger;

import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.run.RunPlan;
import dev.assay.contracts.run.RunRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A run with its tasks, and the numbers by which the ledger knows them. */
final class PlannedRun {
    private final RunRecord record;
    private final RunPlan plan;
    private final Map<TaskId, Integer> taskNos = new HashMap<>();

    PlannedRun(RunRecord record, RunPlan plan) {
        this.record = record;
        this.plan = plan;
        for (int no = 0; no < plan.tasks().size(); no++) {
            taskNos.put(plan.tasks().get(no).id(), no);
        }
    }

    RunRecord record() {
        return record;
    }

    RunPlan plan() {
        return plan;
    }

    /** The position of this task; empty if the plan has no such task. */
    Optional<Integer> taskNo(TaskId task) {
        return Optional.ofNullable(taskNos.get(task));
    }

    /** The order of one subject's samples. */
    ReleaseOrder order(int subjectNo) {
        List<Integer> setAside = record.quarantined().stream()
                .map(each -> taskNos.get(each.task()))
                .filter(Objects::nonNull)
                .toList();
        return new ReleaseOrder(
                plan.tasks().size(), record.subjects().get(subjectNo).samplesPerTask(), setAside);
    }
}
