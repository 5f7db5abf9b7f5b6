package dev.assay.reporter.report;

import dev.assay.reporter.report.Report.SubjectReport;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A report as Markdown, for merge requests and wikis. */
public final class MarkdownReport {

    private MarkdownReport() {}

    /** The whole document; whatever comes from suites or models is escaped. */
    public static String of(Report report) {
        StringBuilder text = new StringBuilder();
        text.append("# ")
                .append(escaped(
                        report.run().suite().name() + " " + report.run().suite().version()))
                .append("\n\nRun `")
                .append(report.run().id())
                .append("`, ")
                .append(report.run().startedAt())
                .append(", suite `")
                .append(report.run().suite().digest(), 0, 12)
                .append("`\n\n");
        table(text, ReportTable.overview(report));
        for (ReportTable table : ReportTable.slices(report)) {
            text.append("\n## ").append(escaped(table.title())).append("\n\n");
            table(text, table);
        }
        if (!report.warnings().isEmpty()) {
            text.append("\n## Before you use these numbers\n\n");
            report.warnings()
                    .forEach(warning ->
                            text.append("- ").append(escaped(warning)).append('\n'));
        }
        quarantined(text, report.subjects());
        return text.toString();
    }

    private static void quarantined(StringBuilder text, List<SubjectReport> subjects) {
        Map<String, String> quarantined =
                subjects.isEmpty() ? Map.of() : subjects.getFirst().quarantined();
        if (!quarantined.isEmpty()) {
            text.append("\n## Quarantined tasks\n\n");
            quarantined.forEach((task, reason) -> text.append("- ")
                    .append(escaped(task))
                    .append(": ")
                    .append(escaped(reason))
                    .append('\n'));
        }
    }

    private static void table(StringBuilder text, ReportTable table) {
        text.append(row(table.header()));
        text.append(row(table.header().stream().map(name -> "---").toList()));
        table.rows()
                .forEach(cells -> text.append(
                        row(cells.stream().map(MarkdownReport::escaped).toList())));
    }

    private static String row(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String escaped(String text) {
        return text.replaceAll("([\\\\`*_{}\\[\\]<>#|])", "\\\\$1").replaceAll("\\R", " ");
    }
}
