package dev.assay.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How programs of PostgreSQL are run. They refuse root, so for root they run in a user namespace in which nobody is;
 * there they may still read root's files.
 */
final class PostgresCommand {
    private static final List<String> AS_NOBODY = List.of("unshare", "-U");

    private PostgresCommand() {}

    /**
     * Runs a program to its end.
     *
     * @return what it printed
     * @throws EmbeddedException when it fails; the message holds what it printed
     */
    static String run(String... command) throws IOException {
        Process process = prepared(List.of(command)).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (exitCode(process) != 0) {
            throw failed(Path.of(command[0]).getFileName() + " failed", printed);
        }
        return printed;
    }

    /** Starts a server in a session of its own, so that a Ctrl-C in the terminal is not for it. */
    static Process serve(Path log, List<String> command) throws IOException {
        var detached = new ArrayList<>(List.of("setsid"));
        detached.addAll(asOrdinaryUser(command));
        return clean(new ProcessBuilder(detached))
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private static ProcessBuilder prepared(List<String> command) throws IOException {
        return clean(new ProcessBuilder(asOrdinaryUser(command)));
    }

    private static List<String> asOrdinaryUser(List<String> command) throws IOException {
        var whole = new ArrayList<String>();
        if (isRoot()) {
            whole.addAll(AS_NOBODY);
        }
        whole.addAll(command);
        return whole;
    }

    /** PG… variables of the user's own database must not reach ours, and messages are compared in English. */
    private static ProcessBuilder clean(ProcessBuilder builder) {
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    private static boolean isRoot() throws IOException {
        return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    }

    static int exitCode(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new EmbeddedException("Interrupted while PostgreSQL was started or stopped", e);
        }
    }

    /** Puts a failure in words; knows what keeps root from starting PostgreSQL. */
    static EmbeddedException failed(String what, String printed) {
        return printed.contains("unshare failed")
                ? new EmbeddedException("""
                        PostgreSQL does not run as root, and root may not make a user namespace here (%s). \
                        Run Assay as an ordinary user, or allow user namespaces \
                        (sysctl user.max_user_namespaces=10000; in a container, a seccomp profile that permits unshare).""".formatted(printed.strip()))
                : new EmbeddedException("PostgreSQL: %s: %s".formatted(what, printed.strip()));
    }
}
