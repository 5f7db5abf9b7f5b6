package dev.assay.generator;

import dev.assay.contracts.event.Event;
import dev.assay.contracts.event.SampleGenerated;
import dev.assay.contracts.event.VerdictReached;
import dev.assay.contracts.id.RunId;
import dev.assay.wire.event.EventReader;
import dev.assay.wire.event.EventWriter;
import dev.assay.wire.event.Outgoing;
import dev.assay.wire.event.Received;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** The services around the generator: sends what the orchestrator sends, and collects what the generator sends. */
@ApplicationScoped
public class Broker {

    private final MutinyEmitter<byte[]> emitter;
    private final EventWriter writer;
    private final EventReader reader;
    private final List<Received<SampleGenerated>> samples = new CopyOnWriteArrayList<>();
    private final List<VerdictReached> verdicts = new CopyOnWriteArrayList<>();
    private final List<String> dead = new CopyOnWriteArrayList<>();

    Broker(
            @Channel("test-events") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<byte[]> emitter,
            EventWriter writer,
            EventReader reader) {
        this.emitter = emitter;
        this.writer = writer;
        this.reader = reader;
    }

    void send(List<? extends Event> events) {
        writer.publish(emitter, events.stream().map(Outgoing::of).toList());
    }

    void send(Event event, String traceparent) {
        writer.publish(emitter, List.of(new Outgoing(event, traceparent)));
    }

    void sendGarbage(String key, String value) {
        emitter.sendMessage(Message.of(
                        value.getBytes(StandardCharsets.UTF_8),
                        Metadata.of(OutgoingKafkaRecordMetadata.<String>builder()
                                .withKey(key)
                                .build())))
                .await()
                .indefinitely();
    }

    List<SampleGenerated> samplesOf(RunId run) {
        return receivedOf(run).stream().map(Received::event).toList();
    }

    List<Received<SampleGenerated>> receivedOf(RunId run) {
        return samples.stream()
                .filter(each -> each.event().assignment().sampleId().run().equals(run))
                .toList();
    }

    List<VerdictReached> verdictsOf(RunId run) {
        return verdicts.stream()
                .filter(each -> each.sampleId().run().equals(run))
                .toList();
    }

    List<String> deadKeys() {
        return dead;
    }

    @Incoming("test-samples")
    @Blocking
    void onSamples(ConsumerRecords<String, byte[]> records) {
        samples.addAll(reader.read(records, SampleGenerated.class));
    }

    @Incoming("test-verdicts")
    @Blocking
    void onVerdicts(ConsumerRecords<String, byte[]> records) {
        reader.read(records, VerdictReached.class).forEach(each -> verdicts.add(each.event()));
    }

    @Incoming("test-dead")
    @Blocking
    void onDeadLetters(ConsumerRecords<String, byte[]> records) {
        records.forEach(each -> dead.add(each.key()));
    }
}
