package dev.assay.orchestrator.run;

import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.outcome.Judged;
import dev.assay.contracts.outcome.NotJudged;
import dev.assay.contracts.run.RunPlan;
import dev.assay.contracts.run.RunPlan.PlannedTask;
import dev.assay.contracts.run.RunRecord.Quarantine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the verdicts on a suite's own references mean for a run: a task whose reference fails is set aside, since nobody
 * could pass it; a reference that could not be judged is our failure and sets nothing aside.
 *
 * @param plan with the references' times
 * @param quarantined in the plan's order
 * @param warnings for the report
 */
public record Validation(RunPlan plan, List<Quarantine> quarantined, List<String> warnings) {
    private static final int NAMED_TASKS = 5;

    /** The run record travels whole, with the reason of every task set aside. */
    private static final int LONGEST_MESSAGE = 300;

    /** Copies the lists. */
    public Validation {
        quarantined = List.copyOf(quarantined);
        warnings = List.copyOf(warnings);
    }

    /** Sets nothing aside. */
    static Validation none(RunPlan plan) {
        return new Validation(plan, List.of(), List.of());
    }

    /**
     * Applies verdicts to a plan.
     *
     * @param verdicts by task of the plan; those without a reference have none
     */
    static Validation of(RunPlan plan, Map<TaskId, ReferenceVerdict> verdicts) {
        List<PlannedTask> tasks = new ArrayList<>();
        List<Quarantine> quarantined = new ArrayList<>();
        List<TaskId> unjudged = new ArrayList<>();
        for (PlannedTask task : plan.tasks()) {
            ReferenceVerdict verdict = verdicts.get(task.id());
            tasks.add(verdict == null ? task : timed(task, verdict));
            if (verdict == null) {
                if (task.reference() != null) {
                    unjudged.add(task.id());
                }
                continue;
            }
            switch (verdict.outcome()) {
                case Judged judged -> {
                    if (judged != Judged.PASSED) {
                        quarantined.add(new Quarantine(task.id(), reason(judged, verdict.message())));
                    }
                }
                case NotJudged notJudged -> unjudged.add(task.id());
            }
        }
        return new Validation(
                new RunPlan(plan.suiteTasks(), plan.weights(), plan.tolerances(), tasks),
                quarantined,
                unjudged.isEmpty() ? List.of() : List.of(warning(unjudged)));
    }

    private static PlannedTask timed(PlannedTask task, ReferenceVerdict verdict) {
        return new PlannedTask(
                task.id(),
                task.taskDigest(),
                task.promptDigest(),
                task.judgeDigest(),
                task.reference(),
                task.groups(),
                verdict.outcome() == Judged.PASSED ? verdict.cpuMillis() : null,
                task.meta());
    }

    private static String reason(Judged outcome, @Nullable String message) {
        String reason = "its reference answer ends as " + outcome.label();
        if (message == null || message.isBlank()) {
            return reason;
        }
        String shortened = message.length() > LONGEST_MESSAGE ? message.substring(0, LONGEST_MESSAGE) + "…" : message;
        return reason + ": " + shortened;
    }

    private static String warning(List<TaskId> unjudged) {
        String named = unjudged.stream().limit(NAMED_TASKS).map(TaskId::value).collect(Collectors.joining(", "));
        return "reference answers not judged, so these tasks are not validated (" + unjudged.size() + "): " + named
                + (unjudged.size() > NAMED_TASKS ? ", …" : "");
    }
}
