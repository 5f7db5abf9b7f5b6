package dev.assay.sandboxrunner.sandbox.host;

import dev.assay.contracts.id.Digest;
import dev.assay.sandboxrunner.sandbox.SandboxUnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The supervisor, its library and the Python side, unpacked from the jar for the life of this process. */
final class UnpackedFiles implements AutoCloseable {

    private static final String RESOURCES = "/dev/assay/sandboxrunner/";
    private static final String INDEX = "files.sha256";
    private static final String SUPERVISOR = "assay-supervisor";
    private static final String PREFIX = "assay-sandbox-";
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY = permissions("rwx------");
    private static final FileAttribute<Set<PosixFilePermission>> READABLE = permissions("rwxr-xr-x");

    private final Path directory;

    private UnpackedFiles(Path directory) {
        this.directory = directory;
    }

    /**
     * Unpacks into a new directory that only this user can write, checking each file's digest, and removes directories that
     * processes which are gone have left behind.
     *
     * @param readable whether other users may enter: without namespaces root's supervisor works as another user
     * @throws SandboxUnavailableException if it cannot be written to or a file is damaged
     */
    static UnpackedFiles into(Path parent, boolean readable) {
        try {
            Files.createDirectories(parent);
            sweep(parent);
            String prefix = PREFIX + ProcessHandle.current().pid() + "-";
            UnpackedFiles files =
                    new UnpackedFiles(Files.createTempDirectory(parent, prefix, readable ? READABLE : OWNER_ONLY));
            for (String line :
                    new String(resource(INDEX), StandardCharsets.UTF_8).lines().toList()) {
                int gap = line.indexOf("  ");
                files.unpack(new Digest(line.substring(0, gap)), line.substring(gap + 2));
            }
            return files;
        } catch (IOException e) {
            throw new SandboxUnavailableException("Cannot unpack the sandbox into " + parent + " (" + e.getMessage()
                    + "): name a writable directory with assay.sandbox.directory");
        }
    }

    private static FileAttribute<Set<PosixFilePermission>> permissions(String text) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text));
    }

    private void unpack(Digest expected, String name) throws IOException {
        byte[] content = resource(name);
        if (!Digest.of(content).equals(expected)) {
            throw new SandboxUnavailableException("The sandbox's file " + name + " is damaged: install Assay again");
        }
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        if (name.equals(SUPERVISOR)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream stream = UnpackedFiles.class.getResourceAsStream(RESOURCES + name)) {
            if (stream == null) {
                throw new SandboxUnavailableException("This build of Assay has no sandbox (" + name
                        + " is missing): build it on Linux with a C compiler");
            }
            return stream.readAllBytes();
        }
    }

    /** The directory that holds the Python side and the library. */
    Path code() {
        return directory;
    }

    Path supervisor() {
        return directory.resolve(SUPERVISOR);
    }

    /** A new empty directory for a slot to build its root on. */
    Path root() {
        try {
            return Files.createTempDirectory(directory, "root-", OWNER_ONLY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        remove(directory);
    }

    private static void sweep(Path parent) throws IOException {
        try (Stream<Path> entries = Files.list(parent)) {
            for (Path entry : entries.filter(UnpackedFiles::abandoned).toList()) {
                remove(entry);
            }
        }
    }

    private static boolean abandoned(Path entry) {
        String name = entry.getFileName().toString();
        if (!name.startsWith(PREFIX) || !Files.isWritable(entry)) {
            return false;
        }
        String pid = name.substring(PREFIX.length()).replaceFirst("-.*", "");
        return pid.matches("\\d{1,18}") && ProcessHandle.of(Long.parseLong(pid)).isEmpty();
    }

    private static void remove(Path directory) {
        try (Stream<Path> tree = Files.walk(directory)) {
            List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            System.getLogger(UnpackedFiles.class.getName())
                    .log(System.Logger.Level.DEBUG, "left behind: {0}", directory);
        }
    }
}
