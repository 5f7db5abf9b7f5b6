package dev.assay.reporter.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A report for a terminal of 120 columns. Scores by tag are left to the other forms: there may be many. */
public final class TextReport {

    private static final int WIDTH = 120;
    private static final int MOST_TASKS = 10;

    private TextReport() {}

    /** The whole report, lines ending in a newline; control characters in names are shown as question marks. */
    public static String of(Report report) {
        StringBuilder text = new StringBuilder();
        text.append(TerminalText.printable(Wording.title(report)))
                .append("  run ")
                .append(report.run().id())
                .append("  ")
                .append(report.run().startedAt())
                .append('\n');
        Wording.legend(report).ifPresent(legend -> text.append(legend).append('\n'));
        if (!report.subjects().isEmpty()) {
            text.append('\n').append(TextTable.of(Overview.of(report), WIDTH));
        }
        SliceTables.of(report).stream()
                .filter(table -> !table.header().getFirst().equals("tag"))
                .forEach(table -> text.append('\n')
                        .append(TerminalText.printable(table.title()))
                        .append('\n')
                        .append(TextTable.of(table, WIDTH)));
        list(text, "Before you use these numbers", report.warnings());
        list(text, "Quarantined tasks", quarantined(report));
        return text.toString();
    }

    private static List<String> quarantined(Report report) {
        List<String> tasks = Wording.quarantined(report);
        if (tasks.size() <= MOST_TASKS) {
            return tasks;
        }
        List<String> some = new ArrayList<>(tasks.subList(0, MOST_TASKS));
        some.add("and " + (tasks.size() - MOST_TASKS) + " more");
        return some;
    }

    private static void list(StringBuilder text, String title, Collection<String> items) {
        if (items.isEmpty()) {
            return;
        }
        text.append('\n').append(title).append('\n');
        for (String item : items) {
            List<String> lines = TerminalText.wrapped(TerminalText.printable(item), WIDTH - 4);
            text.append("  - ").append(String.join("\n    ", lines)).append('\n');
        }
    }
}
