package dev.assay.wire.event;

import dev.assay.contracts.json.Json;
import dev.assay.wire.trace.Traces;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;

/** Publishes events as CloudEvents, each with the key and on the topic that it names. */
@ApplicationScoped
public class EventWriter {

    private final Traces traces;
    private final String source;

    EventWriter(
            Traces traces, @ConfigProperty(name = "quarkus.application.name", defaultValue = "assay") String source) {
        this.traces = traces;
        this.source = "/assay/" + source;
    }

    /**
     * Publishes all of them and returns when the broker has confirmed each.
     *
     * @param emitter with an unbounded buffer
     * @throws RuntimeException if the broker did not take one; then publish all of them again
     */
    public void publish(MutinyEmitter<byte[]> emitter, Collection<Outgoing> events) {
        if (events.isEmpty()) {
            return;
        }
        List<Uni<Void>> sends = events.stream()
                .map(outgoing -> emitter.sendMessage(message(outgoing)))
                .toList();
        Uni.join().all(sends).andCollectFailures().await().indefinitely();
    }

    private Message<byte[]> message(Outgoing outgoing) {
        String topic = outgoing.event().topic().topicName();
        Headers headers = CloudEvents.of(outgoing.event(), source, Instant.now());
        CloudEvents.put(headers, Traces.TRACEPARENT, traces.publishing(outgoing.traceparent(), topic));
        return Message.of(
                Json.bytes(outgoing.event()),
                Metadata.of(OutgoingKafkaRecordMetadata.<String>builder()
                        .withTopic(topic)
                        .withKey(outgoing.event().partitionKey())
                        .withHeaders(headers)
                        .build()));
    }
}
