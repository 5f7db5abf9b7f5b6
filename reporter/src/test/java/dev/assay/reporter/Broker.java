package dev.assay.reporter;

import dev.assay.contracts.event.Event;
import dev.assay.wire.event.EventWriter;
import dev.assay.wire.event.Outgoing;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** The services around the reporter: sends what the orchestrator and the scorer send, and collects dead letters. */
@ApplicationScoped
public class Broker {

    private final MutinyEmitter<byte[]> emitter;
    private final EventWriter writer;
    private final List<String> dead = new CopyOnWriteArrayList<>();

    Broker(
            @Channel("test-events") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<byte[]> emitter,
            EventWriter writer) {
        this.emitter = emitter;
        this.writer = writer;
    }

    void send(Event... events) {
        writer.publish(emitter, Stream.of(events).map(Outgoing::of).toList());
    }

    /** On the scores' topic, behind whatever has this key. */
    void sendGarbage(String key) {
        emitter.sendMessage(Message.of(
                        "{".getBytes(StandardCharsets.UTF_8),
                        Metadata.of(OutgoingKafkaRecordMetadata.<String>builder()
                                .withKey(key)
                                .build())))
                .await()
                .indefinitely();
    }

    List<String> deadKeys() {
        return dead;
    }

    @Incoming("test-dead")
    @Blocking
    void onDeadLetters(ConsumerRecords<String, byte[]> records) {
        records.forEach(each -> dead.add(each.key()));
    }
}
