package dev.assay.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.AppInfoParser;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** The folder of a broker. Its logs are kept only when the same version left them by a clean stop. */
final class BrokerFolder implements AutoCloseable {
    private static final String LAYOUT = AppInfoParser.getVersion() + "/1";

    private static final String CLEAN_STOP = "stopped-cleanly";

    private final Folder folder;
    private final Path cleanStop;

    private BrokerFolder(Folder folder) {
        this.folder = folder;
        this.cleanStop = folder.resolve(CLEAN_STOP);
    }

    static BrokerFolder open(Path directory) {
        return new BrokerFolder(Folder.open(directory));
    }

    static void discard(Path directory) {
        Path mark = directory.resolve(CLEAN_STOP);
        try {
            Files.deleteIfExists(mark);
        } catch (IOException e) {
            throw new EmbeddedException("%s could not be removed: %s".formatted(mark, Folder.reason(e)), e);
        }
    }

    Path logs() {
        return folder.resolve("logs");
    }

    String password() throws IOException {
        return Password.in(folder).value();
    }

    /** Leaves logs that a broker can start on; true when they are empty. */
    boolean prepare() throws IOException {
        boolean kept = Files.exists(cleanStop) && Files.readString(cleanStop).equals(LAYOUT);
        Files.deleteIfExists(cleanStop);
        if (!kept) {
            Folder.delete(logs());
            format();
        }
        return !kept;
    }

    private void format() throws IOException {
        Files.createDirectories(logs());
        try (var silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setPrintStream(silent)
                    .setNodeId(BrokerProperties.NODE_ID)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                    .setControllerListenerName(BrokerProperties.CONTROLLER_LISTENER)
                    .setMetadataLogDirectory(logs().toString())
                    .setDirectories(List.of(logs().toString()))
                    .run();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    void markCleanlyStopped() {
        try {
            Files.writeString(cleanStop, LAYOUT);
        } catch (IOException e) {
            throw new EmbeddedException("%s: %s".formatted(cleanStop, Folder.reason(e)), e);
        }
    }

    @Override
    public void close() {
        folder.close();
    }
}
