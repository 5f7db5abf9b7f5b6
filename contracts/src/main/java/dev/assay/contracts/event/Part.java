package dev.assay.contracts.event;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.contracts.id.Digest;
import dev.assay.contracts.suite.CodeForm;
import org.jspecify.annotations.Nullable;

/**
 * A part of an answer. Its content is either in {@code body}, in {@code value}, or, when long, in the generator's blob
 * {@code blob}.
 *
 * @param language of code
 * @param form of code: how it becomes a program; null for other parts
 * @param path of a file, for answers of several files
 */
public record Part(
        Type type,
        @Nullable String language,
        @Nullable CodeForm form,
        @Nullable String path,
        @Nullable String body,
        @Nullable Digest blob,
        @Nullable JsonNode value) {

    /** Contents longer than this, in UTF-16 units, travel as blobs. */
    public static final int INLINE_LIMIT = 32_768;

    /** What a part is. */
    public enum Type {
        /** A program or a piece of one. */
        CODE,
        /** Prose. */
        TEXT,
        /** Findings of a review. */
        FINDINGS,
        /** Places of a search. */
        LOCATIONS,
        /** A predicted value. */
        VALUE,
        /** A patch. */
        PATCH
    }
}
