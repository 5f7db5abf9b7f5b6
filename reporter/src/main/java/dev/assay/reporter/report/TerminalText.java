package dev.assay.reporter.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Text from suites and models, made fit for a terminal. */
final class TerminalText {

    /** Controls of the terminal, marks that turn or hide text, and what stands for no character. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Co}\\p{Cs}\\p{Cn}]");

    private static final String BREAKS_AFTER = " -_/,:@";

    private TerminalText() {}

    /** With a question mark for each character that is none to look at. */
    static String printable(String text) {
        return UNPRINTABLE.matcher(text).replaceAll("?");
    }

    /**
     * Lines of at most so many characters, broken after a space or a mark where there is one; at least one line.
     *
     * @param width at least 1
     */
    static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (rest.codePointCount(0, rest.length()) > width) {
            int end = lineEnd(rest, rest.offsetByCodePoints(0, width));
            lines.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        lines.add(rest);
        return lines;
    }

    private static int lineEnd(String text, int longest) {
        if (text.charAt(longest) == ' ') {
            return longest;
        }
        for (int end = longest; end > 1; end--) {
            if (BREAKS_AFTER.indexOf(text.charAt(end - 1)) >= 0) {
                return end;
            }
        }
        return longest;
    }
}
