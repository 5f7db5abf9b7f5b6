package dev.assay.reporter;

import dev.assay.embedded.EmbeddedServers;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A broker and a database. */
public final class EmbeddedStack implements QuarkusTestResourceLifecycleManager {

    private @Nullable EmbeddedServers servers;

    @Override
    public Map<String, String> start() {
        try {
            servers = EmbeddedServers.start(Files.createTempDirectory("assay-reporter-test"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> configuration = new HashMap<>(servers.configuration());
        configuration.put("quarkus.http.test-port", "0");
        configuration.put("assay.reporter.report-patience", "4s");
        configuration.put("mp.messaging.outgoing.test-events.connector", "smallrye-kafka");
        configuration.put("mp.messaging.outgoing.test-events.topic", "assay.scores");
        configuration.put("mp.messaging.incoming.test-dead.connector", "smallrye-kafka");
        configuration.put("mp.messaging.incoming.test-dead.topic", "assay.scores.dlq");
        configuration.put("mp.messaging.incoming.test-dead.group.id", "test-dead");
        configuration.put("mp.messaging.incoming.test-dead.batch", "true");
        return configuration;
    }

    @Override
    public void stop() {
        if (servers != null) {
            servers.close();
        }
    }
}
