package dev.assay.scorer.statistics;

/**
 * How the samples of one task fared.
 *
 * @param n samples judged, at least 0
 * @param c of these, samples that passed
 */
public record Tally(int n, int c) {

    /** @throws IllegalArgumentException unless 0 ≤ c ≤ n */
    public Tally {
        if (c < 0 || c > n) {
            throw new IllegalArgumentException("needs 0 <= c <= n, got n=" + n + ", c=" + c);
        }
    }
}
