package dev.assay.reporter.report;

import dev.assay.contracts.outcome.Judged;
import dev.assay.contracts.outcome.NotJudged;
import dev.assay.reporter.report.Report.Figure;
import dev.assay.reporter.report.Report.SubjectReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** The main table: scores with their intervals, outcomes, protocol, cost and latency of every subject. */
final class Overview {

    private final List<SubjectReport> subjects;
    private final List<List<String>> rows = new ArrayList<>();

    private Overview(List<SubjectReport> subjects) {
        this.subjects = subjects;
    }

    static ReportTable of(Report report) {
        Overview overview = new Overview(report.subjects());
        overview.scores();
        overview.outcomes();
        overview.sampling();
        overview.cost();
        overview.latency();
        List<String> header = new ArrayList<>(List.of(""));
        report.subjects().forEach(subject -> header.add(subject.name()));
        return new ReportTable("Scores", header, overview.rows);
    }

    private void scores() {
        figures("", SubjectReport::scores);
        if (subjects.stream().anyMatch(subject -> subject.judged() < subject.planned())) {
            figures(" if not judged is failed", SubjectReport::scoresIfNotJudgedFailed);
        }
    }

    private void figures(String suffix, Function<SubjectReport, Map<String, Figure>> figures) {
        subjects.stream()
                .flatMap(subject -> figures.apply(subject).keySet().stream())
                .distinct()
                .filter(metric -> coversTheSuite(metric, figures))
                .forEach(metric -> row(
                        metric + suffix,
                        subject -> Cells.figure(figures.apply(subject).get(metric))));
    }

    /** A group that only some tasks have says nothing about the suite: it stands in {@code report.json} only. */
    private boolean coversTheSuite(String metric, Function<SubjectReport, Map<String, Figure>> figures) {
        int group = metric.indexOf('[');
        return group < 0
                || subjects.stream().map(figures).allMatch(each -> {
                    Figure part = each.get(metric);
                    Figure whole = each.get(metric.substring(0, group));
                    return part == null || whole == null || part.tasks() == whole.tasks();
                });
    }

    private void outcomes() {
        row("samples judged", subject -> subject.judged() + " of " + subject.planned());
        Stream.concat(Arrays.stream(Judged.values()).map(Judged::label), Stream.of(NotJudged.LABEL))
                .forEach(label ->
                        rowUnlessEmpty(label, subject -> number(subject.counts().getOrDefault(label, 0))));
    }

    private void sampling() {
        row("samples per task", subject -> Cells.number(subject.sampling().samplesPerTask()));
        rowUnlessEmpty("temperature", subject -> Cells.number(subject.sampling().temperature()));
        rowUnlessEmpty("top_p", subject -> Cells.number(subject.sampling().topP()));
    }

    private void cost() {
        rowUnlessEmpty("input tokens", subject -> Cells.tokens(subject.cost().inputTokens()));
        rowUnlessEmpty("output tokens", subject -> Cells.tokens(subject.cost().outputTokens()));
        subjects.stream()
                .flatMap(subject -> subject.cost().amounts().keySet().stream())
                .distinct()
                .forEach(currency -> row(
                        "cost " + currency, subject -> subject.cost().amounts().getOrDefault(currency, Cells.NONE)));
    }

    private void latency() {
        rowUnlessEmpty(
                "ttft p50 / p95 ms", subject -> Cells.millis(subject.latency().firstContentMillis()));
        rowUnlessEmpty(
                "total p50 / p95 ms", subject -> Cells.millis(subject.latency().totalMillis()));
    }

    private void rowUnlessEmpty(String label, Function<SubjectReport, String> cell) {
        if (subjects.stream().map(cell).anyMatch(text -> !text.equals(Cells.NONE))) {
            row(label, cell);
        }
    }

    private void row(String label, Function<SubjectReport, String> cell) {
        rows.add(Stream.concat(Stream.of(label), subjects.stream().map(cell)).toList());
    }

    private static String number(int count) {
        return count == 0 ? Cells.NONE : String.valueOf(count);
    }
}
