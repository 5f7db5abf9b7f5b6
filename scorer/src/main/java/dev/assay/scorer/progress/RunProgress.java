package dev.assay.scorer.progress;

import dev.assay.contracts.event.RunProgressed;
import dev.assay.contracts.event.RunProgressed.SubjectProgress;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.outcome.NotJudged;
import dev.assay.contracts.run.RunRecord;
import dev.assay.contracts.run.Subject;
import dev.assay.scorer.execution.Executions;
import dev.assay.scorer.scoring.ScoredJudge;
import dev.assay.wire.run.RunView;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts runs that verdicts arrive for. */
@ApplicationScoped
public class RunProgress {

    private final RunView runs;
    private final Executions executions;

    RunProgress(RunView runs, Executions executions) {
        this.runs = runs;
        this.executions = executions;
    }

    /** Counts a run; empty if it is not known any more. */
    public Optional<RunProgressed> count(RunId run) {
        return runs.find(run).map(this::counted);
    }

    private RunProgressed counted(RunRecord run) {
        Map<Integer, Map<String, Integer>> counts = executions.counts(run.runNo(), ScoredJudge.of(run));
        List<SubjectProgress> subjects = new ArrayList<>();
        for (int no = 0; no < run.subjects().size(); no++) {
            subjects.add(progress(run.subjects().get(no), counts.getOrDefault(no, Map.of())));
        }
        return new RunProgressed(run.runId(), Instant.now(), subjects);
    }

    private static SubjectProgress progress(Subject subject, Map<String, Integer> counts) {
        int judged = counts.entrySet().stream()
                .filter(each -> !each.getKey().equals(NotJudged.LABEL))
                .mapToInt(Map.Entry::getValue)
                .sum();
        return new SubjectProgress(subject.name(), judged, counts);
    }
}
