package dev.assay.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Properties;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;

/** The programs of PostgreSQL for this machine, unpacked once for all data directories of a user. */
record PostgresBinaries(Path directory) {
    private static final String VERSION = version();

    /** The first number of the version: data of another one cannot be opened. */
    static final String MAJOR_VERSION = VERSION.substring(0, VERSION.indexOf('.'));

    /**
     * Finds the programs; unpacks them on first use (about two seconds).
     *
     * @param elsewhere where they go when the user has no cache folder that can be written
     * @throws EmbeddedException when there are none for this kind of machine
     */
    static PostgresBinaries unpacked(Path elsewhere) throws IOException {
        String archive = archive(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
        String name = "postgresql-" + VERSION + "-" + System.getProperty("os.arch");
        try {
            return unpacked(archive, UserCache.directory().resolve(name));
        } catch (IOException e) {
            return unpacked(archive, elsewhere.resolve(name));
        }
    }

    private static PostgresBinaries unpacked(String archive, Path target) throws IOException {
        if (Files.notExists(target)) {
            Files.createDirectories(target.getParent());
            Path unfinished = Files.createTempDirectory(target.getParent(), "unpacking");
            unpack(archive, unfinished);
            moveUnlessThere(unfinished, target);
        }
        return new PostgresBinaries(target);
    }

    private static void moveUnlessThere(Path unfinished, Path target) throws IOException {
        try {
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Folder.delete(unfinished);
            if (Files.notExists(target)) {
                throw e;
            }
        }
    }

    private static void unpack(String archive, Path target) throws IOException {
        try (InputStream resource = PostgresBinaries.class.getResourceAsStream("/" + archive)) {
            if (resource == null) {
                throw new EmbeddedException("This build of Assay brings no " + archive + ".");
            }
            try (var entries = new TarArchiveInputStream(new XZCompressorInputStream(resource))) {
                unpack(entries, target);
            }
        }
    }

    private static void unpack(TarArchiveInputStream entries, Path target) throws IOException {
        for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
            Path file = entry.resolveIn(target);
            Files.createDirectories(entry.isDirectory() ? file : file.getParent());
            if (entry.isSymbolicLink()) {
                Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            } else if (entry.isFile()) {
                Files.copy(entries, file);
                Files.setPosixFilePermissions(file, permissions(entry));
            }
        }
    }

    private static java.util.Set<java.nio.file.attribute.PosixFilePermission> permissions(TarArchiveEntry entry) {
        boolean executable = (entry.getMode() & 0100) != 0;
        return PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--");
    }

    static String archive(String system, String machine) {
        String name = system.toLowerCase(Locale.ROOT).startsWith("linux")
                ? switch (machine) {
                    case "amd64", "x86_64" -> "postgres-linux-x86_64.txz";
                    case "aarch64" -> "postgres-linux-arm_64.txz";
                    default -> null;
                }
                : null;
        return required(name, system, machine);
    }

    private static String required(@Nullable String name, String system, String machine) {
        if (name == null) {
            throw new EmbeddedException(
                    "Local mode runs on Linux, amd64 and arm64; this machine is %s, %s. Use --server."
                            .formatted(system, machine));
        }
        return name;
    }

    private static String version() {
        try (InputStream resource = PostgresBinaries.class.getResourceAsStream("postgresql.properties")) {
            var properties = new Properties();
            properties.load(resource);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new EmbeddedException("The version of the embedded PostgreSQL is unknown", e);
        }
    }

    String program(String name) {
        return directory.resolve("bin").resolve(name).toString();
    }
}
