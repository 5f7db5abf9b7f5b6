package dev.assay.wire.event;

import dev.assay.contracts.event.RunProgressed;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps what arrives. */
@ApplicationScoped
class ScoreInlet {

    private final EventReader reader;
    private final List<Arrived> arrived = new CopyOnWriteArrayList<>();

    ScoreInlet(EventReader reader) {
        this.reader = reader;
    }

    record Arrived(ConsumerRecord<String, byte[]> message, Received<RunProgressed> received) {}

    @Incoming("test-scores")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        for (ConsumerRecord<String, byte[]> each : records) {
            reader.read(each, RunProgressed.class).ifPresent(event -> arrived.add(new Arrived(each, event)));
        }
    }

    List<Arrived> arrived() {
        return List.copyOf(arrived);
    }
}
