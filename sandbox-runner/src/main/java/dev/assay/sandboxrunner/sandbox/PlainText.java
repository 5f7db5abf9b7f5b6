package dev.assay.sandboxrunner.sandbox;

import java.util.regex.Pattern;

/** Makes a stranger's text safe to print, log and store: no control characters, no terminal escapes, bounded. */
final class PlainText {

    private static final Pattern ESCAPE =
            Pattern.compile("\u001b(?:\\[[0-?]*[ -/]*[@-~]|\\][^\u0007\u001b]*\u0007?|.)?");
    /** Controls, formats (bidirectional overrides, zero-width), private use, surrogates and unassigned; not newline, tab. */
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}&&[^\n\t]]");

    private PlainText() {}

    static String of(String text, int longest) {
        String cut = text.length() > 4 * longest ? text.substring(0, 4 * longest) : text;
        String plain = UNSAFE.matcher(ESCAPE.matcher(cut).replaceAll("")).replaceAll("\u00b7");
        return plain.length() > longest ? plain.substring(0, longest) : plain;
    }
}
