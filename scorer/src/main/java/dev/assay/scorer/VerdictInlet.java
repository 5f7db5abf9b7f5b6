package dev.assay.scorer;

import static java.util.Objects.requireNonNull;

import dev.assay.contracts.event.VerdictReached;
import dev.assay.scorer.execution.Acknowledgements;
import dev.assay.scorer.execution.Addresses;
import dev.assay.scorer.execution.Batch;
import dev.assay.scorer.execution.Execution;
import dev.assay.scorer.execution.Executions;
import dev.assay.scorer.execution.RunPartitions;
import dev.assay.scorer.execution.UnknownSampleException;
import dev.assay.scorer.execution.UnstorableException;
import dev.assay.wire.Persistently;
import dev.assay.wire.event.EventReader;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Receives verdicts: stores each batch, then acknowledges it. A record that cannot be stored is set aside alone. */
@ApplicationScoped
public class VerdictInlet {

    private final EventReader reader;
    private final Addresses addresses;
    private final RunPartitions partitions;
    private final Executions executions;
    private final ScoreOutlet outlet;
    private final ProgressClock progress;

    VerdictInlet(
            EventReader reader,
            Addresses addresses,
            RunPartitions partitions,
            Executions executions,
            ScoreOutlet outlet,
            ProgressClock progress) {
        this.reader = reader;
        this.addresses = addresses;
        this.partitions = partitions;
        this.executions = executions;
        this.outlet = outlet;
        this.progress = progress;
    }

    @Incoming("scorer-verdicts")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        Map<Execution, ConsumerRecord<String, byte[]>> arrived = new IdentityHashMap<>();
        for (ConsumerRecord<String, byte[]> each : records) {
            located(each).ifPresent(execution -> arrived.put(execution, each));
        }
        for (List<Execution> batch : Batch.of(arrived.keySet())) {
            List<Execution> stored = stored(batch, arrived);
            outlet.publish(Acknowledgements.of(stored));
            stored.forEach(each -> progress.mark(each.verdict().sampleId().run()));
        }
    }

    private Optional<Execution> located(ConsumerRecord<String, byte[]> record) {
        Optional<VerdictReached> verdict =
                reader.read(record, VerdictReached.class).map(received -> received.event());
        if (verdict.isEmpty()) {
            return Optional.empty();
        }
        try {
            Execution execution = addresses.locate(verdict.get());
            Persistently.run(
                    "opening a run",
                    () -> partitions.open(
                            execution.key().runNo(), verdict.get().sampleId().run()));
            return Optional.of(execution);
        } catch (UnknownSampleException e) {
            reader.deadLetter(record, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private List<Execution> stored(List<Execution> batch, Map<Execution, ConsumerRecord<String, byte[]>> records) {
        try {
            store(batch);
            return batch;
        } catch (UnstorableException e) {
            return storedSingly(batch, records);
        }
    }

    private List<Execution> storedSingly(
            List<Execution> batch, Map<Execution, ConsumerRecord<String, byte[]>> records) {
        List<Execution> stored = new ArrayList<>();
        for (Execution each : batch) {
            try {
                store(List.of(each));
                stored.add(each);
            } catch (UnstorableException e) {
                reader.deadLetter(requireNonNull(records.get(each)), String.valueOf(e.getMessage()));
            }
        }
        return stored;
    }

    private void store(List<Execution> batch) {
        Persistently.run("storing " + batch.size() + " verdicts", () -> executions.store(batch));
    }
}
