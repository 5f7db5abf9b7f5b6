package dev.assay.sandboxrunner.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.outcome.Judged;
import dev.assay.contracts.run.Isolation;
import dev.assay.contracts.suite.CodeForm;
import dev.assay.contracts.suite.Limits;
import dev.assay.sandboxrunner.sandbox.host.HostSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of the promises without namespaces, for programs that are trusted. */
class ProcessLevelTest {

    private static final Limits BRIEF = new Limits(2, 1, 256, 64, 32);

    @TempDir
    Path directory;

    private static Outcomes outcomes(JudgingPool pool) {
        return body -> pool.submit(Submission.of("test", Kits.adding(BRIEF), body, CodeForm.COMPLETION))
                .join();
    }

    private interface Outcomes {
        Judgement of(String body);
    }

    @Test
    void trustedProgramsGetTheirVerdictsAndNothingIsLeft() throws IOException {
        Path opened = Files.createDirectories(directory.resolve("open"));
        opened.toFile().setReadable(true, false);
        opened.toFile().setExecutable(true, false);
        directory.toFile().setExecutable(true, false);
        SandboxSettings settings = new SandboxSettings(1, Isolation.PROCESS, null, opened, 100, 50);
        Sandbox sandbox = HostSandbox.prepare(Isolation.PROCESS, settings);
        SandboxProbe.prove(sandbox);
        String marker = Long.toString(ThreadLocalRandom.current().nextLong(10_000_000, 99_999_999));
        try (JudgingPool pool = new JudgingPool(sandbox, settings, (sample, again) -> {})) {
            Outcomes judge = outcomes(pool);
            Judgement right = judge.of("    return a + b\n");
            assertThat(right.outcome()).isEqualTo(Judged.PASSED);
            assertThat(right.level()).isEqualTo(Isolation.PROCESS);
            assertThat(judge.of("    return 3\n").outcome()).isEqualTo(Judged.FAILED);
            assertThat(judge.of("    while True:\n        pass\n").outcome()).isEqualTo(Judged.TIMEOUT);
            assertThat(judge.of("    while True:\n        print('x' * 1000)\n").outcome())
                    .isEqualTo(Judged.OUTPUT_LIMIT);
            String daemon = """
                        import os
                        if os.fork() == 0:
                            os.setsid()
                            if os.fork() == 0:
                                os.execvp("sleep", ["sleep", "%s"])
                            os._exit(0)
                        open("left", "w").close()
                        return a + b
                    """.formatted(marker);
            assertThat(judge.of(daemon).outcome()).isEqualTo(Judged.PASSED);
            assertThat(judge.of("    import os\n    assert os.listdir() == []\n    return a + b\n")
                            .outcome())
                    .isEqualTo(Judged.PASSED);
            assertThat(ProcessHandle.allProcesses()
                            .map(process -> process.info().commandLine().orElse("")))
                    .noneMatch(line -> line.endsWith(marker));
        }
        try (var left = Files.list(opened)) {
            assertThat(left).isEmpty();
        }
    }
}
