package dev.assay.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/** The data of an embedded PostgreSQL: made once, opened by one server at a time, never thrown away. */
record PostgresData(Path directory, PostgresBinaries binaries) {
    /** The only user. */
    static final String USER = "assay";

    private static final int STATUS_LINE = 7;

    /**
     * Makes the data on first use.
     *
     * @return whether it was made now
     * @throws EmbeddedException when it was written by another major version
     */
    boolean initialise(Password password) throws IOException {
        if (Files.exists(directory)) {
            requireSameMajorVersion();
            return false;
        }
        Path unfinished = directory.resolveSibling("data.unfinished");
        Folder.delete(unfinished);
        PostgresCommand.run(
                binaries.program("initdb"),
                "--pgdata=" + unfinished,
                "--username=" + USER,
                "--pwfile=" + password.file(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8");
        Files.move(unfinished, directory, StandardCopyOption.ATOMIC_MOVE);
        return true;
    }

    private void requireSameMajorVersion() throws IOException {
        String written = Files.readString(directory.resolve("PG_VERSION")).strip();
        if (!written.equals(PostgresBinaries.MAJOR_VERSION)) {
            throw new EmbeddedException(
                    "%s was written by PostgreSQL %s, this Assay brings %s. Use the Assay that wrote it, or move the folder away to begin anew."
                            .formatted(directory, written, PostgresBinaries.MAJOR_VERSION));
        }
    }

    /** Stops the server that a killed process left behind, and clears away what a dead one left. */
    void stopOrphan() throws IOException {
        if (Files.notExists(pidFile())) {
            return;
        }
        if (runningServer().isPresent()) {
            stop("fast");
        } else {
            Files.deleteIfExists(pidFile());
        }
    }

    private void stop(String mode) throws IOException {
        try {
            PostgresCommand.run(
                    binaries.program("pg_ctl"), "stop", "--pgdata=" + directory, "--mode=" + mode, "--wait");
        } catch (EmbeddedException e) {
            // It may have ended by itself in between: its own end is under way when its parent dies.
            if (runningServer().isPresent()) {
                throw e;
            }
        }
    }

    /** Tells the running server to end its sessions and stop; does not wait. */
    void requestStop() throws IOException {
        PostgresCommand.run(binaries.program("pg_ctl"), "stop", "--pgdata=" + directory, "--mode=fast", "--no-wait");
    }

    /** Whether the server that opened this data accepts connections. */
    boolean ready() throws IOException {
        List<String> lines = pidLines();
        return lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
    }

    /** The server of this very data: process ids are used again, and a dead one may not have been reaped. */
    private Optional<ProcessHandle> runningServer() throws IOException {
        List<String> lines = pidLines();
        return lines.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(this::servesThisData);
    }

    private boolean servesThisData(ProcessHandle process) {
        try {
            String commandLine = Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
            return commandLine.contains("postgres") && commandLine.contains(directory.toString());
        } catch (IOException e) {
            return false;
        }
    }

    private List<String> pidLines() throws IOException {
        return Files.exists(pidFile()) ? Files.readAllLines(pidFile()) : List.of();
    }

    private Path pidFile() {
        return directory.resolve("postmaster.pid");
    }
}
