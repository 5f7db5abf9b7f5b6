package dev.assay.wire.run;

import dev.assay.contracts.json.Json;
import dev.assay.contracts.topic.Topic;
import dev.assay.wire.Broker;
import dev.assay.wire.EmbeddedStack;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A broker that has seen many runs, and something else at the end. */
public final class FilledStack extends EmbeddedStack {

    static final int RUNS = 300;
    static final int REVISIONS = 5;

    @Override
    protected void fill(Broker broker) {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        for (int revision = 1; revision <= REVISIONS; revision++) {
            for (int run = 0; run < RUNS; run++) {
                records.add(changed("run-" + run, revision));
            }
        }
        records.add(
                new ProducerRecord<>(Topic.RUNS.topicName(), "run-0", "not a run".getBytes(StandardCharsets.UTF_8)));
        broker.send(records);
    }

    private static ProducerRecord<String, byte[]> changed(String run, int revision) {
        ProducerRecord<String, byte[]> message =
                new ProducerRecord<>(Topic.RUNS.topicName(), run, Json.bytes(RunRecords.changed(run, revision)));
        List.of(
                        "content-type: application/json",
                        "ce_specversion: 1.0",
                        "ce_id: " + run + revision,
                        "ce_type: dev.assay.run.changed.v1",
                        "ce_source: /elsewhere")
                .forEach(each -> message.headers()
                        .add(
                                each.substring(0, each.indexOf(':')),
                                each.substring(each.indexOf(' ') + 1).getBytes(StandardCharsets.UTF_8)));
        return message;
    }
}
