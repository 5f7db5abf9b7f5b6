package dev.assay.wire.run;

import dev.assay.contracts.event.RunChanged;
import dev.assay.contracts.topic.Topic;
import dev.assay.wire.Persistently;
import dev.assay.wire.event.EventReader;
import dev.assay.wire.event.Received;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads {@code assay.runs} from its beginning into the {@link RunView}; every process reads all of it. */
@ApplicationScoped
@Identifier("runs.rebalanced")
public class RunInlet implements KafkaConsumerRebalanceListener {

    private static final TopicPartition ONLY = new TopicPartition(Topic.RUNS.topicName(), 0);

    private final EventReader reader;
    private final RunView view;
    private volatile long end = Long.MAX_VALUE;

    RunInlet(EventReader reader, RunView view) {
        this.reader = reader;
        this.view = view;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        if (partitions.contains(ONLY)) {
            Persistently.run("finding the end of " + ONLY, () -> findEnd(consumer));
        }
    }

    private void findEnd(Consumer<?, ?> consumer) {
        end = consumer.endOffsets(Set.of(ONLY)).getOrDefault(ONLY, 0L);
        if (consumer.position(ONLY) >= end) {
            view.markCaughtUp();
        }
    }

    @Incoming("runs")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        for (Received<RunChanged> received : reader.read(records, RunChanged.class)) {
            view.update(received.event());
        }
        for (ConsumerRecord<String, byte[]> each : records) {
            if (each.offset() + 1 >= end) {
                view.markCaughtUp();
            }
        }
    }
}
