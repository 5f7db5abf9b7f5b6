package dev.assay.scorer.scoring;

import dev.assay.contracts.event.RunScored;
import dev.assay.contracts.event.RunScored.GroupCounts;
import dev.assay.contracts.event.RunScored.TaskCounts;
import dev.assay.contracts.event.Score;
import dev.assay.contracts.event.VerdictReached;
import dev.assay.contracts.run.RunRecord;
import dev.assay.contracts.run.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Scores one subject of one run. What comes out depends on the verdicts alone, not on their order. */
public final class SubjectScoring {

    private final RunScoring scoring;
    private final Subject subject;
    private final SubjectTally counted;
    private final SubjectTally flaky;

    SubjectScoring(RunScoring scoring, Subject subject) {
        this.scoring = scoring;
        this.subject = subject;
        this.counted = new SubjectTally(scoring.counted());
        this.flaky = new SubjectTally(scoring.flaky());
    }

    /** Counts an effective verdict; each sample at most once. */
    public void add(VerdictReached verdict) {
        counted.add(verdict);
        flaky.add(verdict);
    }

    /**
     * The scores; call it once, after the last verdict.
     *
     * @param revision from 1
     */
    public RunScored scored(int revision) {
        RunRecord run = scoring.run();
        int planned = scoring.counted().size() * subject.samplesPerTask();
        ScoreTable table = new ScoreTable(run.protocol(), subject.name(), scoring.rule());
        List<CountedTask> tasks = counted.counted();
        List<Score> scores = new ArrayList<>(table.overall(tasks));
        scores.addAll(table.sliced(tasks));
        return new RunScored(
                run.runId(),
                subject.name(),
                subject.fingerprint(),
                revision,
                counted.judged() == planned,
                run.sourceRun(),
                planned,
                counted.judged(),
                planned == 0 ? 0 : (double) counted.judged() / planned,
                counted.provenance().provenance(scoring.softwareVersion()),
                scoring.quarantined(),
                counted.counts(planned),
                scores,
                table.overall(counted.countedOf(subject.samplesPerTask())),
                taskCounts(tasks),
                counted.usage().summary());
    }

    private List<TaskCounts> taskCounts(List<CountedTask> tasks) {
        List<TaskCounts> counts = new ArrayList<>();
        tasks.forEach(task -> counts.add(taskCounts(task, false)));
        flaky.counted().forEach(task -> counts.add(taskCounts(task, true)));
        return counts;
    }

    private static TaskCounts taskCounts(CountedTask task, boolean isFlaky) {
        Map<String, GroupCounts> groups = new TreeMap<>();
        task.groups().forEach((group, tally) -> groups.put(group, new GroupCounts(tally.n(), tally.c())));
        return new TaskCounts(task.task().id(), task.all().n(), task.all().c(), groups, isFlaky);
    }
}
