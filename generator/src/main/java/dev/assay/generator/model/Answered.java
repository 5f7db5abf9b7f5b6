package dev.assay.generator.model;

import dev.assay.contracts.event.Generation.Finish;
import dev.assay.contracts.event.Generation.Timing;
import dev.assay.contracts.run.Usage;
import org.jspecify.annotations.Nullable;

/**
 * There is an answer.
 *
 * @param returnedModel as the provider names it; null if unknown
 * @param usage null if unknown
 * @param timing null if unknown
 */
public record Answered(
        Content content,
        Finish finish,
        @Nullable String returnedModel,
        @Nullable Usage usage,
        @Nullable Timing timing) implements Reply {}
