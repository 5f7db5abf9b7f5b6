package dev.assay.reporter.report;

import java.util.List;

/**
 * A table of a report, before it is laid out; a column per subject.
 *
 * @param title of the table
 * @param header the subjects' names after the headings of the first columns
 * @param rows each as long as the header
 */
record ReportTable(String title, List<String> header, List<List<String>> rows) {}
