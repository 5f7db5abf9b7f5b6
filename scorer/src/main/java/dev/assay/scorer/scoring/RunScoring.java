package dev.assay.scorer.scoring;

import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.run.RunPlan;
import dev.assay.contracts.run.RunPlan.PlannedTask;
import dev.assay.contracts.run.RunRecord;
import dev.assay.contracts.run.RunRecord.Quarantine;
import dev.assay.scorer.statistics.IntervalRule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How a run is scored: which of its tasks count. Tasks that the run set aside do not, nor do flaky ones, on which identical
 * code passed once and failed once: such a verdict says nothing of the subject.
 */
public final class RunScoring {

    static final String FLAKY = "flaky: executions of identical code disagreed";

    private final RunRecord run;
    private final List<PlannedTask> counted = new ArrayList<>();
    private final List<PlannedTask> flaky = new ArrayList<>();
    private final IntervalRule rule;
    private final String softwareVersion;

    /** @param flakyTasks numbers of tasks on which executions of identical code disagreed, of whichever subject */
    public RunScoring(RunRecord run, RunPlan plan, Set<Integer> flakyTasks, IntervalRule rule, String softwareVersion) {
        this.run = run;
        this.rule = rule;
        this.softwareVersion = softwareVersion;
        Set<TaskId> aside = new HashSet<>();
        run.quarantined().forEach(quarantine -> aside.add(quarantine.task()));
        for (int no = 0; no < plan.tasks().size(); no++) {
            PlannedTask task = plan.tasks().get(no);
            if (!aside.contains(task.id())) {
                (flakyTasks.contains(no) ? flaky : counted).add(task);
            }
        }
    }

    /**
     * Begins to score a subject; give it the subject's effective verdicts, one per sample, in any order.
     *
     * @param subjectNo position in the run
     */
    public SubjectScoring subject(int subjectNo) {
        return new SubjectScoring(this, run.subjects().get(subjectNo));
    }

    RunRecord run() {
        return run;
    }

    List<PlannedTask> counted() {
        return counted;
    }

    List<PlannedTask> flaky() {
        return flaky;
    }

    List<Quarantine> quarantined() {
        List<Quarantine> quarantined = new ArrayList<>(run.quarantined());
        flaky.forEach(task -> quarantined.add(new Quarantine(task.id(), FLAKY)));
        return quarantined;
    }

    IntervalRule rule() {
        return rule;
    }

    String softwareVersion() {
        return softwareVersion;
    }
}
