package dev.assay.reporter;

import dev.assay.contracts.event.RunScored;
import dev.assay.reporter.history.History;
import dev.assay.wire.Persistently;
import dev.assay.wire.event.EventReader;
import dev.assay.wire.event.Received;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

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
        for (Received<RunScored> each : reader.read(records, RunScored.class)) {
            Persistently.run("storing scores of run " + each.event().run(), () -> history.add(each.event()));
        }
    }
}
