package dev.assay.scorer.scoring;

import dev.assay.contracts.event.RunScored;
import dev.assay.contracts.run.RunRecord;
import dev.assay.scorer.execution.Executions;
import dev.assay.scorer.execution.RunPartitions;
import dev.assay.scorer.statistics.IntervalRule;
import dev.assay.wire.SoftwareVersion;
import dev.assay.wire.run.RunView;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Freezes the scores of a judged run. */
@ApplicationScoped
public class Freezing {

    private static final int FIRST_REVISION = 1;

    private final RunView runs;
    private final Executions executions;
    private final RunPartitions partitions;
    private final FrozenScores frozen;
    private final SoftwareVersion version;

    Freezing(
            RunView runs,
            Executions executions,
            RunPartitions partitions,
            FrozenScores frozen,
            SoftwareVersion version) {
        this.runs = runs;
        this.executions = executions;
        this.partitions = partitions;
        this.frozen = frozen;
        this.version = version;
    }

    /**
     * The frozen scores of a run, one per subject; they are computed by whoever asks first, and stay.
     *
     * @param rule for intervals
     */
    public List<RunScored> freeze(RunRecord run, IntervalRule rule) {
        partitions.open(run.runNo(), run.runId());
        List<RunScored> known = frozen.newest(run.runNo());
        if (known.size() == run.subjects().size()) {
            return known;
        }
        frozen.add(run.runNo(), computed(run, rule));
        return frozen.newest(run.runNo());
    }

    private List<RunScored> computed(RunRecord run, IntervalRule rule) {
        RunScoring scoring =
                new RunScoring(run, runs.plan(run), executions.flakyTasks(run.runNo()), rule, version.get());
        String judge = ScoredJudge.of(run);
        List<RunScored> scored = new ArrayList<>();
        for (int subjectNo = 0; subjectNo < run.subjects().size(); subjectNo++) {
            SubjectScoring subject = scoring.subject(subjectNo);
            executions.forEachSample(run.runNo(), subjectNo, judge, subject::add);
            scored.add(subject.scored(FIRST_REVISION));
        }
        return scored;
    }
}
