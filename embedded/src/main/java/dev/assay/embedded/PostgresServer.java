package dev.assay.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** The server process over one {@link PostgresData}. It ends when this JVM ends, however that happens. */
final class PostgresServer {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final long POLL_MILLIS = 10;

    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("listen_addresses", Ports.HOST),
            Map.entry("unix_socket_directories", ""),
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("wal_level", "minimal"),
            Map.entry("max_wal_senders", "0"),
            Map.entry("max_wal_size", "256MB"),
            Map.entry("shared_buffers", "64MB"),
            Map.entry("max_connections", "100"),
            // One statement of Assay touches few rows: neither compiling nor splitting it pays.
            Map.entry("jit", "off"),
            Map.entry("max_parallel_workers_per_gather", "0"),
            Map.entry("max_parallel_maintenance_workers", "0"),
            Map.entry("io_method", "sync"),
            Map.entry("autovacuum_naptime", "10s"),
            Map.entry("timezone", "UTC"),
            Map.entry("log_timezone", "UTC"),
            // The log must not repeat answers of models: no statements, no values.
            Map.entry("log_min_messages", "warning"),
            Map.entry("log_min_error_statement", "panic"),
            Map.entry("log_error_verbosity", "terse"),
            Map.entry("log_checkpoints", "off"));

    private final PostgresData data;
    private final Process process;

    private PostgresServer(PostgresData data, Process process) {
        this.data = data;
        this.process = process;
    }

    /**
     * Starts the server and returns when it accepts connections.
     *
     * @param log what it prints; that of the start before is kept beside it
     * @throws PortTaken when somebody took the port in between
     */
    static PostgresServer start(PostgresData data, int port, Path log) throws IOException {
        if (Files.exists(log)) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".before"), StandardCopyOption.REPLACE_EXISTING);
        }
        var server = new PostgresServer(data, inOwnThread(log, command(data, port)));
        server.awaitReady(log);
        return server;
    }

    private static List<String> command(PostgresData data, int port) {
        // When the thread that started it ends, it gets the signal for a fast shutdown.
        var command = new ArrayList<>(
                List.of("setpriv", "--pdeathsig", "INT", data.binaries().program("postgres")));
        command.addAll(List.of("-D", data.directory().toString(), "-p", Integer.toString(port)));
        SETTINGS.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return command;
    }

    /** The thread lives as long as the server, because the server dies with the thread that started it. */
    private static Process inOwnThread(Path log, List<String> command) throws IOException {
        var started = new CompletableFuture<Process>();
        Thread.ofPlatform().name("postgres").daemon().start(() -> {
            try {
                Process process = PostgresCommand.serve(log, command);
                started.complete(process);
                PostgresCommand.exitCode(process);
            } catch (IOException | RuntimeException e) {
                started.completeExceptionally(e);
            }
        });
        try {
            return started.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof IOException cannotRun) {
                throw cannotRun;
            }
            throw e;
        }
    }

    private void awaitReady(Path log) throws IOException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!data.ready()) {
            if (ended(POLL_MILLIS)) {
                throw failure(Files.readString(log));
            }
            if (System.nanoTime() > deadline) {
                process.destroy();
                throw PostgresCommand.failed(
                        "not ready after " + START_LIMIT.toSeconds() + " s", Files.readString(log));
            }
        }
    }

    private static RuntimeException failure(String printed) {
        return printed.contains("Address already in use")
                ? new PortTaken()
                : PostgresCommand.failed("the server ended at its start", printed);
    }

    private boolean ended(long millis) {
        try {
            return process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new EmbeddedException("Interrupted while PostgreSQL was started or stopped", e);
        }
    }

    /** Ends sessions and stops, with everything on disk. */
    void stop() throws IOException {
        if (process.isAlive()) {
            data.requestStop();
            if (!ended(STOP_LIMIT.toMillis())) {
                throw new EmbeddedException("PostgreSQL (process %d) did not stop within %d s"
                        .formatted(process.pid(), STOP_LIMIT.toSeconds()));
            }
        }
    }

    /** The port was free when it was chosen and taken when it was bound. */
    static final class PortTaken extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
