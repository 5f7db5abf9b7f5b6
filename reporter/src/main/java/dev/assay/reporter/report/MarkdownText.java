package dev.assay.reporter.report;

import java.util.regex.Pattern;

/** Text from suites and models, made fit for Markdown as GitHub and GitLab read it. */
final class MarkdownText {

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Co}\\p{Cs}\\p{Cn}]");
    private static final Pattern MARKUP = Pattern.compile("[\\\\`*_{}\\[\\]<>#|&~!$]");
    private static final Pattern LINK = Pattern.compile(":(?=//)|(?<=www)\\.", Pattern.CASE_INSENSITIVE);
    private static final Pattern MENTION = Pattern.compile("(?<!\\w)@(?=\\w)");
    private static final Pattern LIST_MARK = Pattern.compile("^(\\d*)([-+.)])(?=\\s|$)");

    private static final String ZERO_WIDTH_SPACE = "\u200B";

    private MarkdownText() {}

    /**
     * One line that shows this text and nothing else: no markup, no HTML, no link, nobody mentioned. White space and
     * what cannot be seen become single spaces. For headings and items of lists.
     */
    static String line(String text) {
        return LIST_MARK.matcher(cell(text)).replaceAll("$1\\\\$2");
    }

    /** As {@link #line}, for cells of tables, where no list can begin. */
    static String cell(String text) {
        String line = INVISIBLE.matcher(text).replaceAll(" ").strip().replaceAll("\\s+", " ");
        line = MARKUP.matcher(line).replaceAll("\\\\$0");
        line = LINK.matcher(line).replaceAll("\\\\$0");
        return MENTION.matcher(line).replaceAll("@" + ZERO_WIDTH_SPACE);
    }
}
