package dev.assay.reporter.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Lays a table out for a terminal: cells longer than a column may be are wrapped, and columns that do not fit beside each
 * other follow below, each time after the table's first column.
 */
final class TextTable {

    private static final int WIDEST_LABEL = 20;
    private static final int WIDEST_CELL = 22;
    private static final String GAP = "  ";

    private final List<List<String>> lines;
    private final int width;

    private TextTable(List<List<String>> lines, int width) {
        this.lines = lines;
        this.width = width;
    }

    /** The table's lines, each ending in a newline, the title left out. */
    static String of(ReportTable table, int width) {
        List<List<String>> lines = new ArrayList<>(wrapped(table.header()));
        table.rows().forEach(row -> lines.addAll(wrapped(row)));
        return new TextTable(lines, width).blocks(table.header().size());
    }

    private static List<List<String>> wrapped(List<String> row) {
        List<List<String>> cells = new ArrayList<>();
        for (String cell : row) {
            cells.add(TerminalText.wrapped(TerminalText.printable(cell), cells.isEmpty() ? WIDEST_LABEL : WIDEST_CELL));
        }
        int height = cells.stream().mapToInt(List::size).max().orElse(0);
        List<List<String>> lines = new ArrayList<>();
        for (int i = 0; i < height; i++) {
            int line = i;
            lines.add(cells.stream()
                    .map(cell -> line < cell.size() ? cell.get(line) : "")
                    .toList());
        }
        return lines;
    }

    private String blocks(int columns) {
        StringBuilder text = new StringBuilder();
        int first = 1;
        while (first < columns) {
            int end = first + 1;
            int used = GAP.length() + width(0) + GAP.length() + width(first);
            while (end < columns && used + GAP.length() + width(end) <= width) {
                used += GAP.length() + width(end);
                end++;
            }
            text.append(first == 1 ? "" : "\n");
            block(text, first, end);
            first = end;
        }
        return text.toString();
    }

    private void block(StringBuilder text, int first, int end) {
        for (List<String> line : lines) {
            StringBuilder cells = new StringBuilder(GAP).append(line.getFirst());
            cells.repeat(" ", width(0) - length(line.getFirst()));
            for (int column = first; column < end; column++) {
                cells.append(GAP).repeat(" ", width(column) - length(line.get(column)));
                cells.append(line.get(column));
            }
            text.append(cells.toString().stripTrailing()).append('\n');
        }
    }

    private int width(int column) {
        return lines.stream().mapToInt(line -> length(line.get(column))).max().orElse(0);
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
