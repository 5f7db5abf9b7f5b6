package dev.assay.embedded;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** The broker and the database of local mode, started and stopped together. */
public final class EmbeddedServers implements AutoCloseable {
    private final EmbeddedKafka kafka;
    private final EmbeddedPostgres postgres;

    private EmbeddedServers(EmbeddedKafka kafka, EmbeddedPostgres postgres) {
        this.kafka = kafka;
        this.postgres = postgres;
    }

    /**
     * Starts both at the same time, on free ports, and returns when both answer. When the database is new, so is the
     * broker: records about runs that no database knows help nobody.
     *
     * @param directory the data directory; the servers work in its folders {@code kafka} and {@code postgres}
     * @throws EmbeddedException when one cannot start; the other is stopped then
     */
    public static EmbeddedServers start(Path directory) {
        Path database = directory.resolve("postgres");
        Path broker = directory.resolve("kafka");
        if (!EmbeddedPostgres.hasData(database)) {
            EmbeddedKafka.discardRecords(broker);
        }
        var postgres = inBackground("postgres-start", () -> EmbeddedPostgres.start(database));
        var kafka = inBackground("kafka-start", () -> EmbeddedKafka.start(broker));
        try {
            return new EmbeddedServers(kafka.join(), postgres.join());
        } catch (CompletionException e) {
            closeIfStarted(kafka);
            closeIfStarted(postgres);
            throw e.getCause() instanceof EmbeddedException known ? known : e;
        }
    }

    private static <T> CompletableFuture<T> inBackground(String name, Supplier<T> start) {
        var started = new CompletableFuture<T>();
        Thread.ofPlatform().name(name).daemon().start(() -> started.completeAsync(start, Runnable::run));
        return started;
    }

    private static void closeIfStarted(CompletableFuture<? extends AutoCloseable> server) {
        server.handle((started, failure) -> started)
                .thenAccept(started -> {
                    if (started != null) {
                        close(started);
                    }
                })
                .join();
    }

    private static void close(AutoCloseable server) {
        try {
            server.close();
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }

    /** The broker. */
    public EmbeddedKafka kafka() {
        return kafka;
    }

    /** The database. */
    public EmbeddedPostgres postgres() {
        return postgres;
    }

    /** What a Quarkus application needs to reach both: configuration keys and their values, secrets included. */
    public Map<String, String> configuration() {
        var keys = new LinkedHashMap<String, String>();
        keys.put("quarkus.datasource.jdbc.url", postgres.jdbcUrl());
        keys.put("quarkus.datasource.username", postgres.user());
        keys.put("quarkus.datasource.password", postgres.password());
        kafka.clientProperties().forEach((key, value) -> keys.put("kafka." + key, value));
        return keys;
    }

    /** Stops both, the broker first. Does nothing the second time. */
    @Override
    public void close() {
        try (postgres;
                kafka) {
            // Closed in reverse order, the second even when the first fails.
        }
    }
}
