package dev.assay.wire.event;

import dev.assay.wire.Persistently;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sets records aside that cannot be processed: as they were, on {@code <topic>.dlq}, with headers that say why
 * ({@code dlq_reason}), where ({@code dlq_topic}, {@code dlq_partition}, {@code dlq_offset}), who ({@code dlq_service})
 * and when ({@code dlq_time}). Of a record that is too large for that topic the beginning is kept, and its length
 * ({@code dlq_value_bytes}).
 */
@ApplicationScoped
public class DeadLetters {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);
    private static final String SUFFIX = ".dlq";

    private final MutinyEmitter<byte[]> emitter;
    private final String service;

    DeadLetters(
            @Channel("dead-letters") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<byte[]> emitter,
            @ConfigProperty(name = "quarkus.application.name", defaultValue = "assay") String service) {
        this.emitter = emitter;
        this.service = service;
    }

    /**
     * Returns when the broker has confirmed it, and waits while the broker is out. If the broker refuses it for good, that
     * is logged with its address, and the stream goes on.
     *
     * @param reason in words, for the operator
     */
    public void add(ConsumerRecord<String, byte[]> dead, String reason) {
        LOG.warnf("dead letter from %s: %s", DeadLetter.address(dead), reason);
        DeadLetter letter = DeadLetter.of(dead, reason, service, Instant.now());
        try {
            Persistently.run("setting " + DeadLetter.address(dead) + " aside", () -> send(dead.topic(), letter));
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            LOG.errorf(e, "%s could not be set aside and stays where it is", DeadLetter.address(dead));
        }
    }

    private void send(String topic, DeadLetter letter) {
        try {
            publish(topic, letter);
        } catch (RuntimeException e) {
            if (!isTooLarge(e)) {
                throw e;
            }
            publish(topic, letter.cut());
        }
    }

    private void publish(String topic, DeadLetter letter) {
        emitter.sendMessage(Message.of(
                        letter.value(),
                        Metadata.of(OutgoingKafkaRecordMetadata.<String>builder()
                                .withTopic(topic + SUFFIX)
                                .withKey(letter.key())
                                .withHeaders(letter.headers())
                                .build())))
                .await()
                .indefinitely();
    }

    private static boolean isTooLarge(Throwable thrown) {
        for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof RecordTooLargeException) {
                return true;
            }
        }
        return false;
    }
}
