package dev.assay.scorer.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.contracts.event.RunScored;
import dev.assay.contracts.event.RunScored.GroupCounts;
import dev.assay.contracts.event.RunScored.Percentiles;
import dev.assay.contracts.event.RunScored.TaskCounts;
import dev.assay.contracts.event.Score;
import dev.assay.contracts.event.Score.Measured;
import dev.assay.contracts.event.Score.Missing;
import dev.assay.contracts.event.Score.Slice;
import dev.assay.contracts.event.VerdictReached;
import dev.assay.contracts.json.Json;
import dev.assay.contracts.run.RunRecord.Quarantine;
import dev.assay.contracts.run.RunState;
import dev.assay.scorer.example.ExampleRun;
import dev.assay.scorer.example.ExampleVerdict;
import dev.assay.scorer.statistics.Bootstrap;
import dev.assay.scorer.statistics.IntervalRule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RunScoringTest {

    private static RunScored scored(int subject, Set<Integer> flaky, List<VerdictReached> verdicts) {
        SubjectScoring scoring = new RunScoring(
                        ExampleRun.run(1, RunState.JUDGED, 2),
                        ExampleRun.PLAN,
                        flaky,
                        new IntervalRule(new Bootstrap(200)),
                        "test")
                .subject(subject);
        verdicts.stream()
                .filter(each -> each.sampleId().subject().equals(ExampleRun.SUBJECTS.get(subject)))
                .forEach(scoring::add);
        return scoring.scored(1);
    }

    private static RunScored alpha() {
        return scored(0, Set.of(), ExampleVerdict.all(1));
    }

    private static RunScored beta() {
        return scored(1, Set.of(), ExampleVerdict.all(1));
    }

    private static Score score(List<Score> scores, String metric, @Nullable String group, @Nullable Slice slice) {
        return scores.stream()
                .filter(each -> each.metric().equals(metric)
                        && Objects.equals(each.group(), group)
                        && Objects.equals(each.slice(), slice))
                .findFirst()
                .orElseThrow();
    }

    private static double value(Score score) {
        return ((Measured) score.estimate()).value();
    }

    @Test
    void scoreIsTheMeanOverTasksAndLeavesQuarantinedOnesOut() {
        RunScored scored = alpha();

        Score passAt1 = score(scored.scores(), "pass@1", null, null);
        assertThat(value(passAt1)).isCloseTo((0.8 + 0 + 9) / 11, within(1e-12));
        assertThat(passAt1.tasks()).isEqualTo(11);
        assertThat(passAt1.samples()).isEqualTo(55);
        assertThat(scored.planned()).isEqualTo(55);
        assertThat(scored.judged()).isEqualTo(55);
        assertThat(scored.complete()).isTrue();
        assertThat(scored.coverage()).isEqualTo(1);
        assertThat(scored.quarantined()).containsExactly(new Quarantine(ExampleRun.taskId(11), "FAILED"));
        assertThat(scored.counts())
                .containsOnly(Map.entry("PASSED", 49), Map.entry("FAILED", 1), Map.entry("TIMEOUT", 5));
    }

    @Test
    void groupsAreScoredApartWhereATaskHasSeveral() {
        List<Score> scores = alpha().scores();

        assertThat(value(score(scores, "pass@1", "base", null))).isCloseTo(10 / 11.0, within(1e-12));
        assertThat(score(scores, "pass@1", "base", null).tasks()).isEqualTo(11);
        assertThat(value(score(scores, "pass@1", "plus", null))).isCloseTo(0.8, within(1e-12));
        assertThat(score(scores, "pass@1", "plus", null).tasks()).isEqualTo(1);
    }

    @Test
    void tooFewSamplesForKIsMissingAndSaysForHowManyTasks() {
        assertThat(score(alpha().scores(), "pass@10", null, null).estimate())
                .isEqualTo(new Missing("n < k for 11 of 11 tasks"));
        assertThat(score(beta().scores(), "pass@5", null, null).estimate())
                .isEqualTo(new Missing("n < k for 1 of 11 tasks"));
        assertThat(value(score(alpha().scores(), "pass@5", null, null))).isCloseTo(10 / 11.0, within(1e-12));
        assertThat(value(score(alpha().scores(), "pass^5", null, null))).isCloseTo(9 / 11.0, within(1e-12));
    }

    @Test
    void notJudgedSampleIsNotCountedAsFailure() {
        RunScored scored = beta();

        assertThat(value(score(scored.scores(), "pass@1", null, null)))
                .isCloseTo((10 * 0.6 + 2 / 4.0) / 11, within(1e-12));
        assertThat(value(score(scored.scoresIfNotJudgedFailed(), "pass@1", null, null)))
                .isCloseTo((10 * 0.6 + 2 / 5.0) / 11, within(1e-12));
        assertThat(scored.judged()).isEqualTo(54);
        assertThat(scored.complete()).isFalse();
        assertThat(scored.coverage()).isCloseTo(54 / 55.0, within(1e-12));
        assertThat(scored.counts()).containsEntry("NOT_JUDGED", 1);
    }

    @Test
    void samplesWithoutAnyVerdictAreNotJudged() {
        RunScored scored = scored(0, Set.of(), List.of());

        assertThat(scored.counts()).containsOnly(Map.entry("NOT_JUDGED", 55));
        assertThat(scored.coverage()).isZero();
        assertThat(score(scored.scores(), "pass@1", null, null).estimate())
                .isEqualTo(new Missing("n < k for 11 of 11 tasks"));
        assertThat(value(score(scored.scoresIfNotJudgedFailed(), "pass@1", null, null)))
                .isZero();
    }

    @Test
    void scoresAreCutByCategoryTagComplexityAndLanguage() {
        List<Score> scores = alpha().scores();

        assertThat(value(score(scores, "pass@1", null, new Slice("category", "generation"))))
                .isCloseTo(2.8 / 4, within(1e-12));
        assertThat(score(scores, "pass@1", null, new Slice("category", "repair"))
                        .tasks())
                .isEqualTo(7);
        assertThat(score(scores, "pass@1", null, new Slice("tag", "odd")).tasks())
                .isEqualTo(5);
        assertThat(score(scores, "pass@1", null, new Slice("tag", "first")).tasks())
                .isEqualTo(6);
        assertThat(score(scores, "pass@5", null, new Slice("complexity", "low")).tasks())
                .isEqualTo(6);
        assertThat(score(scores, "pass@1", null, new Slice("language", "python"))
                        .tasks())
                .isEqualTo(11);
    }

    @Test
    void flakyTaskIsSetAsideButItsCountsAreTold() {
        RunScored scored = scored(0, Set.of(1), ExampleVerdict.all(1));

        assertThat(value(score(scored.scores(), "pass@1", null, null))).isCloseTo(9.8 / 10, within(1e-12));
        assertThat(scored.quarantined()).contains(new Quarantine(ExampleRun.taskId(1), RunScoring.FLAKY));
        assertThat(scored.planned()).isEqualTo(50);
        assertThat(scored.tasks()).contains(new TaskCounts(ExampleRun.taskId(1), 5, 0, Map.of(), true));
    }

    @Test
    void tasksCarryTheirCounts() {
        assertThat(alpha().tasks())
                .hasSize(11)
                .startsWith(
                        new TaskCounts(
                                ExampleRun.taskId(0),
                                5,
                                4,
                                Map.of("base", new GroupCounts(5, 5), "plus", new GroupCounts(5, 4)),
                                false),
                        new TaskCounts(ExampleRun.taskId(1), 5, 0, Map.of(), false));
    }

    @Test
    void usageLeavesReusedAnswersOut() {
        List<VerdictReached> verdicts = new ArrayList<>();
        for (int index = 0; index < 4; index++) {
            ExampleVerdict verdict = ExampleVerdict.on(ExampleRun.sample(1, 0, 3, index));
            verdicts.add((index == 3 ? verdict.answerReusedFrom(ExampleRun.sample(9, 0, 3, 3)) : verdict).reached());
        }

        RunScored scored = scored(0, Set.of(), verdicts);

        assertThat(scored.usage().samplesWithUsage()).isEqualTo(3);
        assertThat(scored.usage().inputTokens()).isEqualTo(300);
        assertThat(scored.usage().outputTokens()).isEqualTo(33);
        assertThat(scored.usage().cost()).containsExactly(Map.entry("USD", "0.30"));
        assertThat(scored.usage().firstContentMillis()).isEqualTo(new Percentiles(101, 102, 102, 3));
        assertThat(scored.provenance().returnedModels()).containsExactly("model-1");
        assertThat(scored.provenance().isolation()).containsExactly("HOST_NS");
    }

    @Test
    void orderOfVerdictsDoesNotChangeAByte() {
        byte[] expected = Json.canonical(beta());
        List<VerdictReached> verdicts = new ArrayList<>(ExampleVerdict.all(1));
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(verdicts, new Random(seed));

            assertThat(Json.canonical(scored(1, Set.of(), verdicts))).isEqualTo(expected);
        }
    }
}
