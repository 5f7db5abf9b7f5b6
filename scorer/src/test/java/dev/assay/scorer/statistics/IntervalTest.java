package dev.assay.scorer.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.scorer.statistics.Interval.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {

    private static final IntervalRule RULE = new IntervalRule(new Bootstrap(2_000));

    private static Clusters single(List<Double> estimates) {
        Map<String, List<Double>> byName = new TreeMap<>();
        for (int task = 0; task < estimates.size(); task++) {
            byName.put("task " + task, List.of(estimates.get(task)));
        }
        return Clusters.of(byName);
    }

    private static List<Double> passing(int passed, int tasks) {
        List<Double> estimates = new ArrayList<>(Collections.nCopies(passed, 1.0));
        estimates.addAll(Collections.nCopies(tasks - passed, 0.0));
        return estimates;
    }

    /** Origin: statsmodels 0.13.5, proportion_confint(method="wilson"). */
    @ParameterizedTest
    @CsvSource({"0, 10, 0, .2775328", "7, 10, .39677815, .89220873", "132, 164, .73754169, .85825866"})
    void wilsonIsTheOneOfStatsmodels(int passed, int tasks, double low, double high) {
        Interval interval = Wilson.interval((double) passed / tasks, tasks, 0.95);

        assertThat(interval.low()).isCloseTo(low, within(5e-8));
        assertThat(interval.high()).isCloseTo(high, within(5e-8));
    }

    @ParameterizedTest
    @CsvSource({"0, 10", "7, 10", "10, 10", "132, 164"})
    void wilsonOfSingleSamplesCountsTasks(int passed, int tasks) {
        assertThat(Wilson.ofMean(single(passing(passed, tasks)), tasks, 0.95))
                .isEqualTo(Wilson.interval((double) passed / tasks, tasks, 0.95));
    }

    /** Origin: the formula of Miller 2024 in numpy, y = 110100111010 in clusters of 3. */
    @Test
    void standardErrorIsClustered() {
        Clusters clusters = Clusters.of(Map.of(
                "a", List.of(1.0, 1.0, 0.0),
                "b", List.of(1.0, 0.0, 0.0),
                "c", List.of(1.0, 1.0, 1.0),
                "d", List.of(0.0, 1.0, 0.0)));

        assertThat(clusters.standardError()).isCloseTo(.1381926996, within(5e-11));
        assertThat(clusters.correctedStandardError()).isCloseTo(.1595711846, within(5e-11));
        assertThat(single(List.of(1.0, 1.0, 0.0, 1.0, 0.0, 0.0, 1.0, 1.0, 1.0, 0.0, 1.0, 0.0))
                        .correctedStandardError())
                .isCloseTo(.1486470975, within(5e-11));
    }

    @Test
    void manyTasksAreBootstrapped() {
        Clusters clusters = single(passing(132, 164));

        Interval interval = RULE.interval(clusters, 164, 7);

        assertThat(interval.method()).isEqualTo(Method.BOOTSTRAP);
        double halfWidth = 1.974 * clusters.correctedStandardError();
        assertThat(interval.low()).isCloseTo(clusters.mean() - halfWidth, within(.01));
        assertThat(interval.high()).isCloseTo(clusters.mean() + halfWidth, within(.01));
    }

    @ParameterizedTest
    @CsvSource({"80, 99", "0, 164", "164, 164", "155, 164", "9, 164"})
    void fewTasksAndValuesNearTheEndsGetWilson(int passed, int tasks) {
        Interval interval = RULE.interval(single(passing(passed, tasks)), tasks, 7);

        assertThat(interval.method()).isEqualTo(Method.WILSON);
        assertThat(interval.high() - interval.low()).isGreaterThan(.02);
    }

    @Test
    void bootstrapIsTheSameForTheSameSeedWhateverTheOrder() {
        List<Double> estimates = passing(132, 164);
        Map<String, List<Double>> forwards = new TreeMap<>();
        Map<String, List<Double>> backwards = new LinkedHashMap<>();
        for (int task = 0; task < 164; task++) {
            forwards.put("task " + task, List.of(estimates.get(task)));
        }
        for (int task = 163; task >= 0; task--) {
            backwards.put("task " + task, List.of(estimates.get(task)));
        }

        Bootstrap coarse = new Bootstrap(50);

        Interval first = coarse.interval(Clusters.of(forwards), 0.95, 42);

        assertThat(coarse.interval(Clusters.of(backwards), 0.95, 42)).isEqualTo(first);
        assertThat(coarse.interval(Clusters.of(forwards), 0.95, 43)).isNotEqualTo(first);
    }

    @Test
    void tasksOfOneOriginCountAsOne() {
        Map<String, List<Double>> byName = new TreeMap<>();
        for (int cluster = 0; cluster < 20; cluster++) {
            byName.put("origin " + cluster, Collections.nCopies(10, cluster % 2 == 0 ? 1.0 : 0.0));
        }

        Interval clustered = RULE.interval(Clusters.of(byName), 200, 7);

        assertThat(clustered).isEqualTo(Wilson.interval(.5, 20, 0.95));
    }

    @Test
    void tasksThatAgreeByChanceCountAsTheirSamples() {
        assertThat(Wilson.ofMean(single(List.of(.5, .5, .5)), 6, 0.95)).isEqualTo(Wilson.interval(.5, 6, 0.95));
    }

    @Test
    void singleTaskHasAWideInterval() {
        Interval interval = Wilson.ofMean(single(List.of(.5)), 10, 0.95);

        assertThat(interval.low()).isLessThan(.1);
        assertThat(interval.high()).isGreaterThan(.9);
    }

    /** Simulated: how often the interval holds the truth, for weak and strong models on few tasks. */
    @ParameterizedTest
    @CsvSource({
        "20, 5, 9, 1",
        "40, 5, 9, 1",
        "60, 5, 9, 1",
        "60, 1, 9, 1",
        "40, 10, 2, 2",
        "120, 5, 2, 2",
        "164, 1, 4, 1"
    })
    void intervalsHoldTheTruthAsOftenAsTheyPromise(int tasks, int samples, int passes, int fails) {
        Random random = new Random(1);
        IntervalRule rule = new IntervalRule(new Bootstrap(300));
        double truth = (double) passes / (passes + fails);
        int held = 0;
        int runs = 1_000;
        for (int run = 0; run < runs; run++) {
            List<Double> estimates = new ArrayList<>();
            for (int task = 0; task < tasks; task++) {
                double ability = beta(random, passes, fails);
                int passed = 0;
                for (int sample = 0; sample < samples; sample++) {
                    passed += random.nextDouble() < ability ? 1 : 0;
                }
                estimates.add(Estimator.PASS_AT.of(new Tally(samples, passed), 1));
            }
            Interval interval = rule.interval(single(estimates), tasks * samples, run);
            held += interval.low() <= truth && truth <= interval.high() ? 1 : 0;
        }

        assertThat((double) held / runs).isBetween(.92, .985);
    }

    /** A beta variate with whole-number parameters: an order statistic of uniform ones. */
    private static double beta(Random random, int a, int b) {
        return random.doubles(a + b - 1).sorted().skip(a - 1).findFirst().orElseThrow();
    }
}
