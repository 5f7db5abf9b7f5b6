package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.exit.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a command did in this process. */
record Invocation(int exitCode, String out, String err, Set<Path> leftBehind) {

    static Invocation of(String... args) {
        PrintStream stdout = System.out;
        PrintStream stderr = System.err;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Set<Path> before = files();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            int exitCode = Main.run(args);
            Set<Path> left = files();
            left.removeAll(before);
            return new Invocation(
                    exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8), left);
        } finally {
            System.setOut(stdout);
            System.setErr(stderr);
        }
    }

    /** Assay's temporary files, and a data directory where nobody asked for one. */
    private static Set<Path> files() {
        try (Stream<Path> temporary = Files.list(Path.of(System.getProperty("java.io.tmpdir")));
                Stream<Path> here = Files.list(Path.of(""))) {
            return Stream.concat(temporary, here)
                    .filter(file -> file.getFileName().toString().matches("\\.?assay.*"))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ended as cli.md says that bad input ends, with a message that holds all parts. */
    void isRefused(ExitCode expected, String... messageParts) {
        assertThat(exitCode).describedAs(err).isEqualTo(expected.number());
        assertThat(err).contains(messageParts).doesNotContain("\tat ", "Exception");
        assertThat(out).isEmpty();
        assertThat(leftBehind).isEmpty();
    }
}
