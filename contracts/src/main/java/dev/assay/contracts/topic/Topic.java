package dev.assay.contracts.topic;

import java.util.Arrays;
import java.util.Optional;

/** Every Kafka topic of Assay; each but the dead-letter topics themselves has one for its dead letters beside it. */
public enum Topic {
    /** The full run record, compacted, read to the end by every service before it is ready. */
    RUNS("assay.runs", 1, true),
    /** Assignments to the generator. */
    TASKS("assay.tasks", 48, false),
    /** Answers to the sandbox runner. */
    SAMPLES("assay.samples", 48, false),
    /** Verdicts to the scorer. */
    VERDICTS("assay.verdicts", 48, false),
    /** Analyses of distinct code to the scorer. */
    FINDINGS("assay.findings", 12, false),
    /** Acknowledgements, progress and scores to the orchestrator and the reporter. */
    SCORES("assay.scores", 12, false),
    /** Regressions, drift and gate decisions to anyone. */
    REGRESSIONS("assay.regressions", 12, false);

    private static final String DEAD_LETTER_SUFFIX = ".dlq";

    private final String topicName;
    private final int partitions;
    private final boolean compacted;

    Topic(String topicName, int partitions, boolean compacted) {
        this.topicName = topicName;
        this.partitions = partitions;
        this.compacted = compacted;
    }

    /** The name on the broker. */
    public String topicName() {
        return topicName;
    }

    /** The name of the topic which holds the records of this one that could not be read. */
    public String deadLetterTopicName() {
        return topicName + DEAD_LETTER_SUFFIX;
    }

    /** Partitions on a cluster; local mode uses at most four. */
    public int partitions() {
        return partitions;
    }

    /** Whether the broker keeps only the newest record of each key. */
    public boolean compacted() {
        return compacted;
    }

    /** The topic of this name on the broker; empty for any other topic, dead-letter topics included. */
    public static Optional<Topic> named(String topicName) {
        return Arrays.stream(values())
                .filter(topic -> topic.topicName.equals(topicName))
                .findFirst();
    }
}
