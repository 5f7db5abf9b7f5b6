package dev.assay.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The name of a subject: model, endpoint, prompt and sampling under test. A series follows it.
 *
 * @param value 1 to 200 characters, no control characters, not blank
 */
public record SubjectName(@JsonValue String value) implements Comparable<SubjectName> {

    /** The subject of a VALIDATION run: the suite's own reference answers. */
    public static final SubjectName REFERENCE = new SubjectName("reference");

    /** @throws IllegalArgumentException if {@code value} has another form */
    @JsonCreator
    public SubjectName {
        Names.requirePrintable("subject name", value);
    }

    @Override
    public int compareTo(SubjectName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
