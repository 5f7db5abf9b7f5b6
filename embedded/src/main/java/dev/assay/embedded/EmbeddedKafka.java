package dev.assay.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/** A Kafka broker inside this JVM, with the topics of Assay and a password. */
public final class EmbeddedKafka implements AutoCloseable {
    private static final int TRIES = 3;

    private final BrokerFolder folder;
    private final BrokerAddress address;
    private final KafkaRaftServer server;
    private final boolean fresh;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedKafka(BrokerFolder folder, BrokerAddress address, KafkaRaftServer server, boolean fresh) {
        this.folder = folder;
        this.address = address;
        this.server = server;
        this.fresh = fresh;
    }

    /** Starts a broker on a free port; see {@link #start(Path, int)}. */
    public static EmbeddedKafka start(Path directory) {
        return start(directory, Ports.ANY);
    }

    /**
     * Starts a broker and returns when it answers and has every topic.
     *
     * @param directory where it keeps its logs; made anew after an unclean stop or a change of version
     * @param port on 127.0.0.1; 0 for any free one
     * @throws EmbeddedException when the port or the folder is in use or the folder cannot be written
     */
    public static EmbeddedKafka start(Path directory, int port) {
        QuietLogs.apply();
        BrokerFolder folder = BrokerFolder.open(directory);
        BrokerExit.starting();
        try {
            return start(folder, port);
        } catch (IOException e) {
            folder.close();
            throw new EmbeddedException("The broker's folder %s: %s".formatted(directory, Folder.reason(e)), e);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        } finally {
            BrokerExit.started();
        }
    }

    /** Makes the next start on a folder begin with empty topics. */
    static void discardRecords(Path directory) {
        BrokerFolder.discard(directory);
    }

    private static EmbeddedKafka start(BrokerFolder folder, int port) throws IOException {
        boolean fresh = folder.prepare();
        String password = folder.password();
        for (int tried = 1; ; tried++) {
            var address = new BrokerAddress(Ports.free(port), password);
            var server = new KafkaRaftServer(
                    new KafkaConfig(BrokerProperties.of(address, Ports.free(Ports.ANY), folder.logs())), Time.SYSTEM);
            try {
                server.startup();
                BrokerTopics.create(address);
                return new EmbeddedKafka(folder, address, server, fresh);
            } catch (RuntimeException e) {
                stop(server);
                // Between choosing a port and binding it, anybody may take it.
                if (port != Ports.ANY || tried == TRIES || !BrokerExit.portTaken(e)) {
                    throw new EmbeddedException("The embedded Kafka broker did not start: " + BrokerExit.reason(e), e);
                }
            }
        }
    }

    private static void stop(KafkaRaftServer server) {
        server.shutdown();
        server.awaitShutdown();
    }

    /** Host and port for clients. */
    public String bootstrapServers() {
        return address.bootstrapServers();
    }

    /** What every client needs: {@code bootstrap.servers} and the credentials. Secret. */
    public Map<String, String> clientProperties() {
        return address.clientProperties();
    }

    /** Whether the broker began with empty topics: first start, unclean stop, or another version before. */
    public boolean fresh() {
        return fresh;
    }

    /** Stops the broker; the next start on the same folder finds its records again. Does nothing the second time. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            stop(server);
            folder.markCleanlyStopped();
            folder.close();
        }
    }
}
