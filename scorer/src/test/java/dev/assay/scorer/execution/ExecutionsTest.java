package dev.assay.scorer.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assay.contracts.event.VerdictReached;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.outcome.Judged;
import dev.assay.contracts.outcome.Outcome;
import dev.assay.embedded.EmbeddedPostgres;
import dev.assay.scorer.example.ExampleRun;
import dev.assay.scorer.example.ExampleVerdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

@TestInstance(Lifecycle.PER_CLASS)
class ExecutionsTest {

    private EmbeddedPostgres postgres;
    private ScorerStore store;
    private RunPartitions partitions;
    private Executions executions;
    private int run;

    @BeforeAll
    void start(@TempDir Path directory) {
        postgres = EmbeddedPostgres.start(directory);
        store = new ScorerStore(dataSource());
        partitions = new RunPartitions(store);
        executions = new Executions(store);
    }

    @AfterAll
    void stop() {
        postgres.close();
    }

    @BeforeEach
    void newRun() {
        run++;
        partitions.open(run, new RunId("run-" + run));
    }

    private ExampleVerdict verdict(int task, int index) {
        return ExampleVerdict.on(ExampleRun.sample(run, 0, task, index));
    }

    private static Execution execution(VerdictReached verdict) {
        int runNo = Integer.parseInt(verdict.sampleId().run().value().substring("run-".length()));
        int taskNo = Integer.parseInt(verdict.sampleId().task().value().substring("Example/".length()));
        return new Execution(
                new ExecutionKey(
                        runNo,
                        ExampleRun.SUBJECTS.indexOf(verdict.sampleId().subject()),
                        taskNo,
                        verdict.sampleId().index(),
                        verdict.stage().ordinal(),
                        verdict.stage().round(),
                        ExecutionKey.judge(verdict.judge()),
                        verdict.executionId()),
                verdict);
    }

    private void store(VerdictReached... verdicts) {
        for (VerdictReached verdict : verdicts) {
            executions.store(List.of(execution(verdict)));
        }
    }

    private List<VerdictReached> effective() {
        List<VerdictReached> effective = new ArrayList<>();
        executions.forEachEffective(run, effective::add);
        return effective;
    }

    private List<Outcome> outcomes() {
        return effective().stream().map(VerdictReached::outcome).toList();
    }

    @Test
    void verdictIsReadBackAsItCame() {
        VerdictReached verdict = verdict(0, 0).outcome(Judged.FAILED).reached();

        store(verdict);

        assertThat(effective()).containsExactly(verdict);
    }

    @Test
    void redeliveredExecutionIsStoredOnce() {
        store(verdict(0, 0).reached(), verdict(0, 0).reached());

        assertThat(executions.counts(run, "EXECUTION")).isEqualTo(Map.of(0, Map.of("PASSED", 1)));
    }

    @Test
    void conclusiveExecutionWithTheSmallestIdIsEffectiveWhateverTheOrder() {
        List<VerdictReached> all = new ArrayList<>(List.of(
                verdict(0, 0).execution("a").notJudged().reached(),
                verdict(0, 0).execution("b").outcome(Judged.TIMEOUT).reached(),
                verdict(0, 0).execution("c").outcome(Judged.PASSED).reached(),
                verdict(0, 0).execution("d").notJudged().reached()));
        for (int seed = 0; seed < 6; seed++) {
            newRun();
            Collections.shuffle(all, new Random(seed));
            for (VerdictReached each : all) {
                store(sameIn(run, each));
            }

            assertThat(effective()).extracting(VerdictReached::executionId).containsExactly("b");
        }
    }

    private static VerdictReached sameIn(int run, VerdictReached verdict) {
        ExampleVerdict same = ExampleVerdict.on(
                        ExampleRun.sample(run, 0, 0, verdict.sampleId().index()))
                .execution(verdict.executionId());
        return (verdict.outcome() instanceof Judged judged ? same.outcome(judged) : same.notJudged()).reached();
    }

    @Test
    void supersededExecutionIsNeverEffective() {
        store(
                verdict(0, 0)
                        .execution("c")
                        .superseding("a")
                        .outcome(Judged.FAILED)
                        .reached(),
                verdict(0, 0).execution("a").outcome(Judged.PASSED).reached(),
                verdict(0, 1).execution("d").outcome(Judged.PASSED).reached(),
                verdict(0, 1).execution("e").superseding("d").notJudged().reached());

        assertThat(effective()).extracting(VerdictReached::executionId).containsExactly("c", "e");
    }

    @Test
    void verdictsComeInTheOrderOfTasksAndSamples() {
        store(
                verdict(10, 0).reached(),
                verdict(2, 10).reached(),
                verdict(2, 9).reached(),
                ExampleVerdict.on(ExampleRun.sample(run, 1, 0, 0)).reached());

        assertThat(effective())
                .extracting(each -> each.sampleId().toString())
                .containsExactly(
                        "run-%d/alpha/Example%%2F2/9".formatted(run),
                        "run-%d/alpha/Example%%2F2/10".formatted(run),
                        "run-%d/alpha/Example%%2F10/0".formatted(run),
                        "run-%d/beta%%2F2/Example%%2F0/0".formatted(run));
    }

    @Test
    void executionsOfIdenticalCodeThatDisagreeMakeATaskFlaky() {
        store(
                verdict(0, 0).code("same").outcome(Judged.PASSED).reached(),
                verdict(0, 1).code("same").outcome(Judged.FAILED).reached(),
                verdict(1, 0).code("one").outcome(Judged.PASSED).reached(),
                verdict(1, 1).code("other").outcome(Judged.FAILED).reached(),
                verdict(2, 0).execution("a").outcome(Judged.PASSED).reached(),
                verdict(2, 0).execution("b").outcome(Judged.TIMEOUT).reached(),
                verdict(3, 0).execution("c").outcome(Judged.PASSED).reached(),
                verdict(3, 0)
                        .execution("d")
                        .superseding("c")
                        .outcome(Judged.FAILED)
                        .reached(),
                verdict(4, 0).code("failing").outcome(Judged.TIMEOUT).reached(),
                verdict(4, 1).code("failing").outcome(Judged.FAILED).reached(),
                verdict(5, 0).code("slot").notJudged().reached(),
                verdict(5, 1).code("slot").outcome(Judged.PASSED).reached());

        assertThat(executions.flakyTasks(run)).containsExactlyInAnyOrder(0, 2);
    }

    @Test
    void countsAreThoseOfEffectiveVerdicts() {
        store(
                verdict(0, 0).execution("a").notJudged().reached(),
                verdict(0, 0).execution("b").outcome(Judged.PASSED).reached(),
                verdict(0, 1).notJudged().reached(),
                ExampleVerdict.on(ExampleRun.sample(run, 1, 0, 0))
                        .outcome(Judged.NO_CODE)
                        .reached());

        assertThat(executions.counts(run, "EXECUTION"))
                .isEqualTo(Map.of(0, Map.of("PASSED", 1, "NOT_JUDGED", 1), 1, Map.of("NO_CODE", 1)));
        assertThat(outcomes()).hasSize(3);
    }

    @Test
    void runsAreOpenedByManyAtOnce() {
        int first = run + 1;
        run += 4;
        List<CompletableFuture<Void>> openings = new ArrayList<>();
        for (int opening = 0; opening < 16; opening++) {
            int no = first + opening % 4;
            openings.add(CompletableFuture.runAsync(() -> partitions.open(no, new RunId("run-" + no))));
        }

        openings.forEach(CompletableFuture::join);

        assertThat(partitions.runNo(new RunId("run-" + run))).contains(run);
    }

    @Test
    void numberOfAnotherRunIsRefused() {
        int free = ++run;
        partitions.open(free, new RunId("run-" + free));

        assertThatExceptionOfType(UnknownSampleException.class)
                .isThrownBy(() -> new RunPartitions(store).open(free, new RunId("stranger")))
                .withMessage("run number %d of run stranger belongs to another run", free);
    }

    private PGSimpleDataSource dataSource() {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(postgres.jdbcUrl());
        dataSource.setUser(postgres.user());
        dataSource.setPassword(postgres.password());
        return dataSource;
    }
}
