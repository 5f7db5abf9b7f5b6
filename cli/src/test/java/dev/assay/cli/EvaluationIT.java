package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.contracts.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged command, from recorded answers to result files and back to history. */
class EvaluationIT {

    @TempDir
    Path folder;

    /** Nine samples planned, one of every common fate; the last of shout is not recorded. */
    private Path recording() {
        return SmallSuite.write(folder.resolve("answers.jsonl"), """
                {"task_id": "add-one", "solution": "def add_one(x):\\n    return x + 1\\n"}
                {"task_id": "add-one", "solution": "def add_one(x):\\n    return x + 2\\n"}
                {"task_id": "add-one", "solution": "def add_one(x:\\n"}
                {"task_id": "is-even", "answer": "I am sorry, I cannot help with that."}
                {"task_id": "is-even", "solution": "def is_even(x):\\n    while True: pass\\n"}
                {"task_id": "is-even", "solution": "def is_even(x):\\n    return not x % 2\\n"}
                {"task_id": "shout", "solution": "def shout(text):\\n    return text.upper()\\n"}
                {"task_id": "shout", "solution": "def shout(text):\\n    raise KeyError(text)\\n"}
                """);
    }

    private Launched assay(String... args) {
        return Launched.of(folder, args);
    }

    @Test
    void runIsScoredWrittenAndFoundAgain() throws IOException {
        SmallSuite suite = new SmallSuite(folder.resolve("small"));
        String id;
        try (Launched run = assay("run", suite.path(), "--subject", "mixed=replay:" + recording(), "--out", "out")
                .ended()) {
            assertThat(run.exitCode()).describedAs(run.toString()).isEqualTo(3);
            assertThat(run.out()).contains("mixed", "pass@1", "38.9");
            assertThat(run.err()).contains("88.9 % of the samples could be judged");
            id = run.said("run (\\S+): small 1.0, 3 tasks, 1 subject");
        }
        assertThat(outcomes())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "add-one/0", "PASSED",
                        "add-one/1", "FAILED",
                        "add-one/2", "COMPILE_ERROR",
                        "is-even/0", "NO_CODE",
                        "is-even/1", "TIMEOUT",
                        "is-even/2", "PASSED",
                        "shout/0", "PASSED",
                        "shout/1", "ERROR",
                        "shout/2", "NOT_JUDGED"));
        assertThat(lines("samples.jsonl")).hasSize(8).allMatch(line -> line.hasNonNull("task_id"));
        assertThat(folder.resolve("out/report.md")).content().contains("pass@1");
        isRight(Json.read(Files.readString(folder.resolve("out/report.json")), JsonNode.class), id);

        try (Launched runs = assay("runs", "--quiet").ended()) {
            assertThat(runs.exitCode()).isZero();
            assertThat(runs.out()).contains(id, "FINISHED", "small 1.0", "mixed");
            assertThat(runs.err()).isEmpty();
        }
        try (Launched report = assay("report", id, "--json").ended()) {
            assertThat(report.exitCode()).isZero();
            isRight(Json.read(report.out(), JsonNode.class), id);
        }
    }

    private static void isRight(JsonNode report, String id) {
        JsonNode subject = report.path("subjects").path(0);
        assertThat(report.path("run").path("id").asText()).isEqualTo(id);
        assertThat(report.path("subjects")).hasSize(1);
        assertThat(subject.path("counts").path("PASSED").asInt()).isEqualTo(3);
        assertThat(subject.path("counts").path("TIMEOUT").asInt()).isEqualTo(1);
        assertThat(subject.path("coverage").asDouble()).isCloseTo(8 / 9.0, within(1e-9));
        // 1 of 3, 1 of 3, and 1 of the 2 that could be judged.
        assertThat(subject.path("scores").path("pass@1").path("value").asDouble())
                .isCloseTo((1 / 3.0 + 1 / 3.0 + 1 / 2.0) / 3, within(1e-9));
        assertThat(subject.path("scores_if_not_judged_failed")
                        .path("pass@1")
                        .path("value")
                        .asDouble())
                .isCloseTo(1 / 3.0, within(1e-9));
    }

    private Map<String, String> outcomes() throws IOException {
        return lines("verdicts.jsonl").stream()
                .collect(Collectors.toMap(
                        line -> line.path("task_id").asText() + "/"
                                + line.path("sample").asInt(),
                        line -> line.path("outcome").asText()));
    }

    private List<JsonNode> lines(String file) throws IOException {
        return Files.readAllLines(folder.resolve("out").resolve(file)).stream()
                .map(line -> Json.read(line, JsonNode.class))
                .toList();
    }

    @Test
    void suiteWhoseReferenceIsWrongIsNotValid() {
        SmallSuite suite =
                new SmallSuite(folder.resolve("small")).task("is-even", SmallSuite.IS_EVEN.replace("== 0", "== 1"));

        try (Launched validate =
                assay("suites", "validate", suite.path(), "--quiet").ended()) {
            assertThat(validate.exitCode()).describedAs(validate.toString()).isEqualTo(2);
            assertThat(validate.out()).contains("2 of 3 references pass", "quarantined: is-even: ");
            assertThat(validate.err()).isEmpty();
        }
    }
}
