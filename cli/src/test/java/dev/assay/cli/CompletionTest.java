package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompletionTest {

    @TempDir
    Path temporary;

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void everyCommandAndOptionIsCompleted(String shell) {
        Invocation completion = Invocation.of("completion", shell);

        assertThat(completion.exitCode()).isZero();
        assertThat(completion.err()).isEmpty();
        assertThat(completion.out()).contains("assay", "validate", "resume", "min-coverage", "data-dir");
        assertThat(completion.out().lines().filter(line -> line.startsWith("complete ")))
                .noneMatch(line -> line.contains("${"));
    }

    @Test
    void bashUnderstandsItsScriptAndCompletesACommand() throws IOException, InterruptedException {
        Path script = SmallSuite.write(
                temporary.resolve("assay.bash"),
                Invocation.of("completion", "bash").out());

        Process bash = new ProcessBuilder(
                        "bash",
                        "-c",
                        "source " + script
                                + " && COMP_WORDS=(assay re) COMP_CWORD=1 && _complete_assay && echo ${COMPREPLY[@]}")
                .redirectErrorStream(true)
                .start();
        String printed = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(bash.waitFor()).describedAs(printed).isZero();
        assertThat(printed).contains("report", "resume");
    }
}
