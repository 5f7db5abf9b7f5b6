package dev.assay.contracts.event;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/**
 * A metric over the verdicts of a slice.
 *
 * @param metric e.g. {@code pass@1}
 * @param group of the judges; null for all groups together
 * @param slice null for the whole suite
 * @param estimate the value, or why there is none
 * @param tasks that it rests on
 * @param samples that it rests on
 */
public record Score(
        String metric, @Nullable String group, @Nullable Slice slice, Estimate estimate, int tasks, int samples) {

    /**
     * A part of the suite.
     *
     * @param by {@code category}, {@code tag}, {@code complexity} or {@code language}
     * @param value of that property
     */
    public record Slice(String by, String value) {}

    /** A value with its interval, or the reason why there is none. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Measured.class, name = "measured"),
        @JsonSubTypes.Type(value = Missing.class, name = "missing")
    })
    public sealed interface Estimate {}

    /**
     * @param low lower bound of the interval
     * @param high upper bound
     * @param level of confidence, e.g. 0.95
     * @param method of the interval, e.g. {@code bootstrap}, {@code wilson}
     */
    public record Measured(double value, double low, double high, double level, String method) implements Estimate {}

    /**
     * @param reason for people, e.g. {@code n < k for 12 of 164 tasks}
     */
    public record Missing(String reason) implements Estimate {}
}
