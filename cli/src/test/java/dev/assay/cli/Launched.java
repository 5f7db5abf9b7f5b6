package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged command in a process and a session of its own, as a terminal would have it. */
final class Launched implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration PROMPTLY = Duration.ofSeconds(15);

    private final Process process;
    private final Path stdout;
    private final Path stderr;
    private final Set<ProcessHandle> children = new LinkedHashSet<>();

    private Launched(Process process, Path stdout, Path stderr) {
        this.process = process;
        this.stdout = stdout;
        this.stderr = stderr;
    }

    /** Starts the command; its working directory is {@code folder}, and so is where its output goes. */
    static Launched of(Path folder, String... args) {
        try {
            Path stdout = Files.createTempFile(folder, "stdout", ".txt");
            Path stderr = Files.createTempFile(folder, "stderr", ".txt");
            // Signals that whoever runs the tests ignores would be ignored by the command, too.
            List<String> command = new ArrayList<>(List.of(
                    "setsid",
                    "env",
                    "--default-signal",
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx512m",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                    "-jar",
                    System.getProperty("assay.app")));
            command.addAll(List.of(args));
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectOutput(stdout.toFile())
                    .redirectError(stderr.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("ASSAY_"));
            return new Launched(builder.start(), stdout, stderr);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the end. */
    Launched ended() {
        assertThat(endedWithin(PATIENCE)).describedAs(toString()).isTrue();
        return this;
    }

    int exitCode() {
        return process.exitValue();
    }

    String out() {
        return text(stdout);
    }

    String err() {
        return text(stderr);
    }

    /** What the pattern's group found in what was said so far; waits for it. */
    String awaitSaid(String pattern) {
        Pattern compiled = Pattern.compile(pattern);
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> {
            assertThat(process.isAlive()).describedAs(toString()).isTrue();
            return compiled.matcher(err()).find();
        });
        return said(pattern);
    }

    /** What the pattern's group found in what was said. */
    String said(String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(err());
        assertThat(matcher.find()).describedAs(toString()).isTrue();
        return matcher.groupCount() == 0 ? matcher.group() : matcher.group(1);
    }

    /** What a Ctrl-C does: SIGINT to all of the terminal's foreground processes. */
    Launched interrupted() {
        return signalled("INT", "-" + process.pid());
    }

    /** SIGTERM to the command alone. */
    Launched terminated() {
        return signalled("TERM", String.valueOf(process.pid()));
    }

    /** SIGKILL to the command alone. */
    Launched killed() {
        return signalled("KILL", String.valueOf(process.pid()));
    }

    private Launched signalled(String signal, String receiver) {
        process.descendants().forEach(children::add);
        try {
            int sent = new ProcessBuilder("kill", "-s", signal, "--", receiver)
                    .start()
                    .waitFor();
            assertThat(sent).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        assertThat(endedWithin(PROMPTLY)).describedAs(toString()).isTrue();
        return this;
    }

    /** No process that the command had started is left. */
    void leftNoProcess() {
        assertThat(children).isNotEmpty();
        await().atMost(PROMPTLY)
                .untilAsserted(() -> assertThat(children.stream()
                                .filter(ProcessHandle::isAlive)
                                .map(child -> child.info().commandLine().orElse("?")))
                        .isEmpty());
    }

    private boolean endedWithin(Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "stdout:\n" + out() + "\nstderr:\n" + err();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
