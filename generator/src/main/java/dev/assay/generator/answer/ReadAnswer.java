package dev.assay.generator.answer;

import org.jspecify.annotations.Nullable;

/**
 * An answer that has been read, not yet stored.
 *
 * @param longCode the content of the blob that its part refers to; null if the code travels inline
 */
public record ReadAnswer(
        AnswerKey key, StoredAnswer answer, @Nullable String longCode) {}
