package dev.assay.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/** A PostgreSQL server beside this JVM that loses nothing it has confirmed, and asks for a password. */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final int TRIES = 3;
    private static final String DATA = "data";

    private final Folder folder;
    private final PostgresServer server;
    private final int port;
    private final Password password;
    private final boolean fresh;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedPostgres(Folder folder, PostgresServer server, int port, Password password, boolean fresh) {
        this.folder = folder;
        this.server = server;
        this.port = port;
        this.password = password;
        this.fresh = fresh;
    }

    /** Starts a server on a free port; see {@link #start(Path, int)}. */
    public static EmbeddedPostgres start(Path directory) {
        return start(directory, Ports.ANY);
    }

    /**
     * Starts a server and returns when it accepts connections. A server that a killed process left on the same folder
     * is stopped first.
     *
     * @param directory where data, password and log are kept
     * @param port on 127.0.0.1; 0 for any free one
     * @throws EmbeddedException when the port or the folder is in use, the folder cannot be written, the data is of
     *     another major version, or the machine is of a kind that PostgreSQL cannot be brought to
     */
    public static EmbeddedPostgres start(Path directory, int port) {
        Folder folder = Folder.open(directory);
        try {
            return start(folder, port);
        } catch (IOException e) {
            folder.close();
            throw new EmbeddedException("PostgreSQL in %s: %s".formatted(directory, Folder.reason(e)), e);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    static boolean hasData(Path directory) {
        return Files.exists(directory.resolve(DATA));
    }

    private static EmbeddedPostgres start(Folder folder, int wanted) throws IOException {
        var password = Password.in(folder);
        var data = new PostgresData(folder.resolve(DATA), PostgresBinaries.unpacked(folder.path()));
        boolean fresh = data.initialise(password);
        data.stopOrphan();
        for (int tried = 1; ; tried++) {
            int port = Ports.free(wanted);
            try {
                var server = PostgresServer.start(data, port, folder.resolve("postgres.log"));
                return new EmbeddedPostgres(folder, server, port, password, fresh);
            } catch (PostgresServer.PortTaken e) {
                if (wanted != Ports.ANY || tried == TRIES) {
                    throw new EmbeddedException(
                            "Port %d on %s is in use. Stop what listens there or choose another port."
                                    .formatted(port, Ports.HOST),
                            e);
                }
            }
        }
    }

    /** The address for JDBC, without credentials. */
    public String jdbcUrl() {
        return "jdbc:postgresql://%s:%d/postgres?reWriteBatchedInserts=true&sslmode=disable&gssEncMode=disable"
                .formatted(Ports.HOST, port);
    }

    /** The only user; owns everything. */
    public String user() {
        return PostgresData.USER;
    }

    /** The user's password. Secret. */
    public String password() {
        return password.value();
    }

    /** The port on 127.0.0.1. */
    public int port() {
        return port;
    }

    /** Whether the data was made by this start. */
    public boolean fresh() {
        return fresh;
    }

    /** Stops the server; the next start on the same folder finds everything again. Does nothing the second time. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            try (folder) {
                server.stop();
            } catch (IOException e) {
                throw new EmbeddedException("PostgreSQL could not be stopped: " + Folder.reason(e), e);
            }
        }
    }
}
