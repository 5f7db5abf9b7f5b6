package dev.assay.reporter.report;

import java.util.List;

/** A report for a terminal. */
public final class TextReport {

    private TextReport() {}

    /** The whole report, lines ending in a newline; control characters in names are shown as question marks. */
    public static String of(Report report) {
        StringBuilder text = new StringBuilder();
        text.append(printable(
                        report.run().suite().name() + " " + report.run().suite().version()))
                .append("  run ")
                .append(report.run().id())
                .append("  scores in %, [95 % interval]\n\n");
        lay(text, ReportTable.overview(report));
        for (ReportTable table : ReportTable.slices(report)) {
            text.append('\n').append(table.title()).append('\n');
            lay(text, table);
        }
        if (!report.warnings().isEmpty()) {
            text.append("\nBefore you use these numbers:\n");
            report.warnings()
                    .forEach(warning ->
                            text.append("  - ").append(printable(warning)).append('\n'));
        }
        return text.toString();
    }

    private static void lay(StringBuilder text, ReportTable table) {
        int[] widths = new int[table.header().size()];
        widen(widths, table.header());
        table.rows().forEach(row -> widen(widths, row));
        line(text, widths, table.header());
        table.rows().forEach(row -> line(text, widths, row));
    }

    private static void widen(int[] widths, List<String> cells) {
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], cells.get(i).length());
        }
    }

    private static void line(StringBuilder text, int[] widths, List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = printable(cells.get(i));
            line.append(i == 0 ? "  " : "   ").append(cell).repeat(" ", widths[i] - cell.length());
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
