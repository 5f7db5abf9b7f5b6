package dev.assay.contracts.event;

import dev.assay.contracts.id.Digest;
import dev.assay.contracts.id.SampleId;
import dev.assay.contracts.run.Usage;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an answer came about; travels with the verdict, so that the scorer reads one stream.
 *
 * @param extraction how code was found in the answer
 * @param finish why the model stopped
 * @param requestedModel null if unknown (recordings)
 * @param returnedModel as the provider names it; null if unknown
 * @param renderedPromptDigest of the prompt as it was sent; null if none was sent
 * @param truncation what was cut from the context, in words
 * @param usage null if unknown
 * @param timing null if unknown
 * @param cost null without a price
 * @param reusedFrom the sample whose stored answer this is
 */
public record Generation(
        Extraction extraction,
        Finish finish,
        @Nullable String requestedModel,
        @Nullable String returnedModel,
        @Nullable String systemFingerprint,
        @Nullable String requestId,
        @Nullable Digest renderedPromptDigest,
        @Nullable Retrieval retrieval,
        @Nullable String truncation,
        @Nullable Usage usage,
        @Nullable Timing timing,
        @Nullable Cost cost,
        @Nullable SampleId reusedFrom) {

    /** How code was found in an answer. */
    public enum Extraction {
        /** Executed as recorded, nothing was extracted. */
        VERBATIM,
        /** From a closed code fence. */
        FENCED,
        /** From a fence that the answer never closed. */
        UNFINISHED_FENCE,
        /** The whole answer is code. */
        WHOLE_ANSWER,
        /** The answer continues the prompt's code. */
        CONTINUATION,
        /** No code was found. */
        NONE
    }

    /** Why a model stopped. */
    public enum Finish {
        /** By itself. */
        STOP,
        /** At the token limit. */
        LENGTH,
        /** It refused. */
        REFUSAL,
        /** The provider's filter. */
        FILTER,
        /** Not recorded. */
        UNKNOWN
    }

    /** What a retrieval step added. */
    public record Retrieval(String index, List<String> documents) {
        /** Copies the list. */
        public Retrieval {
            documents = List.copyOf(documents);
        }
    }

    /**
     * Milliseconds, each at least 0.
     *
     * @param queued waiting for limits, which is no latency of the model
     * @param firstChunk from request to the first chunk
     * @param firstContent from request to the first non-empty content
     * @param total from request to end
     * @param tries requests made, at least 1
     */
    public record Timing(
            @Nullable Long queued,
            @Nullable Long firstChunk,
            @Nullable Long firstContent,
            @Nullable Long total,
            int tries) {}

    /**
     * @param amount at least 0
     * @param currency ISO 4217
     * @param priceDigest of the price table used
     */
    public record Cost(BigDecimal amount, String currency, Digest priceDigest) {}
}
