package dev.assay.reporter.report;

import dev.assay.contracts.event.RunScored;
import dev.assay.contracts.event.RunScored.Provenance;
import dev.assay.contracts.event.RunScored.UsageSummary;
import dev.assay.contracts.event.Score;
import dev.assay.contracts.run.Subject;
import dev.assay.contracts.run.Subject.Sampling;
import dev.assay.reporter.report.Report.Cost;
import dev.assay.reporter.report.Report.Figure;
import dev.assay.reporter.report.Report.Latency;
import dev.assay.reporter.report.Report.Slice;
import dev.assay.reporter.report.Report.SubjectProvenance;
import dev.assay.reporter.report.Report.SubjectReport;
import dev.assay.reporter.report.Report.SubjectSampling;
import dev.assay.reporter.report.Report.TaskReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes one subject's part of a report. Maps are sorted, since the order of those that come in means nothing. */
final class SubjectWriter {

    private SubjectWriter() {}

    static SubjectReport write(Subject subject, RunScored scored) {
        return new SubjectReport(
                scored.subject().value(),
                scored.fingerprint(),
                scored.revision(),
                sampling(subject),
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
                cost(scored.usage()),
                new Latency(scored.usage().firstContentMillis(), scored.usage().totalMillis()),
                quarantined(scored),
                provenance(scored.provenance()));
    }

    private static SubjectSampling sampling(Subject subject) {
        Sampling sampling = subject.sampling() == null ? new Sampling(null, null, null) : subject.sampling();
        return new SubjectSampling(
                subject.samplesPerTask(), sampling.temperature(), sampling.topP(), sampling.maxTokens());
    }

    private static List<Slice> slices(List<Score> scores) {
        Map<Score.Slice, List<Score>> bySlice = new TreeMap<>(SliceOrder.OF_SLICES);
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

    private static Cost cost(UsageSummary usage) {
        return new Cost(
                usage.inputTokens(), usage.outputTokens(), usage.samplesWithUsage(), new TreeMap<>(usage.cost()));
    }

    private static Map<String, String> quarantined(RunScored scored) {
        Map<String, String> reasons = new TreeMap<>();
        scored.quarantined().forEach(each -> reasons.put(each.task().value(), each.reason()));
        return reasons;
    }

    private static SubjectProvenance provenance(Provenance provenance) {
        return new SubjectProvenance(
                provenance.returnedModels(),
                provenance.isolation(),
                provenance.images(),
                provenance.analysers(),
                provenance.softwareVersion());
    }
}
