package dev.assay.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

/**
 * Names one sample: one answer of one subject to one task in one run. As text
 * {@code run/subject/task/index}, each segment percent-encoded, so that a slash within a name stays unambiguous.
 *
 * @param index from 0
 */
public record SampleId(RunId run, SubjectName subject, TaskId task, int index) implements Comparable<SampleId> {

    private static final int SAMPLES_PER_KEY = 10;
    private static final Comparator<SampleId> ORDER = Comparator.comparing(SampleId::run)
            .thenComparing(SampleId::subject)
            .thenComparing(SampleId::task)
            .thenComparingInt(SampleId::index);

    /** @throws IllegalArgumentException if {@code index} is negative */
    public SampleId {
        if (index < 0) {
            throw new IllegalArgumentException("a sample's index counts from 0, got " + index);
        }
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if it has not four segments or a segment is not valid
     */
    @JsonCreator
    public static SampleId parse(String text) {
        List<String> segments = List.of(text.split("/", -1));
        if (segments.size() != 4) {
            throw new IllegalArgumentException("not a sample id (run/subject/task/index): '" + text + "'");
        }
        return new SampleId(
                new RunId(decoded(segments.get(0))),
                new SubjectName(decoded(segments.get(1))),
                new TaskId(decoded(segments.get(2))),
                Integer.parseInt(segments.get(3)));
    }

    /** The Kafka key of its messages: spreads a run evenly and keeps up to ten samples of a task together. */
    public String partitionKey() {
        return prefix() + index / SAMPLES_PER_KEY;
    }

    private String prefix() {
        return encoded(run.value()) + "/" + encoded(subject.value()) + "/" + encoded(task.value()) + "/";
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String decoded(String segment) {
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public int compareTo(SampleId other) {
        return ORDER.compare(this, other);
    }

    @JsonValue
    @Override
    public String toString() {
        return prefix() + index;
    }
}
