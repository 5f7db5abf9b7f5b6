package dev.assay.scorer.statistics;

/** Unbiased estimates, from n samples of a task, of what k samples of it would show. */
public enum Estimator {
    /** At least one of k passes: 1 − C(n−c,k)/C(n,k), Chen et al. 2021, as a product. */
    PASS_AT("pass@") {
        @Override
        double ofDefined(Tally tally, int k) {
            double allFail = 1;
            for (int i = tally.n() - tally.c() + 1; i <= tally.n(); i++) {
                allFail *= Math.max(0, 1 - (double) k / i);
            }
            return 1 - allFail;
        }
    },
    /** All of k pass: C(c,k)/C(n,k), as a product. */
    PASS_ALL("pass^") {
        @Override
        double ofDefined(Tally tally, int k) {
            double allPass = 1;
            for (int i = 0; i < k; i++) {
                allPass *= Math.max(0, (double) (tally.c() - i) / (tally.n() - i));
            }
            return allPass;
        }
    };

    private final String prefix;

    Estimator(String prefix) {
        this.prefix = prefix;
    }

    abstract double ofDefined(Tally tally, int k);

    /** The name of the metric: {@code pass@1}, {@code pass^5}. */
    public String metric(int k) {
        return prefix + k;
    }

    /** Whether this many samples say anything about k: n ≥ k. */
    public boolean isDefined(Tally tally, int k) {
        return tally.n() >= k;
    }

    /**
     * The estimate of one task, 0 to 1.
     *
     * @param k at least 1
     * @throws IllegalArgumentException if n &lt; k: it is undefined then, and neither 0 nor 1
     */
    public double of(Tally tally, int k) {
        if (k < 1 || !isDefined(tally, k)) {
            throw new IllegalArgumentException(metric(k) + " is undefined for " + tally.n() + " samples");
        }
        return ofDefined(tally, k);
    }
}
