package dev.assay.wire;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** The broker as somebody sees it who knows nothing of Assay. */
public final class Broker {

    private static final int LARGEST = 16 << 20;

    private final Map<String, Object> client;

    public Broker(Map<String, String> clientProperties) {
        this.client = Map.copyOf(clientProperties);
    }

    /** The broker of the running application. */
    public static Broker ofApplication() {
        Config config = ConfigProvider.getConfig();
        Map<String, String> properties = new HashMap<>();
        Stream.of("bootstrap.servers", "security.protocol", "sasl.mechanism", "sasl.jaas.config")
                .forEach(key -> properties.put(key, config.getValue("kafka." + key, String.class)));
        return new Broker(properties);
    }

    /** Returns when all are on their topics. */
    public List<RecordMetadata> send(Collection<ProducerRecord<String, byte[]>> records) {
        Map<String, Object> properties = new HashMap<>(client);
        properties.put("max.request.size", LARGEST);
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent =
                    records.stream().map(producer::send).toList();
            return sent.stream().map(Broker::done).toList();
        }
    }

    /** Everything on this topic now. */
    public List<ConsumerRecord<String, byte[]>> read(String topic) {
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(client, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(each -> new TopicPartition(topic, each.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    /** Lets larger records through than brokers do by default. */
    public void allowLargeRecords(String topic) {
        try (Admin admin = Admin.create(client)) {
            done(admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, topic),
                            List.of(new AlterConfigOp(
                                    new ConfigEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(LARGEST)),
                                    AlterConfigOp.OpType.SET))))
                    .all());
        }
    }

    /** The text of a header. */
    public static Optional<String> header(ConsumerRecord<?, ?> received, String name) {
        Header header = received.headers().lastHeader(name);
        return Optional.ofNullable(header)
                .map(each -> new String(each.value(), java.nio.charset.StandardCharsets.UTF_8));
    }

    private static <T> T done(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
