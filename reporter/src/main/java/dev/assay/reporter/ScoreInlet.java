package dev.assay.reporter;

import dev.assay.contracts.event.RunScored;
import dev.assay.reporter.history.History;
import dev.assay.wire.Persistently;
import dev.assay.wire.event.EventReader;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jdbi.v3.core.JdbiException;

/** Receives frozen scores. */
@ApplicationScoped
public class ScoreInlet {

    private final EventReader reader;
    private final History history;

    ScoreInlet(EventReader reader, History history) {
        this.reader = reader;
        this.history = history;
    }

    @Incoming("reporter-scores")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        for (ConsumerRecord<String, byte[]> each : records) {
            reader.read(each, RunScored.class).ifPresent(received -> keep(received.event(), each));
        }
    }

    private void keep(RunScored scored, ConsumerRecord<String, byte[]> origin) {
        try {
            Persistently.run("storing scores of run " + scored.run(), () -> history.add(scored));
        } catch (JdbiException e) {
            reader.deadLetter(origin, "cannot be stored: " + e.getMessage());
        }
    }
}
