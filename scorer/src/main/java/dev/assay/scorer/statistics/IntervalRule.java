package dev.assay.scorer.statistics;

/**
 * Which interval a score gets: from 100 clusters of tasks up the bootstrap, below that or near 0 or 1 Wilson's on the
 * effective sample size, because percentile bootstraps cover too little for few tasks and have no width at saturation.
 */
public final class IntervalRule {

    /** The confidence level of all scores. */
    public static final double LEVEL = 0.95;

    private static final int FEWEST_FOR_BOOTSTRAP = 100;
    /** Fewer passing, or failing, tasks than this are near 0, or 1. */
    private static final double FEWEST_OF_EACH_KIND = 10;

    private final Bootstrap bootstrap;

    /** @param bootstrap for scores over many tasks */
    public IntervalRule(Bootstrap bootstrap) {
        this.bootstrap = bootstrap;
    }

    /**
     * The 95 % interval of the mean over tasks.
     *
     * @param mostTrials how many independent observations there are at most; at least 1
     * @param seed of the bootstrap
     */
    public Interval interval(Clusters clusters, int mostTrials, long seed) {
        double passing = clusters.mean() * clusters.count();
        boolean isNearAnEnd = Math.min(passing, clusters.count() - passing) < FEWEST_OF_EACH_KIND;
        return clusters.count() < FEWEST_FOR_BOOTSTRAP || isNearAnEnd
                ? Wilson.ofMean(clusters, mostTrials, LEVEL)
                : bootstrap.interval(clusters, LEVEL, seed);
    }
}
