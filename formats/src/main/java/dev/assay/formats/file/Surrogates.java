package dev.assay.formats.file;

import java.util.OptionalInt;

/** Halves of characters, which escapes can write into a text and which no encoding can take. */
public final class Surrogates {

    private Surrogates() {}

    /** The first half without its other half, if there is one. */
    public static OptionalInt firstLone(String text) {
        return text.codePoints()
                .filter(character -> character <= Character.MAX_VALUE && Character.isSurrogate((char) character))
                .findFirst();
    }

    /** How messages call it. */
    public static String described(int half) {
        return String.format("holds half a character (\\u%04x), which is not text", half);
    }
}
