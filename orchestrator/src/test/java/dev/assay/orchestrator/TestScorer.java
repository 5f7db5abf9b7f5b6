package dev.assay.orchestrator;

import dev.assay.contracts.event.Event;
import dev.assay.contracts.event.RunChanged;
import dev.assay.contracts.event.RunScored;
import dev.assay.contracts.event.RunScored.Provenance;
import dev.assay.contracts.event.RunScored.UsageSummary;
import dev.assay.contracts.event.TaskAssigned;
import dev.assay.contracts.event.VerdictsStored;
import dev.assay.contracts.event.VerdictsStored.Stored;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.id.SubjectName;
import dev.assay.contracts.outcome.Outcome;
import dev.assay.contracts.run.JudgeKind;
import dev.assay.contracts.run.RunRecord;
import dev.assay.wire.ExecutionIds;
import dev.assay.wire.event.EventReader;
import dev.assay.wire.event.EventWriter;
import dev.assay.wire.event.Outgoing;
import dev.assay.wire.event.Received;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jspecify.annotations.Nullable;

/** Everything after the orchestrator, played by the test over the real topics. */
@ApplicationScoped
public class TestScorer {
    private final List<TaskAssigned> assigned = new CopyOnWriteArrayList<>();
    private final List<RunRecord> revisions = new CopyOnWriteArrayList<>();
    private final EventReader reader;
    private final EventWriter writer;
    private final MutinyEmitter<byte[]> scores;

    TestScorer(
            EventReader reader,
            EventWriter writer,
            @Channel("test-scores") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<byte[]> scores) {
        this.reader = reader;
        this.writer = writer;
        this.scores = scores;
    }

    @Incoming("test-tasks")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        reader.read(records, TaskAssigned.class).stream().map(Received::event).forEach(assigned::add);
    }

    void on(@Observes RunChanged event) {
        revisions.add(event.run());
    }

    /** What was assigned for this run, in order of arrival. */
    List<TaskAssigned> assignedOf(RunId run) {
        return assigned.stream()
                .filter(task -> task.sampleId().run().equals(run))
                .toList();
    }

    /** The published revisions of this run, in order of arrival. */
    List<RunRecord> revisionsOf(RunId run) {
        return revisions.stream().filter(record -> record.runId().equals(run)).toList();
    }

    void send(Event... events) {
        writer.publish(scores, Arrays.stream(events).map(Outgoing::of).toList());
    }

    void store(Outcome outcome, Collection<TaskAssigned> tasks) {
        RunId run = tasks.iterator().next().sampleId().run();
        send(new VerdictsStored(
                run, tasks.stream().map(task -> stored(task, outcome, null)).toList()));
    }

    static Stored stored(TaskAssigned task, Outcome outcome, @Nullable String message) {
        return new Stored(
                task.sampleId(),
                task.stage().ordinal(),
                task.stage().round(),
                JudgeKind.EXECUTION,
                task.attempt(),
                ExecutionIds.next(),
                outcome,
                12L,
                message);
    }

    static RunScored scored(RunId run, SubjectName subject) {
        return new RunScored(
                run,
                subject,
                "fp1:0",
                1,
                true,
                null,
                1,
                1,
                1.0,
                new Provenance(List.of(), List.of(), List.of(), List.of(), "test"),
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                new UsageSummary(null, null, Map.of(), null, null, 0));
    }
}
