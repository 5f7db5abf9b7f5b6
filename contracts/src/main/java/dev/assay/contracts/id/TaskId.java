package dev.assay.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The name of a task within its suite, as its author or the public data set wrote it ({@code HumanEval/0}).
 *
 * @param value 1 to 200 characters, no control characters, not blank
 */
public record TaskId(@JsonValue String value) implements Comparable<TaskId> {

    /** @throws IllegalArgumentException if {@code value} has another form */
    @JsonCreator
    public TaskId {
        Names.requirePrintable("task id", value);
    }

    @Override
    public int compareTo(TaskId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
