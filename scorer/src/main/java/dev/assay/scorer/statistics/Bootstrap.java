package dev.assay.scorer.statistics;

import dev.assay.scorer.statistics.Interval.Method;
import org.hipparchus.random.RandomGenerator;
import org.hipparchus.random.Well19937c;
import org.hipparchus.stat.descriptive.rank.Percentile;
import org.hipparchus.stat.descriptive.rank.Percentile.EstimationType;

/** The cluster bootstrap: draws whole clusters of tasks with replacement and looks at the percentiles of the means. */
public final class Bootstrap {

    private static final double PERCENT = 100;

    private final int draws;

    /** @param draws how often it resamples, at least 1 */
    public Bootstrap(int draws) {
        this.draws = draws;
    }

    /**
     * The percentile interval.
     *
     * @param level of confidence, between 0 and 1
     * @param seed the same seed gives the same interval to the last bit
     */
    public Interval interval(Clusters clusters, double level, long seed) {
        RandomGenerator random = new Well19937c(seed);
        double[] means = new double[draws];
        for (int draw = 0; draw < draws; draw++) {
            means[draw] = resampledMean(clusters, random);
        }
        Percentile percentile = new Percentile().withEstimationType(EstimationType.R_7);
        percentile.setData(means);
        double tail = (1 - level) / 2;
        return new Interval(
                percentile.evaluate(PERCENT * tail), percentile.evaluate(PERCENT * (1 - tail)), Method.BOOTSTRAP);
    }

    private static double resampledMean(Clusters clusters, RandomGenerator random) {
        double sum = 0;
        int tasks = 0;
        for (int drawn = 0; drawn < clusters.count(); drawn++) {
            int cluster = random.nextInt(clusters.count());
            sum += clusters.sum(cluster);
            tasks += clusters.size(cluster);
        }
        return sum / tasks;
    }
}
