package dev.assay.scorer.statistics;

import java.util.Arrays;

/** Percentiles that are values which occurred: the smallest that at least p percent of all do not exceed. */
public final class NearestRank {

    private static final int PERCENT = 100;

    private final long[] sorted;

    /** @param values in any order, at least one */
    public NearestRank(long[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("no percentile without a value");
        }
        this.sorted = values.clone();
        Arrays.sort(sorted);
    }

    /**
     * The percentile.
     *
     * @param p 1 to 100
     */
    public long percentile(int p) {
        long rank = ((long) p * sorted.length + PERCENT - 1) / PERCENT;
        return sorted[(int) rank - 1];
    }

    /** How many values there are. */
    public int count() {
        return sorted.length;
    }
}
