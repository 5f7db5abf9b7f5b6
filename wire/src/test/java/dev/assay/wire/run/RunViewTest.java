package dev.assay.wire.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.assay.contracts.event.RunChanged;
import dev.assay.contracts.id.Digest;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.json.Json;
import dev.assay.contracts.run.RunPlan;
import dev.assay.contracts.run.RunPlan.PlannedTask;
import dev.assay.contracts.run.RunRecord;
import dev.assay.contracts.suite.TaskMeta;
import dev.assay.wire.EmbeddedStack;
import dev.assay.wire.access.BlobKind;
import dev.assay.wire.blob.BlobUnavailableException;
import dev.assay.wire.blob.Shelf;
import dev.assay.wire.event.EventOutlet;
import dev.assay.wire.event.Outgoing;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(EmbeddedStack.class)
class RunViewTest {

    @Inject
    RunView runs;

    @Inject
    EventOutlet outlet;

    @Inject
    ReliableObserver reliable;

    @Inject
    FailingObserver failing;

    @Inject
    Shelf shelf;

    @Test
    void viewOfAnEmptyTopicIsCaughtUp() {
        await().atMost(Duration.ofSeconds(30)).until(runs::caughtUp);
    }

    @Test
    void runThatIsNotKnownYetIsWaitedFor() throws Exception {
        RunId run = new RunId("awaited");
        CompletableFuture<RunRecord> required = new CompletableFuture<>();
        Thread waiting = Thread.ofPlatform().start(() -> required.complete(runs.require(run)));
        await().until(() -> waiting.getState() == Thread.State.TIMED_WAITING);

        publish(RunRecords.changed("awaited", 1));

        assertThat(required.get(20, TimeUnit.SECONDS).runId()).isEqualTo(run);
        assertThat(runs.require(run, Duration.ZERO).revision()).isEqualTo(1);
    }

    @Test
    void runThatWasAwaitedInVainCostsNoMoreWaitingUntilItAppears() {
        RunId run = new RunId("missing");
        assertThatThrownBy(() -> runs.require(run, Duration.ofMillis(50)))
                .isInstanceOf(UnknownRunException.class)
                .hasMessage("unknown run missing");

        Thread patient = Thread.ofPlatform()
                .start(() -> assertThatThrownBy(() -> runs.require(run)).isInstanceOf(UnknownRunException.class));
        await().atMost(Duration.ofSeconds(10)).until(() -> patient.getState() == Thread.State.TERMINATED);

        publish(RunRecords.changed("missing", 1));
        await().untilAsserted(() -> assertThat(runs.find(run)).isPresent());
        assertThat(runs.require(run).runId()).isEqualTo(run);
    }

    @Test
    void olderAndEqualRevisionsAreIgnored() {
        publish(
                RunRecords.changed("revised", 1),
                RunRecords.changed("revised", 3),
                RunRecords.changed("revised", 2),
                RunRecords.changed("revised", 3),
                RunRecords.changed("revised", 4));

        await().untilAsserted(() -> assertThat(reliable.revisionsOf("revised")).contains(4));
        assertThat(reliable.revisionsOf("revised")).containsExactly(1, 3, 4);
        assertThat(runs.find(new RunId("revised")).orElseThrow().revision()).isEqualTo(4);
    }

    @Test
    void observerThatFailsIsToldAgainAndKeepsNobodyWaiting() {
        publish(
                RunRecords.changed("failing-once", 1),
                RunRecords.changed("failing-twice", 1),
                RunRecords.changed("failing-twice", 2),
                RunRecords.changed("sound", 1));

        await().untilAsserted(() -> assertThat(failing.revisionsOf("sound")).containsExactly(1));
        await().until(() -> failing.failures() > 5);
        assertThat(failing.revisionsOf("failing-once")).isEmpty();
        failing.mend();

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(failing.revisionsOf("failing-once")).containsExactly(1);
            assertThat(failing.revisionsOf("failing-twice")).containsExactly(2);
        });
        assertThat(reliable.revisionsOf("failing-once")).containsExactly(1);
        assertThat(reliable.revisionsOf("failing-twice")).containsExactly(1, 2);
    }

    @Test
    void taskHasItsNumberInThePlan() {
        RunPlan plan = new RunPlan(3, Map.of(), Map.of(), List.of(task("a/0"), task("a/1")));
        Digest digest = shelf.put(BlobKind.PLAN, Json.canonical(plan));
        RunRecord run = RunRecords.record("planned", 1, digest);

        assertThat(runs.plan(run)).isEqualTo(plan);
        assertThat(runs.taskNo(run, new TaskId("a/1"))).isEqualTo(1);
        assertThatThrownBy(() -> runs.taskNo(run, new TaskId("a/2")))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("run planned has no task 'a/2'");
        assertThat(shelf.requests(BlobKind.PLAN, digest)).isEqualTo(1);
    }

    @Test
    void planThatCannotBeHadIsAskedForAgain() {
        byte[] plan = Json.canonical(new RunPlan(1, Map.of(), Map.of(), List.of(task("late"))));
        RunRecord run = RunRecords.record("plan-late", 1, Digest.of(plan));

        assertThatThrownBy(() -> runs.plan(run)).isInstanceOf(BlobUnavailableException.class);
        shelf.put(BlobKind.PLAN, plan);

        assertThat(runs.taskNo(run, new TaskId("late"))).isZero();
    }

    private void publish(RunChanged... events) {
        for (RunChanged each : events) {
            outlet.publish(Outgoing.of(each));
        }
    }

    private static PlannedTask task(String id) {
        Digest digest = Digest.of(id);
        TaskMeta meta = new TaskMeta(
                1, "category", null, null, null, List.of(), null, null, null, null, null, List.of(), List.of());
        return new PlannedTask(new TaskId(id), digest, digest, digest, null, List.of(), null, meta);
    }
}
