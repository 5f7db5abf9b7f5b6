package dev.assay.scorer.scoring;

import dev.assay.contracts.event.Score;
import dev.assay.contracts.event.Score.Estimate;
import dev.assay.contracts.event.Score.Measured;
import dev.assay.contracts.event.Score.Missing;
import dev.assay.contracts.event.Score.Slice;
import dev.assay.contracts.id.SubjectName;
import dev.assay.contracts.run.Protocol;
import dev.assay.scorer.statistics.Clusters;
import dev.assay.scorer.statistics.Estimator;
import dev.assay.scorer.statistics.Interval;
import dev.assay.scorer.statistics.IntervalRule;
import dev.assay.scorer.statistics.Seeds;
import dev.assay.scorer.statistics.Tally;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** All scores of one subject: macro means over tasks, each with its interval or the reason why it is missing. */
final class ScoreTable {

    private final Protocol protocol;
    private final SubjectName subject;
    private final IntervalRule rule;

    ScoreTable(Protocol protocol, SubjectName subject, IntervalRule rule) {
        this.protocol = protocol;
        this.subject = subject;
        this.rule = rule;
    }

    /** Over the whole suite: pass@k of all groups together and of each, then pass^k for each k above 1. */
    List<Score> overall(List<CountedTask> tasks) {
        List<Score> scores = new ArrayList<>();
        for (int k : protocol.k()) {
            scores.add(score(Estimator.PASS_AT, k, null, null, tasks));
            for (String group : groups(tasks)) {
                List<CountedTask> having =
                        tasks.stream().filter(task -> task.has(group)).toList();
                scores.add(score(Estimator.PASS_AT, k, group, null, having));
            }
        }
        for (int k : protocol.k()) {
            if (k > 1) {
                scores.add(score(Estimator.PASS_ALL, k, null, null, tasks));
            }
        }
        return scores;
    }

    /** pass@k of every slice. */
    List<Score> sliced(List<CountedTask> tasks) {
        List<Score> scores = new ArrayList<>();
        for (Slicing slicing : Slicing.values()) {
            slicing.cut(tasks).forEach((value, part) -> {
                for (int k : protocol.k()) {
                    scores.add(score(Estimator.PASS_AT, k, null, slicing.slice(value), part));
                }
            });
        }
        return scores;
    }

    private static Set<String> groups(List<CountedTask> tasks) {
        Set<String> groups = new TreeSet<>();
        tasks.forEach(task -> groups.addAll(task.groups().keySet()));
        return groups;
    }

    private Score score(
            Estimator estimator, int k, @Nullable String group, @Nullable Slice slice, List<CountedTask> tasks) {
        int samples = tasks.stream().mapToInt(task -> task.tally(group).n()).sum();
        return new Score(
                estimator.metric(k), group, slice, estimate(estimator, k, group, slice, tasks), tasks.size(), samples);
    }

    private Estimate estimate(
            Estimator estimator, int k, @Nullable String group, @Nullable Slice slice, List<CountedTask> tasks) {
        if (tasks.isEmpty()) {
            return new Missing("no task to score");
        }
        long undefined = tasks.stream()
                .filter(task -> !estimator.isDefined(task.tally(group), k))
                .count();
        if (undefined > 0) {
            return new Missing("n < k for %d of %d tasks".formatted(undefined, tasks.size()));
        }
        Map<String, List<Double>> estimates = new HashMap<>();
        int trials = 0;
        for (CountedTask task : tasks) {
            Tally tally = task.tally(group);
            estimates.computeIfAbsent(task.cluster(), any -> new ArrayList<>()).add(estimator.of(tally, k));
            trials += tally.n() / k;
        }
        Clusters clusters = Clusters.of(estimates);
        Interval interval = rule.interval(clusters, trials, seed(estimator.metric(k), group, slice));
        return new Measured(
                clusters.mean(),
                interval.low(),
                interval.high(),
                IntervalRule.LEVEL,
                interval.method().label());
    }

    private long seed(String metric, @Nullable String group, @Nullable Slice slice) {
        return Seeds.seed(
                protocol.seed(),
                subject.value(),
                metric,
                group == null ? "" : group,
                slice == null ? "" : slice.by(),
                slice == null ? "" : slice.value());
    }
}
