package dev.assay.reporter.report;

import dev.assay.reporter.report.Report.Figure;
import dev.assay.reporter.report.Report.Slice;
import dev.assay.reporter.report.Report.SubjectReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A table per property that divides the suite: the first metric of every subject in each of its parts. */
final class SliceTables {

    private SliceTables() {}

    static List<ReportTable> of(Report report) {
        Optional<String> metric = report.subjects().stream()
                .flatMap(subject -> subject.scores().keySet().stream())
                .findFirst();
        return metric.map(each -> of(report.subjects(), each)).orElse(List.of());
    }

    private static List<ReportTable> of(List<SubjectReport> subjects, String metric) {
        Map<String, Map<String, Map<String, Figure>>> properties = new TreeMap<>(SliceOrder.OF_PROPERTIES);
        for (SubjectReport subject : subjects) {
            for (Slice slice : subject.slices()) {
                Figure figure = slice.scores().get(metric);
                if (figure != null) {
                    properties
                            .computeIfAbsent(slice.by(), by -> new TreeMap<>(SliceOrder.OF_VALUES))
                            .computeIfAbsent(slice.value(), value -> new TreeMap<>())
                            .put(subject.name(), figure);
                }
            }
        }
        List<ReportTable> tables = new ArrayList<>();
        properties.forEach((by, values) -> {
            if (values.size() > 1) {
                tables.add(table(subjects, metric, by, values));
            }
        });
        return tables;
    }

    private static ReportTable table(
            List<SubjectReport> subjects, String metric, String by, Map<String, Map<String, Figure>> values) {
        List<String> header = new ArrayList<>(List.of(by, "tasks"));
        subjects.forEach(subject -> header.add(subject.name()));
        List<List<String>> rows = new ArrayList<>();
        values.forEach((value, figures) -> {
            int tasks = figures.values().stream().mapToInt(Figure::tasks).max().orElse(0);
            List<String> row = new ArrayList<>(List.of(value, String.valueOf(tasks)));
            subjects.forEach(subject -> row.add(Cells.figure(figures.get(subject.name()))));
            rows.add(row);
        });
        return new ReportTable(metric + " by " + by, header, rows);
    }
}
