package dev.assay.wire.event;

import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;

/**
 * Sets records aside that cannot be processed: as they were, on {@code <topic>.dlq}, with headers that say why
 * ({@code dlq_reason}), where ({@code dlq_topic}, {@code dlq_partition}, {@code dlq_offset}), who ({@code dlq_service})
 * and when ({@code dlq_time}).
 */
@ApplicationScoped
public class DeadLetters {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);
    private static final int LONGEST_REASON = 2_000;

    private final MutinyEmitter<byte[]> emitter;
    private final String service;

    DeadLetters(
            @Channel("dead-letters") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<byte[]> emitter,
            @ConfigProperty(name = "quarkus.application.name", defaultValue = "assay") String service) {
        this.emitter = emitter;
        this.service = service;
    }

    /**
     * Returns when the broker has confirmed it.
     *
     * @param reason in words, for the operator
     */
    public void add(ConsumerRecord<String, byte[]> dead, String reason) {
        LOG.warnf("dead letter from %s-%d@%d: %s", dead.topic(), dead.partition(), dead.offset(), reason);
        Headers headers = new RecordHeaders(dead.headers().toArray());
        CloudEvents.put(
                headers, "dlq_reason", reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason);
        CloudEvents.put(headers, "dlq_topic", dead.topic());
        CloudEvents.put(headers, "dlq_partition", String.valueOf(dead.partition()));
        CloudEvents.put(headers, "dlq_offset", String.valueOf(dead.offset()));
        CloudEvents.put(headers, "dlq_service", service);
        CloudEvents.put(headers, "dlq_time", Instant.now().toString());
        if (dead.value() == null) {
            CloudEvents.put(headers, "dlq_null_value", "true");
        }
        emitter.sendMessage(Message.of(
                        dead.value() == null ? new byte[0] : dead.value(),
                        Metadata.of(OutgoingKafkaRecordMetadata.<String>builder()
                                .withTopic(dead.topic() + ".dlq")
                                .withKey(dead.key())
                                .withHeaders(headers)
                                .build())))
                .await()
                .indefinitely();
    }
}
