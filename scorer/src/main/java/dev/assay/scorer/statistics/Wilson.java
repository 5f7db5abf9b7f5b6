package dev.assay.scorer.statistics;

import dev.assay.scorer.statistics.Interval.Method;
import org.hipparchus.stat.interval.BinomialProportion;
import org.hipparchus.stat.interval.ConfidenceInterval;

/** Wilson's score interval of a proportion (Wilson 1927). */
public final class Wilson {

    private Wilson() {}

    /**
     * The interval of a plain proportion.
     *
     * @param proportion 0 to 1
     * @param trials at least 1
     * @param level of confidence, between 0 and 1
     */
    public static Interval interval(double proportion, int trials, double level) {
        ConfidenceInterval interval = BinomialProportion.getWilsonScoreInterval(trials, proportion, level);
        return new Interval(
                proportion == 0 ? 0 : Math.max(0, interval.getLowerBound()),
                proportion == 1 ? 1 : Math.min(1, interval.getUpperBound()),
                Method.WILSON);
    }

    /**
     * The interval of a mean over tasks, on the effective sample size p(1−p)/SE².
     *
     * <p>With one sample a task and no clusters that size is the number of tasks. It is kept between the effective number
     * of clusters, which is all that saturated or single estimates can vouch for, and {@code mostTrials}, since tasks that
     * agree by chance are no proof.
     *
     * @param mostTrials how many independent observations there are at most, e.g. samples; at least 1
     */
    public static Interval ofMean(Clusters clusters, int mostTrials, double level) {
        double p = Math.clamp(clusters.mean(), 0, 1);
        double least = clusters.effectiveCount();
        double most = Math.max(least, mostTrials);
        double error = clusters.count() > 1 ? clusters.correctedStandardError() : Double.POSITIVE_INFINITY;
        double variance = p * (1 - p);
        double effective = error == 0 ? (variance == 0 ? least : most) : variance / (error * error);
        return interval(p, (int) Math.clamp(effective, least, most), level);
    }
}
