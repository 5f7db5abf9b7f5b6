package dev.assay.formats.nativesuite;

import java.math.BigInteger;
import java.util.Locale;

/** Numbers as YAML 1.2's core schema writes them: {@code 12}, {@code 0x1f}, {@code 0o17}, {@code 1.5e3}. */
final class YamlNumbers {

    private static final int HEXADECIMAL = 16;
    private static final int OCTAL = 8;

    private YamlNumbers() {}

    /** @param text that the schema resolved to an integer */
    static BigInteger integer(String text) {
        if (text.startsWith("0x")) {
            return new BigInteger(text.substring(2), HEXADECIMAL);
        }
        return text.startsWith("0o") ? new BigInteger(text.substring(2), OCTAL) : new BigInteger(text);
    }

    /** @param text that the schema resolved to a float */
    static boolean isFinite(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        return !word.endsWith(".inf") && !word.endsWith(".nan") && Double.isFinite(Double.parseDouble(text));
    }
}
