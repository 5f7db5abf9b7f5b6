package dev.assay.generator;

import dev.assay.contracts.event.TaskAssigned;
import dev.assay.contracts.id.SampleId;
import dev.assay.contracts.run.RunRecord;
import dev.assay.contracts.run.RunState;
import dev.assay.generator.work.Assignment;
import dev.assay.generator.work.Assignments;
import dev.assay.wire.Persistently;
import dev.assay.wire.event.EventReader;
import dev.assay.wire.event.Received;
import dev.assay.wire.run.RunView;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Receives assignments and stores them, one commit a batch; acknowledges when they are stored. */
@ApplicationScoped
public class AssignmentInlet {

    private static final int TRACEPARENT_LENGTH = 55;

    private final EventReader reader;
    private final RunView runs;
    private final Assignments assignments;
    private final Dispatcher dispatcher;

    AssignmentInlet(EventReader reader, RunView runs, Assignments assignments, Dispatcher dispatcher) {
        this.reader = reader;
        this.runs = runs;
        this.assignments = assignments;
        this.dispatcher = dispatcher;
    }

    private record Arrived(ConsumerRecord<String, byte[]> message, Assignment assignment) {}

    @Incoming("generator-tasks")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        List<Arrived> arrived = new ArrayList<>(records.count());
        for (ConsumerRecord<String, byte[]> each : records) {
            reader.read(each, TaskAssigned.class)
                    .filter(received -> isWanted(each, received.event()))
                    .ifPresent(received -> arrived.add(new Arrived(each, assignment(received))));
        }
        if (!arrived.isEmpty()) {
            store(arrived);
            dispatcher.signal();
        }
    }

    private boolean isWanted(ConsumerRecord<String, byte[]> message, TaskAssigned task) {
        SampleId sample = task.sampleId();
        Optional<RunRecord> run = runs.find(sample.run());
        if (run.isPresent() && run.get().subjectNo(sample.subject()).isEmpty()) {
            reader.deadLetter(message, "run " + sample.run() + " has no subject '" + sample.subject() + "'");
            return false;
        }
        return run.map(known -> awaitsAnswers(known.state())).orElse(true);
    }

    private static boolean awaitsAnswers(RunState state) {
        return switch (state) {
            case RUNNING, PAUSED -> true;
            case JUDGED, FINISHED, CANCELLED -> false;
        };
    }

    private void store(List<Arrived> arrived) {
        try {
            Persistently.run(
                    "storing " + arrived.size() + " assignments",
                    () -> assignments.add(
                            arrived.stream().map(Arrived::assignment).toList()));
        } catch (RuntimeException e) {
            if (arrived.size() == 1) {
                reader.deadLetter(arrived.getFirst().message(), "cannot be stored: " + e.getMessage());
            } else {
                arrived.forEach(each -> store(List.of(each)));
            }
        }
    }

    private static Assignment assignment(Received<TaskAssigned> received) {
        return new Assignment(received.event(), wellFormed(received.traceparent()));
    }

    private static @Nullable String wellFormed(@Nullable String traceparent) {
        return traceparent != null
                        && traceparent.length() == TRACEPARENT_LENGTH
                        && traceparent.chars().allMatch(c -> c > ' ' && c < 0x7f)
                ? traceparent
                : null;
    }
}
