package dev.assay.contracts.run;

import dev.assay.contracts.id.SubjectName;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is under test in a run.
 *
 * @param fingerprint versioned hash ({@code fp1:}) of everything that can change an answer
 * @param samplesPerTask at least 1
 * @param sampling temperature and the like, as stated for the report; null if unknown (recordings)
 * @param labels free, e.g. {@code checkpoint}, {@code quantisation}
 */
public record Subject(
        SubjectName name,
        Role role,
        Provider provider,
        String fingerprint,
        int samplesPerTask,
        @Nullable Sampling sampling,
        Map<String, String> labels) {

    /** @throws IllegalArgumentException if {@code samplesPerTask} is less than 1 */
    public Subject {
        labels = Map.copyOf(labels);
        if (samplesPerTask < 1) {
            throw new IllegalArgumentException("samplesPerTask must be at least 1, got " + samplesPerTask);
        }
    }

    /** Whether a subject is tested or judges others. */
    public enum Role {
        /** It is tested. */
        TEST,
        /** It judges answers of others. */
        JUDGE
    }

    /**
     * @param temperature at least 0
     * @param topP in (0, 1]
     * @param maxTokens at least 1
     */
    public record Sampling(
            @Nullable Double temperature,
            @Nullable Double topP,
            @Nullable Integer maxTokens) {}
}
