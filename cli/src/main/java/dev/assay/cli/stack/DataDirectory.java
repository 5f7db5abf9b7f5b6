package dev.assay.cli.stack;

import dev.assay.cli.exit.CommandFailure;
import dev.assay.cli.exit.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The folder that keeps history between invocations; one process owns it at a time. */
final class DataDirectory implements AutoCloseable {

    private static final String FORMAT = "1";
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path folder;
    private final FileChannel channel;
    private final FileLock lock;

    private DataDirectory(Path folder, FileChannel channel, FileLock lock) {
        this.folder = folder;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Makes the folder if there is none, and takes it.
     *
     * @throws CommandFailure if it cannot be written, was written by a newer Assay, or another process has it
     */
    static DataDirectory take(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                Path parent = folder.toAbsolutePath().getParent();
                if (parent != null) {
                    Files.createDirectories(parent);
                }
                Files.createDirectory(folder, OWNER_ONLY);
            }
            FileChannel channel =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new CommandFailure(
                        ExitCode.UNAVAILABLE,
                        "another assay process uses " + folder.toAbsolutePath()
                                + "; wait for it, or take another folder with --data-dir");
            }
            requireReadable(folder, channel);
            Files.writeString(folder.resolve(".gitignore"), "*\n");
            return new DataDirectory(folder.toRealPath(), channel, lock);
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.BAD_INPUT, "--data-dir " + folder + ": cannot be used (" + e + ")");
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static void requireReadable(Path folder, FileChannel channel) throws IOException {
        Path version = folder.resolve("VERSION");
        if (!Files.exists(version)) {
            Files.writeString(version, FORMAT + "\n");
            return;
        }
        String found = Files.readString(version).strip();
        if (!found.equals(FORMAT)) {
            channel.close();
            throw new CommandFailure(
                    ExitCode.BAD_INPUT,
                    "--data-dir " + folder + " has format " + found + ", this Assay reads " + FORMAT
                            + "; use the Assay that wrote it, or another folder");
        }
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
