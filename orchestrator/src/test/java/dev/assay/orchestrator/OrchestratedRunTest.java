package dev.assay.orchestrator;

import static dev.assay.orchestrator.RestApi.act;
import static dev.assay.orchestrator.RestApi.open;
import static dev.assay.orchestrator.RestApi.register;
import static dev.assay.orchestrator.RestApi.status;
import static dev.assay.orchestrator.run.Requests.replay;
import static dev.assay.orchestrator.run.Requests.run;
import static dev.assay.orchestrator.suite.SuiteDocuments.suite;
import static dev.assay.orchestrator.suite.SuiteDocuments.task;
import static dev.assay.orchestrator.suite.SuiteDocuments.unreferenced;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.assay.contracts.event.RunProgressed;
import dev.assay.contracts.event.RunProgressed.SubjectProgress;
import dev.assay.contracts.event.TaskAssigned;
import dev.assay.contracts.event.VerdictsStored;
import dev.assay.contracts.id.Digest;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.id.SampleId;
import dev.assay.contracts.id.SubjectName;
import dev.assay.contracts.json.Json;
import dev.assay.contracts.outcome.Judged;
import dev.assay.contracts.outcome.NotJudged;
import dev.assay.contracts.outcome.NotJudged.Blame;
import dev.assay.contracts.outcome.Outcome;
import dev.assay.contracts.run.PauseReason;
import dev.assay.contracts.run.Purpose;
import dev.assay.contracts.run.RunPlan;
import dev.assay.contracts.run.RunPlan.PlannedTask;
import dev.assay.contracts.run.RunRecord;
import dev.assay.contracts.run.RunState;
import dev.assay.contracts.suite.TaskDocument;
import dev.assay.orchestrator.blob.StoredBlobs;
import dev.assay.orchestrator.ledger.Ledger;
import dev.assay.orchestrator.ledger.ProgressBoard;
import dev.assay.orchestrator.ledger.RunControl;
import dev.assay.orchestrator.ledger.Settlement;
import dev.assay.orchestrator.run.Outbox;
import dev.assay.orchestrator.run.Runs;
import dev.assay.wire.access.BlobKind;
import dev.assay.wire.run.RunView;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
class OrchestratedRunTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Outcome SLOT_DIED = new NotJudged("SLOT_DIED", Blame.SANDBOX, true);
    private static final Outcome ANSWER_MISSING = new NotJudged("ANSWER_MISSING", Blame.RECORDING, false);

    @Inject
    TestScorer scorer;

    @Inject
    Ledger ledger;

    @Inject
    Settlement settlement;

    @Inject
    RunControl control;

    @Inject
    ProgressBoard progress;

    @Inject
    Outbox outbox;

    @Inject
    Runs runs;

    @Inject
    RunView view;

    @Inject
    StoredBlobs blobs;

    @Inject
    TaskOutlet taskOutlet;

    @Inject
    RunOutlet runOutlet;

    @AfterEach
    void cancelWhatIsLeft() {
        runs.newest(100).stream()
                .filter(run -> run.state() == RunState.RUNNING || run.state() == RunState.PAUSED)
                .forEach(run -> control.cancel(run.runId()));
    }

    @Test
    void runIsReleasedInItsWindowJudgedAndFinished() {
        RunRecord run = open(run(register(suite(tasks("w", 6))), null, false, replay("one", 3), replay("two", 3)));
        List<TaskAssigned> first = awaitAssigned(run.runId(), EmbeddedStack.WINDOW);

        assertThat(first).hasSize(EmbeddedStack.WINDOW).allMatch(task -> task.attempt() == 1);
        assertThat(first.stream().filter(task -> subject(task).equals("one"))).hasSize(10);
        scorer.store(Judged.PASSED, first);
        List<TaskAssigned> all = awaitAssigned(run.runId(), 36);
        assertThat(samples(all)).hasSize(36);
        assertThat(status(run.runId()).progress())
                .allMatch(each -> each.planned() == 18 && each.released() == 18 && each.settled() == 10);

        scorer.store(Judged.FAILED, all.subList(EmbeddedStack.WINDOW, 36));
        awaitState(run.runId(), RunState.JUDGED);
        scorer.send(TestScorer.scored(run.runId(), new SubjectName("one")));
        scorer.send(TestScorer.scored(run.runId(), new SubjectName("one")));
        assertThat(status(run.runId()).record().state()).isEqualTo(RunState.JUDGED);
        scorer.send(TestScorer.scored(run.runId(), new SubjectName("two")));

        awaitState(run.runId(), RunState.FINISHED);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(scorer.revisionsOf(run.runId()))
                        .extracting(RunRecord::state)
                        .containsExactly(RunState.RUNNING, RunState.JUDGED, RunState.FINISHED));
        assertThat(scorer.revisionsOf(run.runId()))
                .extracting(RunRecord::revision)
                .containsExactly(1, 2, 3);
    }

    @Test
    void assignmentNamesAllDigestsAndNeverTheReference() {
        RunRecord run = open(run(register(suite(task("digests"))), null, false, replay("one", 2)));

        List<TaskAssigned> assigned = awaitAssigned(run.runId(), 2);

        PlannedTask planned = plan(run).tasks().getFirst();
        TaskAssigned task = assigned.getFirst();
        assertThat(task.inputs()).isEmpty();
        assertThat(task.suiteDigest()).isEqualTo(run.suite().digest());
        assertThat(task.taskDigest()).isEqualTo(planned.taskDigest());
        assertThat(task.promptDigest()).isEqualTo(planned.promptDigest());
        assertThat(task.judgeDigest()).isEqualTo(planned.judgeDigest());
        assertThat(task.fingerprint()).isEqualTo(run.subjects().getFirst().fingerprint());
        assertThat(task.epoch()).isEqualTo(run.runId().value());
        assertThat(assigned).extracting(TaskAssigned::seed).doesNotHaveDuplicates();
    }

    @Test
    void referencesAreJudgedFirstAndBrokenTasksAreSetAside() {
        Digest digest = register(suite(task("v-good"), task("v-bad"), unreferenced("v-free")));
        RunRecord run = open(run(digest, null, true, replay("one", 1)));
        RunRecord validation = validationOf(digest);
        List<TaskAssigned> references = awaitAssigned(validation.runId(), 2);

        assertThat(scorer.assignedOf(run.runId())).isEmpty();
        assertThat(references)
                .extracting(task -> task.inputs().getFirst().role())
                .containsOnly(TaskAssigned.REFERENCE_ROLE);
        scorer.send(new VerdictsStored(
                validation.runId(),
                references.stream()
                        .map(task -> task.sampleId().task().value().equals("v-bad")
                                ? TestScorer.stored(task, Judged.FAILED, "assert 1 == 2")
                                : TestScorer.stored(task, Judged.PASSED, null))
                        .toList()));

        List<TaskAssigned> assigned = awaitAssigned(run.runId(), 2);
        assertThat(assigned)
                .extracting(task -> task.sampleId().task().value())
                .containsExactlyInAnyOrder("v-good", "v-free");
        assertThat(assigned).extracting(TaskAssigned::referenceMillis).containsExactlyInAnyOrder(12L, null);
        RunRecord validated = status(run.runId()).record();
        assertThat(validated.revision()).isEqualTo(2);
        assertThat(validated.quarantined()).singleElement().satisfies(set -> {
            assertThat(set.task().value()).isEqualTo("v-bad");
            assertThat(set.reason()).contains("FAILED").contains("assert 1 == 2");
        });
        assertThat(status(run.runId()).progress().getFirst().planned()).isEqualTo(2);

        RunRecord second = open(run(digest, null, true, replay("one", 1)));
        assertThat(second.quarantined()).isEqualTo(validated.quarantined());
        awaitAssigned(second.runId(), 2);
        assertThat(validationOf(digest).runId()).isEqualTo(validation.runId());
    }

    @Test
    void cancelledValidationLetsTheRunBeginWithAWarning() {
        Digest digest = register(suite(task("x-one")));
        RunRecord run = open(run(digest, null, true, replay("one", 1)));

        act(validationOf(digest).runId(), "cancel");

        awaitAssigned(run.runId(), 1);
        assertThat(status(run.runId()).record().warnings())
                .singleElement()
                .asString()
                .contains("x-one");
    }

    @Test
    void verdictThatComesTwiceIsCountedOnce() {
        RunRecord run = open(run(register(suite(tasks("dup", 3))), null, false, replay("one", 1)));
        List<TaskAssigned> assigned = awaitAssigned(run.runId(), 3);

        scorer.store(Judged.PASSED, assigned.subList(0, 2));
        scorer.store(Judged.PASSED, assigned.subList(0, 2));
        scorer.store(Judged.FAILED, assigned.subList(0, 1));

        awaitSettled(run.runId(), 2);
        scorer.store(Judged.PASSED, assigned);
        awaitState(run.runId(), RunState.JUDGED);
        assertThat(status(run.runId()).progress().getFirst().settled()).isEqualTo(3);
    }

    @Test
    void sampleThatCouldNotBeJudgedIsTriedThreeTimesAndThenFinal() {
        RunRecord run = open(run(register(suite(tasks("retry", 2))), null, false, replay("one", 1)));
        List<TaskAssigned> assigned = awaitAssigned(run.runId(), 2);
        scorer.store(Judged.PASSED, assigned.subList(0, 1));
        TaskAssigned failing = assigned.get(1);

        for (int attempt = 2; attempt <= 3; attempt++) {
            scorer.store(SLOT_DIED, List.of(failing));
            scorer.store(SLOT_DIED, List.of(failing));
            failing = awaitAssigned(run.runId(), 1 + attempt).getLast();
            assertThat(failing.attempt()).isEqualTo(attempt);
            assertThat(failing.sampleId()).isEqualTo(assigned.get(1).sampleId());
        }
        assertThat(status(run.runId()).record().state()).isEqualTo(RunState.RUNNING);
        scorer.store(SLOT_DIED, List.of(failing));

        awaitState(run.runId(), RunState.JUDGED);
        assertThat(scorer.assignedOf(run.runId())).hasSize(4);
    }

    @Test
    void failureThatNoRetryCanMendIsFinalAtOnce() {
        RunRecord run = open(run(register(suite(task("missing"))), null, false, replay("one", 1)));

        scorer.store(ANSWER_MISSING, awaitAssigned(run.runId(), 1));

        awaitState(run.runId(), RunState.JUDGED);
        assertThat(scorer.assignedOf(run.runId())).hasSize(1);
    }

    @Test
    void pausedRunReleasesNothingUntilItIsResumedAndThenRepeatsWhatWasOutstanding() {
        RunRecord run = open(run(register(suite(tasks("pause", 30))), null, false, replay("one", 1)));
        List<TaskAssigned> first = awaitAssigned(run.runId(), EmbeddedStack.WINDOW);

        RunRecord paused = act(run.runId(), "pause");
        scorer.store(Judged.PASSED, first.subList(0, 15));
        awaitSettled(run.runId(), 15);

        assertThat(paused.pauseReason()).isEqualTo(PauseReason.INTERRUPTED);
        assertThat(scorer.assignedOf(run.runId())).hasSize(EmbeddedStack.WINDOW);
        RunRecord resumed = act(run.runId(), "resume");
        assertThat(resumed.revision()).isEqualTo(3);
        List<TaskAssigned> all = awaitAssigned(run.runId(), EmbeddedStack.WINDOW + 5 + 10);
        assertThat(all.stream().filter(task -> task.attempt() == 2).map(TaskAssigned::sampleId))
                .containsExactlyInAnyOrderElementsOf(samples(first.subList(15, 20)));
        assertThat(samples(all)).hasSize(30);
    }

    @Test
    void cancelledRunReleasesNothingMoreAndForgetsItsWork() {
        RunRecord run = open(run(register(suite(tasks("cancel", 30))), null, false, replay("one", 1)));
        List<TaskAssigned> first = awaitAssigned(run.runId(), EmbeddedStack.WINDOW);

        act(run.runId(), "cancel");
        scorer.store(Judged.PASSED, first);
        RunRecord next = open(run(register(suite(tasks("next", 2))), null, false, replay("one", 1)));
        awaitAssigned(next.runId(), 2);

        assertThat(scorer.assignedOf(run.runId())).hasSize(EmbeddedStack.WINDOW);
        assertThat(status(run.runId()).progress().getFirst().settled()).isZero();
    }

    @Test
    void staleWorkIsReleasedAgainAndALateVerdictOfTheFirstAttemptCounts() {
        RunRecord run = open(run(register(suite(task("stale"))), null, false, replay("one", 1)));
        TaskAssigned first = awaitAssigned(run.runId(), 1).getFirst();

        assertThat(ledger.markStale(Duration.ofMinutes(10))).isZero();
        assertThat(ledger.markStale(Duration.ZERO)).isEqualTo(1);

        assertThat(awaitAssigned(run.runId(), 2).getLast().attempt()).isEqualTo(2);
        scorer.store(Judged.PASSED, List.of(first));
        awaitState(run.runId(), RunState.JUDGED);
    }

    @Test
    void restartReleasesAgainWhatWasOutstanding() {
        RunRecord run = open(run(register(suite(tasks("restart", 4))), null, false, replay("one", 1)));
        List<TaskAssigned> first = awaitAssigned(run.runId(), 4);
        scorer.store(Judged.PASSED, first.subList(0, 1));
        awaitSettled(run.runId(), 1);

        Orchestration started = orchestration(Map.of("assay.orchestrator.release-on-start", "true"));
        started.start(new StartupEvent());

        List<TaskAssigned> again = awaitAssigned(run.runId(), 7).subList(4, 7);
        started.stop(new ShutdownEvent());
        assertThat(again).allMatch(task -> task.attempt() == 2);
        assertThat(samples(again)).isEqualTo(samples(first.subList(1, 4)));
    }

    @Test
    void runsThatTheirTopicHasLostArePublishedAgain() {
        RunRecord run = open(run(register(suite(task("lost"))), null, false, replay("one", 1)));
        await().atMost(PATIENCE).until(() -> view.find(run.runId()).isPresent());

        assertThat(outbox.restore(view.all())).isZero();
        assertThat(outbox.restore(List.of())).isEqualTo(runs.newest(1_000).size());
    }

    @Test
    void newcomerGetsItsShareOfTheWindow() {
        Digest digest = register(suite(tasks("fair", 60)));
        RunRecord first = open(run(digest, null, false, replay("one", 1)));
        List<TaskAssigned> held = awaitAssigned(first.runId(), EmbeddedStack.WINDOW);
        RunRecord second = open(run(digest, null, false, replay("one", 1)));

        scorer.store(Judged.PASSED, held.subList(0, 10));

        awaitAssigned(second.runId(), 10);
        assertThat(scorer.assignedOf(first.runId())).hasSize(EmbeddedStack.WINDOW);
    }

    @Test
    void releasersAtTheSameTimeNeverReleaseASampleTwice() {
        RunRecord run = open(run(register(suite(tasks("race", 40))), null, false, replay("one", 50)));
        Queue<TaskAssigned> released = new ConcurrentLinkedQueue<>();

        try (ExecutorService releasers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int releaser = 0; releaser < 4; releaser++) {
                releasers.execute(() -> {
                    while (released.size() + scorer.assignedOf(run.runId()).size() < 2_000) {
                        released.addAll(ledger.release(10_000));
                    }
                });
            }
        }

        released.addAll(scorer.assignedOf(run.runId()));
        assertThat(released).hasSize(2_000);
        assertThat(samples(List.copyOf(released))).hasSize(2_000);
    }

    @Test
    void countsAreThoseThatTheScorerReportedLast() {
        RunRecord run = open(run(register(suite(task("counts"))), null, false, replay("one", 1)));

        scorer.send(new RunProgressed(
                run.runId(),
                Instant.now(),
                List.of(new SubjectProgress(new SubjectName("one"), 1, Map.of("PASSED", 1)))));

        await().atMost(PATIENCE)
                .until(() -> status(run.runId()).progress().getFirst().counts().equals(Map.of("PASSED", 1)));
    }

    private Orchestration orchestration(Map<String, String> keys) {
        OrchestratorConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(OrchestratorConfig.class)
                .withDefaultValues(keys)
                .build()
                .getConfigMapping(OrchestratorConfig.class);
        return new Orchestration(config, ledger, settlement, control, progress, outbox, view, taskOutlet, runOutlet);
    }

    private static TaskDocument[] tasks(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(no -> unreferenced(prefix + "-" + no))
                .toArray(TaskDocument[]::new);
    }

    private RunRecord validationOf(Digest suite) {
        return runs.newest(100).stream()
                .filter(run -> run.purpose() == Purpose.VALIDATION
                        && run.suite().digest().equals(suite))
                .findFirst()
                .orElseThrow();
    }

    private RunPlan plan(RunRecord run) {
        return Json.read(blobs.find(BlobKind.PLAN, run.plan()).orElseThrow(), RunPlan.class);
    }

    private List<TaskAssigned> awaitAssigned(RunId run, int count) {
        await().atMost(PATIENCE).until(() -> scorer.assignedOf(run).size() >= count);
        return scorer.assignedOf(run);
    }

    private static void awaitState(RunId run, RunState state) {
        await().atMost(PATIENCE).until(() -> status(run).record().state() == state);
    }

    private static void awaitSettled(RunId run, int count) {
        await().atMost(PATIENCE).until(() -> status(run).progress().getFirst().settled() == count);
    }

    private static String subject(TaskAssigned task) {
        return task.sampleId().subject().value();
    }

    private static Set<SampleId> samples(List<TaskAssigned> tasks) {
        return tasks.stream().map(TaskAssigned::sampleId).collect(toSet());
    }
}
