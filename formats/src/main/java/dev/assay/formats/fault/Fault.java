package dev.assay.formats.fault;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong, with its address.
 *
 * @param file as the user named it, and what is below it
 * @param line from 1; 0 means the file as a whole
 * @param field e.g. {@code evaluation[0].cases[2].input}; null if no single field is meant
 * @param message what is wrong and, where it helps, what would be right
 */
public record Fault(String file, int line, @Nullable String field, String message) implements Comparable<Fault> {

    private static final Comparator<Fault> ORDER = Comparator.comparing(Fault::file)
            .thenComparingInt(Fault::line)
            .thenComparing(Fault::field, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Fault::message);

    @Override
    public int compareTo(Fault other) {
        return ORDER.compare(this, other);
    }

    /** {@code file:line: field: message}, without what is not known. */
    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + ": " + (field == null ? "" : field + ": ") + message;
    }
}
