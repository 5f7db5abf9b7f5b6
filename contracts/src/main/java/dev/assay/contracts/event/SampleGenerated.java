package dev.assay.contracts.event;

import dev.assay.contracts.id.Digest;
import dev.assay.contracts.topic.Topic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subject has answered; the stored winner of the answer register.
 *
 * @param assignment what was asked
 * @param answerDigest of the raw answer
 * @param parts what was found in the answer; none if there is nothing to judge
 * @param codeDigest of the code parts; null without any
 * @param generation how the answer came about
 */
public record SampleGenerated(
        TaskAssigned assignment,
        Digest answerDigest,
        List<Part> parts,
        @Nullable Digest codeDigest,
        Generation generation)
        implements Event {

    /** Copies the list. */
    public SampleGenerated {
        parts = List.copyOf(parts);
    }

    @Override
    public Topic topic() {
        return Topic.SAMPLES;
    }

    @Override
    public String partitionKey() {
        return assignment.partitionKey();
    }

    @Override
    public String identity() {
        return assignment.identity() + "#" + answerDigest;
    }
}
