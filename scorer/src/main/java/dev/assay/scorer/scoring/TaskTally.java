package dev.assay.scorer.scoring;

import dev.assay.contracts.event.VerdictReached;
import dev.assay.contracts.event.VerdictReached.GroupResult;
import dev.assay.contracts.outcome.Judged;
import dev.assay.contracts.run.RunPlan.PlannedTask;
import dev.assay.scorer.statistics.Tally;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts the samples of one task, all groups together and each group. Groups are told apart only where there are several. */
final class TaskTally {

    private final PlannedTask task;
    private final Map<String, Integer> passedByGroup = new HashMap<>();
    private int judged;
    private int passed;

    TaskTally(PlannedTask task) {
        this.task = task;
        if (task.groups().size() > 1) {
            task.groups().forEach(group -> passedByGroup.put(group, 0));
        }
    }

    void add(Judged outcome, VerdictReached verdict) {
        judged++;
        boolean hasPassed = outcome == Judged.PASSED;
        if (hasPassed) {
            passed++;
        }
        if (verdict.groups().isEmpty() && hasPassed) {
            passedByGroup.replaceAll((group, count) -> count + 1);
        }
        verdict.groups().stream()
                .filter(group -> group.outcome() == Judged.PASSED)
                .map(GroupResult::name)
                .distinct()
                .forEach(group -> passedByGroup.computeIfPresent(group, (name, count) -> count + 1));
    }

    CountedTask counted() {
        return counted(judged);
    }

    /** As if every one of these samples that is not judged had failed. */
    CountedTask countedOf(int samples) {
        return counted(Math.max(samples, judged));
    }

    private CountedTask counted(int n) {
        Map<String, Tally> groups = new TreeMap<>();
        passedByGroup.forEach((group, count) -> groups.put(group, new Tally(n, count)));
        return new CountedTask(task, new Tally(n, passed), groups);
    }
}
