package dev.assay.reporter.report;

import dev.assay.reporter.report.Report.Figure;
import dev.assay.reporter.report.Report.Slice;
import dev.assay.reporter.report.Report.SubjectReport;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Warns of scores that rest on too few tasks. */
final class SizeWarnings {

    private static final int FEWEST_TASKS = 30;

    private SizeWarnings() {}

    static List<String> of(List<SubjectReport> reports) {
        int tasks = reports.stream()
                .mapToInt(report -> tasks(report.scores()))
                .max()
                .orElse(FEWEST_TASKS);
        if (tasks < FEWEST_TASKS) {
            return List.of("fewer than " + FEWEST_TASKS + " tasks allow no hard conclusion: " + tasks + " here");
        }
        String small = categories(reports).entrySet().stream()
                .filter(category -> category.getValue() < FEWEST_TASKS)
                .map(category -> category.getKey() + " (" + category.getValue() + ")")
                .collect(Collectors.joining(", "));
        return small.isEmpty()
                ? List.of()
                : List.of("categories with fewer than " + FEWEST_TASKS + " tasks allow no hard conclusion: " + small);
    }

    private static Map<String, Integer> categories(List<SubjectReport> reports) {
        Map<String, Integer> tasks = new TreeMap<>();
        for (SubjectReport report : reports) {
            for (Slice slice : report.slices()) {
                if (slice.by().equals("category")) {
                    tasks.merge(slice.value(), tasks(slice.scores()), Math::max);
                }
            }
        }
        return tasks;
    }

    private static int tasks(Map<String, Figure> scores) {
        return scores.values().stream().mapToInt(Figure::tasks).max().orElse(0);
    }
}
