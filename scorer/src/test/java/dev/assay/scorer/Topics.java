package dev.assay.scorer;

import dev.assay.contracts.event.Event;
import dev.assay.contracts.event.EventType;
import dev.assay.contracts.id.Digest;
import dev.assay.contracts.json.Json;
import dev.assay.contracts.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.Config;

/** What the other services would send and see, with plain clients. */
final class Topics implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();

    Topics(Config config) {
        Properties client = new Properties();
        client.put("bootstrap.servers", config.getValue("kafka.bootstrap.servers", String.class));
        for (String key : List.of("security.protocol", "sasl.mechanism", "sasl.jaas.config")) {
            config.getOptionalValue("kafka." + key, String.class).ifPresent(value -> client.put(key, value));
        }
        producer = new KafkaProducer<>(client, new StringSerializer(), new ByteArraySerializer());
        consumer = new KafkaConsumer<>(client, new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions =
                List.of(Topic.SCORES.topicName(), Topic.VERDICTS.deadLetterTopicName()).stream()
                        .flatMap(topic -> consumer.partitionsFor(topic).stream())
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    void publish(Event event) {
        publish(event.topic(), event.partitionKey(), EventType.of(event).cloudEventsType(), Json.bytes(event));
    }

    void publish(Topic topic, String key, String type, byte[] value) {
        ProducerRecord<String, byte[]> sent = new ProducerRecord<>(topic.topicName(), key, value);
        Map.of(
                        "content-type",
                        "application/json",
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        Digest.of(value).hex(),
                        "ce_type",
                        type,
                        "ce_source",
                        "/test")
                .forEach((name, text) -> sent.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        producer.send(sent);
    }

    /** All events of this type on {@code assay.scores} so far. */
    <E extends Event> List<E> scores(Class<E> type) {
        poll();
        return seen.stream()
                .filter(each -> EventType.named(header(each, "ce_type")).stream()
                        .anyMatch(named -> named.recordType().equals(type)))
                .filter(each -> each.topic().equals(Topic.SCORES.topicName()))
                .map(each -> Json.read(each.value(), type))
                .toList();
    }

    /** Why records of {@code assay.verdicts} were set aside so far. */
    List<String> deadLetterReasons() {
        poll();
        return seen.stream()
                .filter(each -> each.topic().equals(Topic.VERDICTS.deadLetterTopicName()))
                .map(each -> header(each, "dlq_reason"))
                .toList();
    }

    private void poll() {
        producer.flush();
        consumer.poll(Duration.ofMillis(50)).forEach(seen::add);
    }

    private static String header(ConsumerRecord<String, byte[]> message, String name) {
        Header header = message.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
