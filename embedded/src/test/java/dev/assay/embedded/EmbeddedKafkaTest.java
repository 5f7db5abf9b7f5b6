package dev.assay.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.contracts.topic.Topic;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaTest {
    private static final TopicPartition RUNS = new TopicPartition(Topic.RUNS.topicName(), 0);

    @TempDir
    Path directory;

    @Test
    void hasEveryTopicAndItsDeadLetters() throws ExecutionException, InterruptedException {
        try (var kafka = EmbeddedKafka.start(directory);
                var admin = Admin.create(Map.copyOf(kafka.clientProperties()))) {
            for (Topic topic : Topic.values()) {
                int partitions = Math.min(topic.partitions(), 4);
                var described = admin.describeTopics(List.of(topic.topicName(), topic.deadLetterTopicName()))
                        .allTopicNames()
                        .get();
                assertThat(described.values())
                        .allSatisfy(description ->
                                assertThat(description.partitions()).hasSize(partitions))
                        .hasSize(2);
            }
        }
    }

    @Test
    void runsAreCompacted() throws ExecutionException, InterruptedException {
        var runs = new ConfigResource(ConfigResource.Type.TOPIC, Topic.RUNS.topicName());
        try (var kafka = EmbeddedKafka.start(directory);
                var admin = Admin.create(Map.copyOf(kafka.clientProperties()))) {
            assertThat(admin.describeConfigs(List.of(runs)).all().get())
                    .hasEntrySatisfying(
                            runs,
                            config -> assertThat(config.get("cleanup.policy").value())
                                    .isEqualTo("compact"));
        }
    }

    @Test
    void keepsRecordsOverACleanStop() throws ExecutionException, InterruptedException {
        // Given
        try (var kafka = EmbeddedKafka.start(directory)) {
            assertThat(kafka.fresh()).isTrue();
            send(kafka, "kept");
        }

        // When
        try (var kafka = EmbeddedKafka.start(directory)) {
            // Then
            assertThat(kafka.fresh()).isFalse();
            assertThat(records(kafka)).containsExactly("kept");
        }
    }

    @Test
    void beginsAnewAfterAnUncleanStop() throws ExecutionException, InterruptedException, IOException {
        // Given
        try (var kafka = EmbeddedKafka.start(directory)) {
            send(kafka, "lost");
        }
        Files.delete(directory.resolve("stopped-cleanly"));

        // When
        try (var kafka = EmbeddedKafka.start(directory)) {
            // Then
            assertThat(kafka.fresh()).isTrue();
            assertThat(records(kafka)).isEmpty();
        }
    }

    @Test
    void beginsAnewAfterAChangeOfVersion() throws IOException {
        EmbeddedKafka.start(directory).close();
        Files.writeString(directory.resolve("stopped-cleanly"), "3.9.0/1");
        try (var kafka = EmbeddedKafka.start(directory)) {
            assertThat(kafka.fresh()).isTrue();
        }
    }

    @Test
    void refusesWhoeverDoesNotKnowThePassword() {
        try (var kafka = EmbeddedKafka.start(directory)) {
            var guessed = new HashMap<String, Object>(kafka.clientProperties());
            guessed.computeIfPresent(
                    "sasl.jaas.config",
                    (key, login) -> login.toString().replaceAll("password=\"[^\"]*", "password=\"x"));
            try (var admin = Admin.create(guessed)) {
                assertThatThrownBy(() -> admin.listTopics().names().get())
                        .hasMessageContaining("Authentication failed");
            }
        }
    }

    @Test
    void secondBrokerOnTheSameFolderIsRefused() {
        try (var first = EmbeddedKafka.start(directory)) {
            assertThatThrownBy(() -> EmbeddedKafka.start(directory).close())
                    .isInstanceOf(EmbeddedException.class)
                    .hasMessageContaining("in use by another process");
            assertThat(first.bootstrapServers()).startsWith("127.0.0.1:");
        }
    }

    @Test
    void takenPortIsNamed() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() ->
                            EmbeddedKafka.start(directory, taken.getLocalPort()).close())
                    .isInstanceOf(EmbeddedException.class)
                    .hasMessageContaining("Port " + taken.getLocalPort());
        }
    }

    private static void send(EmbeddedKafka kafka, String value) throws ExecutionException, InterruptedException {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>copyOf(kafka.clientProperties()), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(RUNS.topic(), "key", value)).get();
        }
    }

    private static List<String> records(EmbeddedKafka kafka) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>copyOf(kafka.clientProperties()),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(List.of(RUNS));
            consumer.seekToBeginning(List.of(RUNS));
            long end = consumer.endOffsets(List.of(RUNS)).getOrDefault(RUNS, 0L);
            var values = new ArrayList<String>();
            while (consumer.position(RUNS) < end) {
                consumer.poll(Duration.ofSeconds(1)).forEach(consumed -> values.add(consumed.value()));
            }
            return values;
        }
    }
}
