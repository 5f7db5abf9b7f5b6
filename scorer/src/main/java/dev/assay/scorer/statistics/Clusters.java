package dev.assay.scorer.statistics;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Estimates of tasks, gathered by what is independent: tasks of one origin form one cluster, any other task is a cluster of
 * its own. The order of clusters does not depend on the order in which estimates come.
 */
public final class Clusters {

    private final double[] sums;
    private final int[] sizes;
    private final int tasks;
    private final double mean;

    private Clusters(Collection<List<Double>> estimates) {
        this.sums = estimates.stream()
                .mapToDouble(each ->
                        each.stream().sorted().mapToDouble(Double::doubleValue).reduce(0, Double::sum))
                .toArray();
        this.sizes = estimates.stream().mapToInt(List::size).toArray();
        int counted = 0;
        double total = 0;
        for (int cluster = 0; cluster < sums.length; cluster++) {
            counted += sizes[cluster];
            total += sums[cluster];
        }
        this.tasks = counted;
        this.mean = total / counted;
    }

    /**
     * Gathers estimates.
     *
     * @param byName the estimates of each cluster's tasks, each 0 to 1; at least one cluster, none empty
     * @throws IllegalArgumentException if there is no cluster or an empty one
     */
    public static Clusters of(Map<String, List<Double>> byName) {
        if (byName.isEmpty() || byName.values().stream().anyMatch(List::isEmpty)) {
            throw new IllegalArgumentException("needs at least one cluster, and in each at least one task");
        }
        return new Clusters(new TreeMap<>(byName).values());
    }

    /** How many clusters there are. */
    public int count() {
        return sums.length;
    }

    /** How many tasks there are. */
    public int tasks() {
        return tasks;
    }

    /** The mean over tasks, each with the same weight. */
    public double mean() {
        return mean;
    }

    double sum(int cluster) {
        return sums[cluster];
    }

    int size(int cluster) {
        return sizes[cluster];
    }

    /** The clustered standard error of the mean: sqrt(Σ_c(Σ_i(s_ic − mean))²)/n, Miller 2024. */
    public double standardError() {
        double squares = 0;
        for (int cluster = 0; cluster < sums.length; cluster++) {
            double deviation = sums[cluster] - sizes[cluster] * mean;
            squares += deviation * deviation;
        }
        return Math.sqrt(squares) / tasks;
    }

    /** The same, corrected for few clusters by sqrt(C/(C−1)); needs at least two. */
    public double correctedStandardError() {
        return standardError() * Math.sqrt((double) count() / (count() - 1));
    }

    /** As how many clusters of equal size these count: (Σ m)²/Σ m² (Kish 1965); at least 1. */
    public double effectiveCount() {
        double squares = 0;
        for (int size : sizes) {
            squares += (double) size * size;
        }
        return (double) tasks * tasks / squares;
    }
}
