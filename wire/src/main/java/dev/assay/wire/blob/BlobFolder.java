package dev.assay.wire.blob;

import dev.assay.contracts.id.Digest;
import dev.assay.wire.access.BlobKind;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** Blobs on disk, for their owner's eyes only. It spares work; where it fails, work goes on without it. */
final class BlobFolder {

    private static final Logger LOG = Logger.getLogger(BlobFolder.class);
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final String PARTIAL = ".partial";
    private static final Duration ABANDONED = Duration.ofHours(1);

    private final Path folder;

    BlobFolder(Path folder) {
        this.folder = folder;
        sweep();
    }

    /** Empty if it is not here, or not whole. */
    Optional<byte[]> read(BlobKind kind, Digest digest) {
        Path file = file(kind, digest);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAllBytes(file))
                    .filter(content -> Digest.of(content).equals(digest));
        } catch (IOException e) {
            LOG.warnf("cannot read the blob cache: %s", e);
            return Optional.empty();
        }
    }

    /** Takes effect as a whole or not at all. */
    void write(BlobKind kind, Digest digest, byte[] content) {
        try {
            Files.createDirectories(folder(kind), OWNER_ONLY);
            Path partial = Files.createTempFile(folder(kind), digest.abbreviated(), PARTIAL);
            try {
                Files.write(partial, content);
                Files.move(partial, file(kind, digest), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(partial);
            }
        } catch (IOException e) {
            LOG.warnf("cannot write the blob cache: %s", e);
        }
    }

    /** Removes what a process left behind that was killed while it wrote. */
    private void sweep() {
        Instant limit = Instant.now().minus(ABANDONED);
        for (BlobKind kind : BlobKind.values()) {
            if (!Files.isDirectory(folder(kind))) {
                continue;
            }
            try (DirectoryStream<Path> partials = Files.newDirectoryStream(folder(kind), "*" + PARTIAL)) {
                for (Path each : partials) {
                    if (Files.getLastModifiedTime(each).toInstant().isBefore(limit)) {
                        Files.deleteIfExists(each);
                    }
                }
            } catch (IOException e) {
                LOG.warnf("cannot sweep the blob cache: %s", e);
            }
        }
    }

    private Path file(BlobKind kind, Digest digest) {
        return folder(kind).resolve(digest.hex());
    }

    private Path folder(BlobKind kind) {
        return folder.resolve(kind.name().toLowerCase(Locale.ROOT));
    }
}
