package dev.assay.cli.stack;

import dev.assay.cli.exit.CommandFailure;
import dev.assay.cli.exit.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Stream;

/** The folder that keeps history between invocations; one process owns it at a time. */
final class DataDirectory implements AutoCloseable {

    private static final String FORMAT = "1";
    private static final String VERSION = "VERSION";
    private static final String LOCK = "lock";
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path folder;
    private final FileChannel lock;

    private DataDirectory(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Makes the folder if there is none, and takes it.
     *
     * @throws CommandFailure if it cannot be written, holds something else, was written by a newer Assay, or another
     *     process has it
     */
    static DataDirectory take(Path folder) {
        try {
            requireOurs(folder);
            if (!Files.exists(folder)) {
                create(folder);
            }
            FileChannel lock = lock(folder);
            Files.writeString(folder.resolve(VERSION), FORMAT + "\n");
            Files.writeString(folder.resolve(".gitignore"), "*\n");
            return new DataDirectory(folder.toRealPath(), lock);
        } catch (IOException e) {
            throw refused(folder, "cannot be written (" + reason(e) + "); choose another folder");
        }
    }

    private static void requireOurs(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw refused(folder, "is a file; give a folder");
        }
        Path version = folder.resolve(VERSION);
        if (Files.exists(version)) {
            String found = Files.readString(version).strip();
            if (!found.equals(FORMAT)) {
                throw refused(
                        folder,
                        "has format " + found + ", this Assay reads " + FORMAT
                                + "; use the Assay that wrote it, or another folder");
            }
        } else if (holdsSomething(folder)) {
            throw refused(folder, "holds files that are not Assay's; give a new or an empty folder");
        }
    }

    private static boolean holdsSomething(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> !file.endsWith(LOCK));
        }
    }

    private static void create(Path folder) throws IOException {
        Path parent = folder.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.createDirectory(folder, OWNER_ONLY);
    }

    private static FileChannel lock(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked(channel)) {
            channel.close();
            throw new CommandFailure(
                    ExitCode.UNAVAILABLE,
                    "another assay process uses " + folder.toAbsolutePath()
                            + "; wait for it, or take another folder with --data-dir");
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

    private static CommandFailure refused(Path folder, String why) {
        return new CommandFailure(ExitCode.BAD_INPUT, "--data-dir " + folder + " " + why);
    }

    private static String reason(IOException e) {
        return e instanceof FileSystemException known && known.getReason() != null
                ? known.getReason()
                : e.getClass().getSimpleName().replace("Exception", "") + " " + e.getMessage();
    }

    Path folder() {
        return folder;
    }

    /** Where the services write what they have to say. */
    Path log() {
        return log(folder);
    }

    static Path log(Path folder) {
        return folder.resolve("logs/assay.log");
    }

    /** Lets go of the folder; its content stays. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
