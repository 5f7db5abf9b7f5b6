package dev.assay.scorer.scoring;

import dev.assay.contracts.event.VerdictReached;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.outcome.Judged;
import dev.assay.contracts.outcome.NotJudged;
import dev.assay.contracts.run.RunPlan.PlannedTask;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Takes the effective verdicts of one subject, one per sample, and counts them. Verdicts on other tasks are passed over. */
final class SubjectTally {

    private final Map<TaskId, TaskTally> tasks = new LinkedHashMap<>();
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final UsageTally usage = new UsageTally();
    private final ProvenanceTally provenance = new ProvenanceTally();

    /** @param counted the tasks to count, in the plan's order */
    SubjectTally(List<PlannedTask> counted) {
        counted.forEach(task -> tasks.put(task.id(), new TaskTally(task)));
    }

    void add(VerdictReached verdict) {
        TaskTally task = tasks.get(verdict.sampleId().task());
        if (task == null) {
            return;
        }
        outcomes.merge(verdict.outcome().label(), 1, Integer::sum);
        switch (verdict.outcome()) {
            case Judged judged -> {
                task.add(judged, verdict);
                provenance.add(verdict);
                if (verdict.generation() != null) {
                    usage.add(verdict.generation());
                }
            }
            case NotJudged notJudged -> {}
        }
    }

    /** Samples with a conclusive verdict. */
    int judged() {
        return seen() - outcomes.getOrDefault(NotJudged.LABEL, 0);
    }

    private int seen() {
        return outcomes.values().stream().mapToInt(Integer::intValue).sum();
    }

    /**
     * Samples by outcome label; those without any verdict are not judged either.
     *
     * @param planned how many samples there are
     */
    Map<String, Integer> counts(int planned) {
        Map<String, Integer> counts = new TreeMap<>(outcomes);
        int unseen = planned - seen();
        if (unseen > 0) {
            counts.merge(NotJudged.LABEL, unseen, Integer::sum);
        }
        return counts;
    }

    List<CountedTask> counted() {
        return tasks.values().stream().map(TaskTally::counted).toList();
    }

    /** As if every sample that is not judged had failed. */
    List<CountedTask> countedOf(int samplesPerTask) {
        return tasks.values().stream()
                .map(task -> task.countedOf(samplesPerTask))
                .toList();
    }

    UsageTally usage() {
        return usage;
    }

    ProvenanceTally provenance() {
        return provenance;
    }
}
