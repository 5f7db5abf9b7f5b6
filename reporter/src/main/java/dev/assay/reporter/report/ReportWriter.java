package dev.assay.reporter.report;

import dev.assay.contracts.event.RunScored;
import dev.assay.contracts.event.Score;
import dev.assay.contracts.id.SubjectName;
import dev.assay.contracts.run.RunRecord;
import dev.assay.contracts.run.RunRecord.Quarantine;
import dev.assay.reporter.report.Report.Cost;
import dev.assay.reporter.report.Report.Figure;
import dev.assay.reporter.report.Report.Latency;
import dev.assay.reporter.report.Report.ProtocolReport;
import dev.assay.reporter.report.Report.Run;
import dev.assay.reporter.report.Report.Slice;
import dev.assay.reporter.report.Report.SubjectReport;
import dev.assay.reporter.report.Report.Suite;
import dev.assay.reporter.report.Report.TaskReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes a report of a run's record and its scores. */
public final class ReportWriter {

    private ReportWriter() {}

    /** A pure function of both; subjects without scores are left out and named in the warnings. */
    public static Report write(RunRecord run, List<RunScored> scores) {
        Map<SubjectName, RunScored> bySubject =
                scores.stream().collect(Collectors.toMap(RunScored::subject, Function.identity()));
        List<RunScored> ordered = run.subjects().stream()
                .flatMap(subject -> Optional.ofNullable(bySubject.get(subject.name())).stream())
                .toList();
        return new Report(
                identity(run), ordered.stream().map(ReportWriter::subject).toList(), Warnings.of(run, ordered));
    }

    private static Run identity(RunRecord run) {
        return new Run(
                run.runId().value(),
                run.state().name(),
                new Suite(
                        run.suite().name(),
                        run.suite().version(),
                        run.suite().digest().hex(),
                        run.suite().format()),
                run.createdAt(),
                run.finishedAt(),
                new ProtocolReport(
                        run.protocol().k(),
                        run.protocol().seed(),
                        run.minimumIsolation().name(),
                        run.reuseExecutions()),
                run.trigger().commit(),
                run.trigger().branch());
    }

    private static SubjectReport subject(RunScored scored) {
        return new SubjectReport(
                scored.subject().value(),
                scored.fingerprint(),
                scored.planned(),
                scored.judged(),
                scored.coverage(),
                new TreeMap<>(scored.counts()),
                figures(scored.scores().stream()
                        .filter(score -> score.slice() == null)
                        .toList()),
                figures(scored.scoresIfNotJudgedFailed()),
                slices(scored.scores()),
                scored.tasks().stream()
                        .map(task -> new TaskReport(
                                task.task().value(), task.n(), task.c(), new TreeMap<>(task.groups()), task.flaky()))
                        .toList(),
                new Cost(
                        scored.usage().inputTokens(),
                        scored.usage().outputTokens(),
                        scored.usage().samplesWithUsage(),
                        new TreeMap<>(scored.usage().cost())),
                new Latency(scored.usage().firstContentMillis(), scored.usage().totalMillis()),
                scored.quarantined().stream()
                        .sorted(Comparator.comparing(Quarantine::task))
                        .collect(Collectors.toMap(
                                each -> each.task().value(), Quarantine::reason, (a, b) -> a, LinkedHashMap::new)),
                scored.provenance());
    }

    private static List<Slice> slices(List<Score> scores) {
        Map<Score.Slice, List<Score>> bySlice = new LinkedHashMap<>();
        for (Score score : scores) {
            if (score.slice() != null) {
                bySlice.computeIfAbsent(score.slice(), slice -> new ArrayList<>())
                        .add(score);
            }
        }
        return bySlice.entrySet().stream()
                .map(each -> new Slice(each.getKey().by(), each.getKey().value(), figures(each.getValue())))
                .toList();
    }

    private static Map<String, Figure> figures(List<Score> scores) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        for (Score score : scores) {
            figures.put(
                    score.group() == null ? score.metric() : score.metric() + "[" + score.group() + "]", figure(score));
        }
        return figures;
    }

    private static Figure figure(Score score) {
        return switch (score.estimate()) {
            case Score.Measured(double value, double low, double high, double level, String method) ->
                new Figure(value, low, high, level, method, null, score.tasks(), score.samples());
            case Score.Missing(String reason) ->
                new Figure(null, null, null, null, null, reason, score.tasks(), score.samples());
        };
    }
}
