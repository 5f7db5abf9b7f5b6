package dev.assay.generator;

import dev.assay.embedded.EmbeddedServers;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A broker, a database, and the orchestrator's blobs. */
public final class EmbeddedStack implements QuarkusTestResourceLifecycleManager {

    private @Nullable EmbeddedServers servers;
    private @Nullable PromptBlobs blobs;

    @Override
    public Map<String, String> start() {
        try {
            servers = EmbeddedServers.start(Files.createTempDirectory("assay-generator-test"));
            blobs = PromptBlobs.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> configuration = new HashMap<>(servers.configuration());
        configuration.put("assay.blobs.orchestrator-url", blobs.url());
        configuration.put("assay.generator.postponement", "200ms");
        configuration.put("assay.generator.poll-interval", "200ms");
        configuration.put("quarkus.http.test-port", "0");
        configuration.put("mp.messaging.outgoing.test-events.connector", "smallrye-kafka");
        configuration.put("mp.messaging.outgoing.test-events.topic", "assay.tasks");
        for (String topic : new String[] {"samples", "verdicts"}) {
            configuration.put("mp.messaging.incoming.test-" + topic + ".connector", "smallrye-kafka");
            configuration.put("mp.messaging.incoming.test-" + topic + ".topic", "assay." + topic);
            configuration.put("mp.messaging.incoming.test-" + topic + ".group.id", "test-" + topic);
            configuration.put("mp.messaging.incoming.test-" + topic + ".batch", "true");
        }
        configuration.put("mp.messaging.incoming.test-dead.connector", "smallrye-kafka");
        configuration.put("mp.messaging.incoming.test-dead.topic", "assay.tasks.dlq");
        configuration.put("mp.messaging.incoming.test-dead.group.id", "test-dead");
        configuration.put("mp.messaging.incoming.test-dead.batch", "true");
        return configuration;
    }

    @Override
    public void stop() {
        if (blobs != null) {
            blobs.close();
        }
        if (servers != null) {
            servers.close();
        }
    }
}
