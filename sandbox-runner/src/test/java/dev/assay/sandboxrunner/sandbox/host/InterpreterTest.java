package dev.assay.sandboxrunner.sandbox.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.contracts.run.Isolation;
import dev.assay.sandboxrunner.sandbox.SandboxProbe;
import dev.assay.sandboxrunner.sandbox.SandboxSettings;
import dev.assay.sandboxrunner.sandbox.SandboxUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterpreterTest {

    @TempDir
    Path directory;

    @Test
    void findsOneWithAllItsParts() {
        Interpreter interpreter = Interpreter.find(null);
        assertThat(interpreter.version()).matches("3\\.\\d+\\.\\d+");
        assertThat(interpreter.closure()).contains(Path.of("/usr"));
        assertThat(interpreter.closure())
                .noneMatch(path -> interpreter.closure().stream()
                        .anyMatch(other -> !other.equals(path) && path.startsWith(other)));
    }

    @Test
    void refusesWhatIsNoPythonAndSaysWhatHelps() {
        assertThatThrownBy(() -> Interpreter.find(Path.of("/bin/true")))
                .isInstanceOf(SandboxUnavailableException.class)
                .hasMessageContaining("/bin/true")
                .hasMessageContaining("assay.sandbox.python");
        assertThatThrownBy(() -> Interpreter.find(directory.resolve("python3")))
                .hasMessageContaining("not an executable file");
    }

    @Test
    void anInterpreterInAFolderOfItsOwnWorksAtFullIsolation() throws IOException, InterruptedException {
        Path venv = directory.resolve("a folder/venv");
        String python = Interpreter.find(null).executable().toString();
        assertThat(new ProcessBuilder(python, "-m", "venv", "--without-pip", venv.toString())
                        .start()
                        .waitFor())
                .isZero();
        SandboxSettings settings = new SandboxSettings(
                1,
                Isolation.HOST_NS,
                venv.resolve("bin/python3"),
                Files.createDirectories(directory.resolve("files")),
                100,
                100);
        try (HostSandbox sandbox = HostSandbox.prepare(Isolation.HOST_NS, settings)) {
            SandboxProbe.prove(sandbox);
        }
    }
}
