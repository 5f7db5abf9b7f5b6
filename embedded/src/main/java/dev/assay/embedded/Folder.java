package dev.assay.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** A folder that only its owner can read and that one server at a time works in. */
final class Folder implements AutoCloseable {
    private static final long NEEDED_BYTES = 256L << 20;
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path path;
    private final FileChannel lock;

    private Folder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Makes the folder if it is missing and takes hold of it.
     *
     * @throws EmbeddedException when it cannot be written, another process holds it, or the disk is almost full
     */
    static Folder open(Path directory) {
        Path path = directory.toAbsolutePath().normalize();
        try {
            Files.createDirectories(path, OWNER_ONLY);
            requireSpace(path);
            return new Folder(path, lock(path.resolve("lock")));
        } catch (IOException e) {
            throw new EmbeddedException(
                    "%s cannot be written (%s). Make it writable for %s or choose another data directory."
                            .formatted(path, reason(e), System.getProperty("user.name")),
                    e);
        }
    }

    private static void requireSpace(Path path) throws IOException {
        long free = Files.getFileStore(path).getUsableSpace();
        if (free < NEEDED_BYTES) {
            throw new EmbeddedException(
                    "Only %d MB are free on the disk of %s; %d MB are needed. Free some or choose another data directory."
                            .formatted(free >> 20, path, NEEDED_BYTES >> 20));
        }
    }

    private static FileChannel lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked(channel)) {
            channel.close();
            throw new EmbeddedException(
                    "%s is in use by another process. Stop that one or choose another data directory."
                            .formatted(file.getParent()));
        }
        return channel;
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    Path path() {
        return path;
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    /** Lets go of the folder; its content stays. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new EmbeddedException("%s could not be released: %s".formatted(path, reason(e)), e);
        }
    }

    static void delete(Path tree) throws IOException {
        if (Files.notExists(tree)) {
            return;
        }
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** What went wrong, in words: the message of a file system's exception is often a bare path. */
    static String reason(IOException e) {
        return switch (e) {
            case java.nio.file.AccessDeniedException denied -> "permission denied: " + denied.getFile();
            case java.nio.file.FileAlreadyExistsException file -> "not a folder: " + file.getFile();
            case java.nio.file.FileSystemException system
            when system.getReason() != null -> system.getReason() + ": " + system.getFile();
            default -> String.valueOf(e.getMessage());
        };
    }
}
