package dev.assay.scorer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.assay.embedded.EmbeddedServers;
import dev.assay.scorer.example.ExampleRun;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A broker, a database, and an HTTP server in the orchestrator's place that has the example run's plan. */
public final class EmbeddedStack implements QuarkusTestResourceLifecycleManager {

    private @Nullable EmbeddedServers servers;
    private @Nullable HttpServer plans;

    @Override
    public Map<String, String> start() {
        try {
            servers = EmbeddedServers.start(Files.createTempDirectory("assay-scorer-test"));
            plans = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        plans.createContext("/orchestrator/blobs/plans/", EmbeddedStack::answer);
        plans.start();
        Map<String, String> configuration = new HashMap<>(servers.configuration());
        configuration.put(
                "assay.blobs.orchestrator-url",
                "http://127.0.0.1:" + plans.getAddress().getPort());
        return configuration;
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] plan = ExampleRun.planBlob();
            exchange.sendResponseHeaders(200, plan.length);
            exchange.getResponseBody().write(plan);
        }
    }

    @Override
    public void stop() {
        if (plans != null) {
            plans.stop(0);
        }
        if (servers != null) {
            servers.close();
        }
    }
}
