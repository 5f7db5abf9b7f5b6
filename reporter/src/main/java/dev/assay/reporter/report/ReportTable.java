package dev.assay.reporter.report;

import dev.assay.contracts.event.RunScored.Percentiles;
import dev.assay.reporter.report.Report.Figure;
import dev.assay.reporter.report.Report.Slice;
import dev.assay.reporter.report.Report.SubjectReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table of a report, before it is laid out.
 *
 * @param rows each as long as the header
 */
record ReportTable(String title, List<String> header, List<List<String>> rows) {

    private static final String NONE = "-";

    /** A row per subject: scores with intervals, coverage, outcomes, tokens, latency. */
    static ReportTable overview(Report report) {
        List<String> metrics = report.subjects().stream()
                .flatMap(subject -> subject.scores().keySet().stream())
                .distinct()
                .toList();
        List<String> header = new ArrayList<>(List.of("subject"));
        header.addAll(metrics);
        header.addAll(List.of("samples", "judged", "outcomes", "output tokens", "ttft p50/p95 ms"));
        List<List<String>> rows = new ArrayList<>();
        for (SubjectReport subject : report.subjects()) {
            List<String> row = new ArrayList<>(List.of(subject.name()));
            metrics.forEach(metric -> row.add(figure(subject.scores().get(metric))));
            row.add(String.valueOf(subject.planned()));
            row.add(percent(subject.coverage()) + " %");
            row.add(outcomes(subject.counts()));
            row.add(
                    subject.cost().outputTokens() == null
                            ? NONE
                            : String.valueOf(subject.cost().outputTokens()));
            row.add(latency(subject.latency().firstContentMillis()));
            rows.add(row);
        }
        return new ReportTable("Subjects", header, rows);
    }

    /** A table per property: pass@1 of each subject in each part of the suite. */
    static List<ReportTable> slices(Report report) {
        Map<String, Map<String, Map<String, Figure>>> byProperty = new LinkedHashMap<>();
        for (SubjectReport subject : report.subjects()) {
            for (Slice slice : subject.slices()) {
                Figure figure = slice.scores().get("pass@1");
                if (figure != null) {
                    byProperty
                            .computeIfAbsent(slice.by(), by -> new LinkedHashMap<>())
                            .computeIfAbsent(slice.value(), value -> new LinkedHashMap<>())
                            .put(subject.name(), figure);
                }
            }
        }
        List<ReportTable> tables = new ArrayList<>();
        byProperty.forEach((by, values) -> {
            if (values.size() > 1) {
                tables.add(slice(report, by, values));
            }
        });
        return tables;
    }

    private static ReportTable slice(Report report, String by, Map<String, Map<String, Figure>> values) {
        List<String> subjects =
                report.subjects().stream().map(SubjectReport::name).toList();
        List<String> header = new ArrayList<>(List.of(by, "tasks"));
        header.addAll(subjects);
        List<List<String>> rows = new ArrayList<>();
        values.forEach((value, figures) -> {
            int tasks = figures.values().stream().mapToInt(Figure::tasks).max().orElse(0);
            List<String> row = new ArrayList<>(List.of(value, String.valueOf(tasks)));
            subjects.forEach(subject -> row.add(figure(figures.get(subject))));
            rows.add(row);
        });
        return new ReportTable("pass@1 by " + by, header, rows);
    }

    private static String figure(@Nullable Figure figure) {
        if (figure == null) {
            return NONE;
        }
        if (figure.value() == null || figure.low() == null || figure.high() == null) {
            return figure.missing() == null ? NONE : figure.missing();
        }
        return percent(figure.value()) + " [" + percent(figure.low()) + ", " + percent(figure.high()) + "]";
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f", share * 100);
    }

    private static String outcomes(Map<String, Integer> counts) {
        StringBuilder text = new StringBuilder();
        counts.entrySet().stream()
                .filter(each -> each.getValue() > 0)
                .forEach(each -> text.append(text.isEmpty() ? "" : ", ")
                        .append(each.getValue())
                        .append(' ')
                        .append(each.getKey()));
        return text.toString();
    }

    private static String latency(@Nullable Percentiles percentiles) {
        return percentiles == null ? NONE : percentiles.p50() + "/" + percentiles.p95();
    }
}
