package dev.assay.contracts.event;

import dev.assay.contracts.id.Digest;
import dev.assay.contracts.id.SampleId;
import dev.assay.contracts.run.Stage;
import dev.assay.contracts.topic.Topic;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sample is to be generated.
 *
 * @param attempt from 1, raised each time the sample is released again
 * @param inputs what earlier stages made, or blobs, by role
 * @param fingerprint of the subject
 * @param language of the answer; null if it is no code
 * @param epoch part of the answer register's key
 * @param seed of this sample's request, derived from run seed, task and index
 * @param deadline after which the answer is of no use; null for none
 * @param budgetKey which budget pays; null for none
 * @param referenceMillis CPU time of the reference, where measured, in milliseconds
 */
public record TaskAssigned(
        SampleId sampleId,
        int attempt,
        Stage stage,
        List<Input> inputs,
        Digest suiteDigest,
        Digest taskDigest,
        Digest promptDigest,
        Digest judgeDigest,
        String fingerprint,
        @Nullable String language,
        @Nullable Probe probe,
        String epoch,
        long seed,
        @Nullable Instant deadline,
        @Nullable String budgetKey,
        @Nullable Long referenceMillis)
        implements Event {

    /** The role of the input that is the task's reference answer. */
    public static final String REFERENCE_ROLE = "reference";

    /** Copies the list. */
    public TaskAssigned {
        inputs = List.copyOf(inputs);
    }

    @Override
    public Topic topic() {
        return Topic.TASKS;
    }

    @Override
    public String partitionKey() {
        return sampleId.partitionKey();
    }

    @Override
    public String identity() {
        return sampleId + "#" + stage.ordinal() + "." + stage.round() + "#" + attempt;
    }

    /**
     * Something that the activity works on.
     *
     * @param role what it is to the activity, e.g. {@code reference}, {@code draft}
     * @param sampleId of an earlier stage's sample, or null
     * @param digest of a blob, or null
     */
    public record Input(
            String role,
            @Nullable SampleId sampleId,
            @Nullable Digest digest) {}

    /**
     * What a validity probe varies.
     *
     * @param twinOf the original task's id
     * @param depth where an artefact is placed in the context, in percent
     */
    public record Probe(
            String kind, @Nullable String twinOf, @Nullable Integer depth) {}
}
