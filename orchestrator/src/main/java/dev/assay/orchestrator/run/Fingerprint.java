package dev.assay.orchestrator.run;

import dev.assay.contracts.id.Digest;
import dev.assay.contracts.json.Json;
import dev.assay.contracts.run.Provider;
import dev.assay.contracts.run.Subject.Sampling;
import org.jspecify.annotations.Nullable;

/** What identifies the source of a subject's answers. */
public final class Fingerprint {
    private static final String VERSION = "fp1:";

    private Fingerprint() {}

    /**
     * {@code fp1:} and a SHA-256 over everything that can change an answer: the provider and the sampling. Names, labels,
     * prices and limits are no part of it.
     */
    public static String of(Provider provider, @Nullable Sampling sampling) {
        return VERSION + Digest.of(Json.canonical(new Source(provider, sampling)));
    }

    private record Source(Provider provider, @Nullable Sampling sampling) {}
}
