package dev.assay.cli.stack;

import dev.assay.cli.client.ServicesClient;
import dev.assay.cli.exit.CommandFailure;
import dev.assay.cli.exit.ExitCode;
import dev.assay.contracts.run.Isolation;
import dev.assay.embedded.EmbeddedException;
import dev.assay.embedded.EmbeddedServers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All five services, a Kafka broker and a PostgreSQL server, for as long as this process needs them. */
public final class LocalStack implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final int TOKEN_BYTES = 32;
    private static final int MOST_PORT = 65_535;

    private final DataDirectory data;
    private final EmbeddedServers servers;
    private final ServicesThread services;
    private boolean closed;

    private LocalStack(DataDirectory data, EmbeddedServers servers, ServicesThread services) {
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
        LocalStack stack = new LocalStack(data, servers, new ServicesThread(data.folder()));
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop services"));
        URI base = URI.create("http://127.0.0.1:" + port);
        try {
            stack.services.start(START_LIMIT);
            new Readiness(base).await(START_LIMIT);
        } catch (InterruptedException e) {
            stack.close();
            throw new CommandFailure(ExitCode.INTERRUPTED, "interrupted while starting; no run was begun");
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
        return new Services.Local(new ServicesClient(base, Optional.of(token)), stack);
    }

    private static Map<String, String> configuration(Settings settings, DataDirectory data, int port, String token) {
        String base = "http://127.0.0.1:" + port;
        Map<String, String> configuration = new HashMap<>(Map.of(
                "quarkus.http.host",
                "127.0.0.1",
                "quarkus.http.port",
                String.valueOf(port),
                "quarkus.log.file.path",
                data.log().toString(),
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
        if (wanted < 0 || wanted > MOST_PORT) {
            throw new CommandFailure(
                    ExitCode.BAD_INPUT, "--port must be between 0 (any free one) and " + MOST_PORT + ", got " + wanted);
        }
        try (ServerSocket socket = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.BAD_INPUT,
                    "port " + wanted + " on 127.0.0.1 cannot be opened (" + e.getMessage()
                            + "); choose another with --port, 0 for any free one");
        }
    }

    private static String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Stops everything, the services first; an interrupt does not keep it from doing so. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        boolean interrupted = Thread.interrupted();
        try (data;
                servers) {
            interrupted |= services.stop();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
