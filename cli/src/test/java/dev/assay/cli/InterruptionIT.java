package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.contracts.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged command, broken off in every way a process can be. */
class InterruptionIT {

    private static final int SAMPLES = 24;

    @TempDir
    Path folder;

    /** Each takes half a second and differs from the others. */
    private Path recording() {
        return SmallSuite.write(
                folder.resolve("slow.jsonl"),
                IntStream.range(0, SAMPLES)
                        .mapToObj(number -> """
                                {"task_id": "add-one", "solution": "import time\\ntime.sleep(0.5)\\ndef add_one(x):\\n    return x + 1 + 0 * %d\\n"}
                                """.formatted(number))
                        .collect(Collectors.joining()));
    }

    private Launched assay(String... args) {
        return Launched.of(folder, args);
    }

    private Launched slowRun() {
        SmallSuite suite = new SmallSuite(folder.resolve("small"));
        return assay(
                "run",
                suite.path(),
                "--subject",
                "slow=replay:" + recording(),
                "--tasks",
                "add-one",
                "--concurrency",
                "1",
                "--no-validation");
    }

    @Test
    void runThatIsInterruptedAndThenKilledGoesOnToItsEnd() throws IOException {
        String id;
        try (Launched run = slowRun()) {
            id = run.awaitSaid("run (\\S+): small");
            run.awaitSaid("slow: [1-9]0%");
            try (Launched second = assay("runs").ended()) {
                assertThat(second.exitCode()).isEqualTo(4);
                assertThat(second.err()).contains("another assay process uses");
            }

            run.interrupted();

            assertThat(run.exitCode()).describedAs(run.toString()).isEqualTo(130);
            assertThat(run.err()).contains("run " + id + " is paused", "assay resume " + id);
            assertThat(run.out()).isEmpty();
            run.leftNoProcess();
        }
        try (Launched resume = assay("resume", id, "--concurrency", "1")) {
            resume.awaitSaid("slow: [5-8]0%");

            resume.killed();

            resume.leftNoProcess();
        }
        try (Launched report = assay("report", id, "--out", "broken-off").ended()) {
            assertThat(report.exitCode()).describedAs(report.toString()).isZero();
            assertThat(verdicts("broken-off")).hasSizeGreaterThanOrEqualTo(SAMPLES / 2);
        }
        try (Launched resume = assay("resume", id, "--out", "whole").ended()) {
            assertThat(resume.exitCode()).describedAs(resume.toString()).isZero();
            assertThat(resume.out()).contains("100");
        }
        assertThat(verdicts("whole"))
                .hasSize(SAMPLES)
                .allMatch(verdict -> verdict.path("outcome").asText().equals("PASSED"))
                .doesNotHaveDuplicates()
                .containsAll(verdicts("broken-off").stream()
                        .filter(verdict -> !verdict.path("outcome").asText().equals("NOT_JUDGED"))
                        .toList());
    }

    @Test
    void commandThatIsTerminatedWhileStartingLeavesNothingRunning() {
        try (Launched runs = assay("runs")) {
            runs.awaitSaid("starting");
            runs.terminated();

            assertThat(runs.exitCode()).describedAs(runs.toString()).isEqualTo(143);
            assertThat(runs.err()).contains("interrupted").doesNotContain("\tat ");
            assertThat(runs.out()).isEmpty();
        }
        assertThat(ProcessHandle.allProcesses()
                        .map(process -> process.info().commandLine().orElse(""))
                        .filter(commandLine -> commandLine.contains(folder.toString())))
                .isEmpty();
    }

    private List<JsonNode> verdicts(String out) throws IOException {
        return Files.readAllLines(folder.resolve(out).resolve("verdicts.jsonl")).stream()
                .map(line -> Json.read(line, JsonNode.class))
                .toList();
    }
}
