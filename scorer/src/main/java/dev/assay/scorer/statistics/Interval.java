package dev.assay.scorer.statistics;

/**
 * A confidence interval of a proportion.
 *
 * @param low at least 0
 * @param high at most 1
 */
public record Interval(double low, double high, Method method) {

    /** How an interval was computed. */
    public enum Method {
        /** Percentiles of means over resampled clusters of tasks. */
        BOOTSTRAP("bootstrap"),
        /** Wilson's score interval on the effective sample size. */
        WILSON("wilson");

        private final String label;

        Method(String label) {
            this.label = label;
        }

        /** The name that scores carry. */
        public String label() {
            return label;
        }
    }
}
