package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.exit.ExitCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A data directory or a port that cannot be had is told before any server is started, and nothing in it is touched. */
class DataDirectoryInputTest {

    @TempDir
    Path temporary;

    private static Invocation runs(Path dataDir) {
        return Invocation.of("runs", "--quiet", "--data-dir", dataDir.toString());
    }

    @Test
    void fileIsNoDataDirectory() {
        Path file = SmallSuite.write(temporary.resolve("file"), "mine");

        runs(file).isRefused(ExitCode.BAD_INPUT, "--data-dir " + file, "is a file");
        runs(file.resolve("below")).isRefused(ExitCode.BAD_INPUT, "--data-dir " + file.resolve("below"));

        assertThat(file).hasContent("mine");
    }

    @Test
    void newerFormatIsRefusedWithTheRemedy() throws IOException {
        SmallSuite.write(temporary.resolve("VERSION"), "2\n");

        runs(temporary)
                .isRefused(ExitCode.BAD_INPUT, "has format 2, this Assay reads 1", "use the Assay that wrote it");

        assertThat(namesIn(temporary)).containsExactly("VERSION");
    }

    @Test
    void folderOfSomethingElseIsLeftAlone() throws IOException {
        SmallSuite.write(temporary.resolve("thesis.tex"), "mine");

        runs(temporary).isRefused(ExitCode.BAD_INPUT, "holds files that are not Assay's");

        assertThat(namesIn(temporary)).containsExactly("thesis.tex");
    }

    @Test
    void directoryThatIsInUseIsRefusedWithTheRemedy() throws IOException {
        SmallSuite.write(temporary.resolve("VERSION"), "1\n");
        try (FileChannel other =
                FileChannel.open(temporary.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            assertThat(other.tryLock()).isNotNull();

            runs(temporary).isRefused(ExitCode.UNAVAILABLE, "another assay process uses", "--data-dir");
        }
        assertThat(namesIn(temporary)).containsExactlyInAnyOrder("VERSION", "lock");
    }

    @Test
    void portInUseIsRefusedWithTheRemedy() throws IOException {
        Path dataDir = temporary.resolve("data");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Invocation.of(
                            "serve",
                            "--quiet",
                            "--data-dir",
                            dataDir.toString(),
                            "--port",
                            String.valueOf(taken.getLocalPort()))
                    .isRefused(ExitCode.BAD_INPUT, "port " + taken.getLocalPort(), "--port");
        }
        assertThat(dataDir).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "65536", "http"})
    void numberThatIsNoPortIsRefused(String port) {
        Path dataDir = temporary.resolve("data");

        Invocation.of("serve", "--quiet", "--data-dir", dataDir.toString(), "--port", port)
                .isRefused(ExitCode.BAD_INPUT, "--port");

        assertThat(dataDir).doesNotExist();
    }

    private static Stream<String> namesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }
}
