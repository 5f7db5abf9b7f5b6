package dev.assay.generator.answer;

import dev.assay.contracts.event.TaskAssigned;
import dev.assay.contracts.id.Digest;
import dev.assay.contracts.id.TaskId;
import java.util.Comparator;

/**
 * What makes two assignments ask for the same answer.
 *
 * @param stage its ordinal
 */
public record AnswerKey(
        String fingerprint, Digest promptDigest, TaskId task, int stage, int round, int index, String epoch)
        implements Comparable<AnswerKey> {

    private static final Comparator<AnswerKey> ORDER = Comparator.comparing(AnswerKey::fingerprint)
            .thenComparing(AnswerKey::promptDigest)
            .thenComparing(AnswerKey::task)
            .thenComparingInt(AnswerKey::stage)
            .thenComparingInt(AnswerKey::round)
            .thenComparingInt(AnswerKey::index)
            .thenComparing(AnswerKey::epoch);

    /** The key of the answer to this assignment; the same for every attempt. */
    public static AnswerKey of(TaskAssigned assigned) {
        return new AnswerKey(
                assigned.fingerprint(),
                assigned.promptDigest(),
                assigned.sampleId().task(),
                assigned.stage().ordinal(),
                assigned.stage().round(),
                assigned.sampleId().index(),
                assigned.epoch());
    }

    @Override
    public int compareTo(AnswerKey other) {
        return ORDER.compare(this, other);
    }
}
