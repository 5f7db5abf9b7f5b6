package dev.assay.generator.extraction;

import java.util.regex.Pattern;

/** What can be said of source in a language other than Python by looking at it. */
final class BracedCode {

    private static final int LONGEST = 100_000;

    private BracedCode() {}

    /** Whether a function of this name is defined: by a keyword, bound to a name, or with a body in braces. */
    static boolean defines(String source, String name) {
        String quoted = Pattern.quote(name);
        return Pattern.compile(
                        "\\b(?:function|func|fn|fun|def|sub)\\s+" + quoted + "\\b"
                                + "|\\b(?:const|let|var|val)\\s+" + quoted + "\\s*[:=]"
                                + "|[\\w>\\])*&]\\s+[*&]?" + quoted + "\\s*\\([^;{}]*\\)[^;{}()]*\\{"
                                + "|^" + quoted + "\\s*\\(\\)\\s*\\{",
                        Pattern.MULTILINE)
                .matcher(source.substring(0, Math.min(source.length(), LONGEST)))
                .find();
    }
}
