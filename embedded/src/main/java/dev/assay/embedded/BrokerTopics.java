package dev.assay.embedded;

import dev.assay.contracts.topic.Topic;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics of Assay on a broker of one machine. */
final class BrokerTopics {
    private static final int MOST_PARTITIONS = 4;
    private static final short ONE_REPLICA = 1;

    private BrokerTopics() {}

    /** Creates those that are missing and returns when every partition answers. */
    static void create(BrokerAddress address) {
        try (Admin admin = Admin.create(Map.copyOf(address.clientProperties()))) {
            admin.createTopics(all()).values().forEach(BrokerTopics::await);
            var offsets = admin.listOffsets(partitions());
            partitions().keySet().forEach(partition -> await(partition.toString(), offsets.partitionResult(partition)));
        }
    }

    private static void await(String topic, Future<?> prepared) {
        try {
            prepared.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new EmbeddedException("Topic %s is not usable: %s".formatted(topic, e.getCause()), e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedException("Interrupted while topic %s was prepared".formatted(topic), e);
        }
    }

    private static List<NewTopic> all() {
        return Arrays.stream(Topic.values())
                .flatMap(topic -> Stream.of(own(topic), deadLetters(topic)))
                .toList();
    }

    private static Map<TopicPartition, OffsetSpec> partitions() {
        return all().stream()
                .flatMap(topic -> IntStream.range(0, topic.numPartitions())
                        .mapToObj(partition -> new TopicPartition(topic.name(), partition)))
                .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
    }

    private static NewTopic own(Topic topic) {
        var own = new NewTopic(topic.topicName(), partitions(topic), ONE_REPLICA);
        return topic.compacted()
                ? own.configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT))
                : own;
    }

    private static NewTopic deadLetters(Topic topic) {
        return new NewTopic(topic.deadLetterTopicName(), partitions(topic), ONE_REPLICA);
    }

    private static int partitions(Topic topic) {
        return Math.min(topic.partitions(), MOST_PARTITIONS);
    }
}
