package dev.assay.cli.stack;

import dev.assay.cli.exit.CommandFailure;
import dev.assay.cli.exit.ExitCode;
import dev.assay.cli.client.ServicesClient;
import dev.assay.contracts.run.Isolation;
import dev.assay.embedded.EmbeddedException;
import dev.assay.embedded.EmbeddedServers;
import io.quarkus.runtime.Quarkus;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** All five services, a Kafka broker and a PostgreSQL server, for as long as this process needs them. */
public final class LocalStack implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final int TOKEN_BYTES = 32;
    private static final CountDownLatch STARTED = new CountDownLatch(1);

    private final DataDirectory data;
    private final EmbeddedServers servers;
    private final Thread services;
    private boolean closed;

    private LocalStack(DataDirectory data, EmbeddedServers servers, Thread services) {
        this.data = data;
        this.servers = servers;
        this.services = services;
    }

    /**
     * How to start.
     *
     * @param port of REST on 127.0.0.1; 0 for any free one
     * @param minimumIsolation below which nothing is executed
     * @param concurrency samples executed at once; null for one per core
     */
    public record Settings(
            Path dataDir,
            int port,
            Isolation minimumIsolation,
            @Nullable Integer concurrency) {}

    /**
     * Starts everything and returns when all services are ready. At most once per process.
     *
     * @throws CommandFailure if something cannot be started; says what and the remedy
     */
    public static Services.Local start(Settings settings) {
        int port = port(settings.port());
        DataDirectory data = DataDirectory.take(settings.dataDir());
        EmbeddedServers servers;
        try {
            servers = EmbeddedServers.start(data.folder());
        } catch (EmbeddedException e) {
            data.close();
            throw new CommandFailure(ExitCode.UNAVAILABLE, String.valueOf(e.getMessage()));
        }
        String token = token();
        servers.configuration().forEach(System::setProperty);
        configuration(settings, data, port, token).forEach(System::setProperty);
        Thread services = Thread.ofPlatform().name("services").start(() -> Quarkus.run(ServicesApplication.class));
        LocalStack stack = new LocalStack(data, servers, services);
        Thread hook = new Thread(stack::close, "stop services");
        Runtime.getRuntime().addShutdownHook(hook);
        URI base = URI.create("http://127.0.0.1:" + port);
        try {
            stack.awaitStart();
            new Readiness(base).await(START_LIMIT);
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
        return new Services.Local(new ServicesClient(base, Optional.of(token)), stack);
    }

    static void started() {
        STARTED.countDown();
    }

    private void awaitStart() {
        long end = System.nanoTime() + START_LIMIT.toNanos();
        try {
            while (!STARTED.await(100, TimeUnit.MILLISECONDS)) {
                if (!services.isAlive() || System.nanoTime() > end) {
                    throw new CommandFailure(
                            ExitCode.UNAVAILABLE,
                            "the services did not start; see " + data.folder().resolve("logs/assay.log"));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(ExitCode.INTERRUPTED, "interrupted");
        }
    }

    private static Map<String, String> configuration(Settings settings, DataDirectory data, int port, String token) {
        String base = "http://127.0.0.1:" + port;
        Map<String, String> configuration = new java.util.HashMap<>(Map.of(
                "quarkus.http.host",
                "127.0.0.1",
                "quarkus.http.port",
                String.valueOf(port),
                "quarkus.log.file.path",
                data.folder().resolve("logs/assay.log").toString(),
                "assay.auth.api-token",
                token,
                "assay.blobs.orchestrator-url",
                base,
                "assay.blobs.generator-url",
                base,
                "assay.sandbox.minimum-isolation",
                settings.minimumIsolation().name()));
        for (String kind : new String[] {"prompt", "judge", "plan", "answer"}) {
            configuration.put("assay.auth." + kind + "-token", token());
        }
        if (settings.concurrency() != null) {
            configuration.put("assay.sandbox.slots", String.valueOf(settings.concurrency()));
        }
        return configuration;
    }

    private static int port(int wanted) {
        try (ServerSocket socket = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.BAD_INPUT, "port " + wanted + " on 127.0.0.1 is in use; choose another with --port");
        }
    }

    private static String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            Quarkus.asyncExit();
            services.join(STOP_LIMIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        servers.close();
        data.close();
    }
}
