package dev.assay.generator.extraction;

/** What a line of text looks like. */
final class Lines {

    private Lines() {}

    /** White space before the first other character, in characters; the length of a blank line. */
    static int indentOf(String line) {
        int at = 0;
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    /** The line without at most {@code width} characters of leading white space. */
    static String outdented(String line, int width) {
        return line.substring(Math.min(width, indentOf(line)));
    }
}
