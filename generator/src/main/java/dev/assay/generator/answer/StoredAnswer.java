package dev.assay.generator.answer;

import dev.assay.contracts.event.Generation;
import dev.assay.contracts.event.Part;
import dev.assay.contracts.event.SampleGenerated;
import dev.assay.contracts.event.TaskAssigned;
import dev.assay.contracts.id.Digest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer as the register keeps it: all that is published of it, so that it can be published again.
 *
 * @param answerDigest of the raw answer
 * @param raw the raw text of a chat answer; null if the only part is the answer itself
 */
public record StoredAnswer(
        Digest answerDigest,
        @Nullable String raw,
        List<Part> parts,
        @Nullable Digest codeDigest,
        Generation generation) {

    /** Copies the list. */
    public StoredAnswer {
        parts = List.copyOf(parts);
    }

    /** The event that gives this answer to this assignment. */
    public SampleGenerated answering(TaskAssigned assigned) {
        return new SampleGenerated(assigned, answerDigest, parts, codeDigest, generation);
    }
}
