package dev.assay.orchestrator;

import dev.assay.embedded.EmbeddedServers;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A broker and a database, and the channels of {@link TestScorer}. */
public final class EmbeddedStack implements QuarkusTestResourceLifecycleManager {
    /** The window of all tests. */
    static final int WINDOW = 20;

    private @Nullable EmbeddedServers servers;

    @Override
    public Map<String, String> start() {
        try {
            servers = EmbeddedServers.start(Files.createTempDirectory("assay-orchestrator-test"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> keys = new HashMap<>(servers.configuration());
        keys.put("quarkus.http.test-port", "0");
        keys.put("assay.orchestrator.window", String.valueOf(WINDOW));
        keys.put("mp.messaging.incoming.test-tasks.connector", "smallrye-kafka");
        keys.put("mp.messaging.incoming.test-tasks.topic", "assay.tasks");
        keys.put("mp.messaging.incoming.test-tasks.group.id", "test-tasks");
        keys.put("mp.messaging.incoming.test-tasks.batch", "true");
        keys.put("mp.messaging.outgoing.test-scores.connector", "smallrye-kafka");
        keys.put("mp.messaging.outgoing.test-scores.topic", "assay.scores");
        return keys;
    }

    @Override
    public void stop() {
        if (servers != null) {
            servers.close();
        }
    }
}
