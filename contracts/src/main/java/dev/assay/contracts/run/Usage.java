package dev.assay.contracts.run;

import org.jspecify.annotations.Nullable;

/**
 * Tokens, each at least 0.
 *
 * @param reasoning part of output
 * @param cached part of input
 * @param estimated true if we counted, not the provider
 */
public record Usage(
        int input,
        int output,
        @Nullable Integer reasoning,
        @Nullable Integer cached,
        boolean estimated) {}
