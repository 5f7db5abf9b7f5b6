package dev.assay.reporter.report;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A report as Markdown, for merge requests and wikis. */
public final class MarkdownReport {

    private static final int DIGEST_LENGTH = 12;

    private MarkdownReport() {}

    /** The whole document; whatever comes from suites or models is escaped. */
    public static String of(Report report) {
        StringBuilder text = new StringBuilder();
        text.append("# ").append(MarkdownText.line(Wording.title(report))).append("\n\n");
        text.append("Run `")
                .append(report.run().id())
                .append("`, ")
                .append(report.run().startedAt())
                .append(", suite `")
                .append(report.run().suite().digest(), 0, DIGEST_LENGTH)
                .append("`.");
        Wording.legend(report).ifPresent(legend -> text.append(' ').append(MarkdownText.line(legend)));
        text.append('\n');
        if (!report.subjects().isEmpty()) {
            table(text, Overview.of(report));
        }
        SliceTables.of(report).forEach(table -> table(text, table));
        list(text, "Before you use these numbers", report.warnings());
        list(text, "Quarantined tasks", Wording.quarantined(report));
        return text.toString();
    }

    private static void list(StringBuilder text, String title, Collection<String> items) {
        if (!items.isEmpty()) {
            text.append("\n## ").append(title).append("\n\n");
            items.forEach(
                    item -> text.append("- ").append(MarkdownText.line(item)).append('\n'));
        }
    }

    private static void table(StringBuilder text, ReportTable table) {
        text.append("\n## ").append(MarkdownText.line(table.title())).append("\n\n");
        text.append(row(table.header()));
        text.append(IntStream.range(0, table.header().size())
                .mapToObj(column -> column == 0 ? "---" : "---:")
                .collect(Collectors.joining(" | ", "| ", " |\n")));
        table.rows().forEach(cells -> text.append(row(cells)));
    }

    private static String row(List<String> cells) {
        return cells.stream().map(MarkdownText::cell).collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
