package dev.assay.wire;

import dev.assay.embedded.EmbeddedKafka;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A new broker, and an HTTP port at which the application finds its own blobs. */
public class EmbeddedStack implements QuarkusTestResourceLifecycleManager {

    private @Nullable EmbeddedKafka kafka;

    @Override
    public Map<String, String> start() {
        kafka = started();
        fill(new Broker(kafka.clientProperties()));
        int port = freePort();
        String base = "http://localhost:" + port;
        Map<String, String> configuration = new HashMap<>(Map.of(
                "quarkus.http.test-port",
                String.valueOf(port),
                "assay.blobs.orchestrator-url",
                base,
                "assay.blobs.generator-url",
                base + "/"));
        kafka.clientProperties().forEach((key, value) -> configuration.put("kafka." + key, value));
        return configuration;
    }

    /** Puts records on the broker before the application starts. */
    protected void fill(Broker broker) {}

    @Override
    public void stop() {
        if (kafka != null) {
            kafka.close();
        }
    }

    private static EmbeddedKafka started() {
        try {
            return EmbeddedKafka.start(Files.createTempDirectory("assay-wire-test"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
