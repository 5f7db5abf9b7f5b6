package dev.assay.generator.extraction;

import org.jspecify.annotations.Nullable;

/** Follows Python source line by line and knows where strings, brackets and continued lines are open. */
final class PythonScanner {

    private @Nullable String quote;
    private int depth;
    private boolean continued;

    /** Takes the next line, without its line break. */
    void feed(String line) {
        continued = false;
        int at = 0;
        while (at < line.length()) {
            at = quote == null ? outside(line, at) : within(line, at, quote);
        }
        if (quote != null && quote.length() == 1 && !continued) {
            quote = null;
        }
    }

    /** Whether the next line begins within something that an earlier one opened. */
    boolean isOpen() {
        return quote != null || depth > 0 || continued;
    }

    /** The delimiter of the triple-quoted string that is open; null if none is. */
    @Nullable
    String openTripleQuote() {
        return quote != null && quote.length() == 3 ? quote : null;
    }

    private int outside(String line, int at) {
        char c = line.charAt(at);
        switch (c) {
            case '#' -> {
                return line.length();
            }
            case '"', '\'' -> {
                String triple = String.valueOf(c).repeat(3);
                quote = line.startsWith(triple, at) ? triple : String.valueOf(c);
                return at + quote.length();
            }
            case '(', '[', '{' -> depth++;
            case ')', ']', '}' -> depth = Math.max(0, depth - 1);
            case '\\' -> continued = at == line.length() - 1;
            default -> {}
        }
        return at + 1;
    }

    private int within(String line, int at, String delimiter) {
        if (line.charAt(at) == '\\') {
            continued = at == line.length() - 1;
            return at + 2;
        }
        if (line.startsWith(delimiter, at)) {
            quote = null;
            return at + delimiter.length();
        }
        return at + 1;
    }
}
