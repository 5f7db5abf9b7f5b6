package dev.assay.formats.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.assay.contracts.suite.CodeForm;
import dev.assay.contracts.suite.Evaluation;
import dev.assay.contracts.suite.Limits;
import dev.assay.contracts.suite.Reference;
import dev.assay.contracts.suite.SuiteDocument;
import dev.assay.contracts.suite.TaskDocument;
import dev.assay.formats.Gzip;
import dev.assay.formats.fault.Faults;
import dev.assay.formats.fault.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HumanEvalTest {

    static final String ADD_ONE = """
            {"task_id":"HumanEval/900","prompt":"def add1(x: int) -> int:\\n    \\"\\"\\"Return x plus one.\\"\\"\\"\\n","entry_point":"add1","canonical_solution":"    return x + 1\\n","test":"def check(candidate):\\n    assert candidate(1) == 2\\n"}
            """;

    @TempDir
    Path folder;

    @Test
    void recordBecomesATask() throws IOException {
        SuiteDocument suite = read(ADD_ONE);

        TaskDocument task = suite.tasks().getFirst();
        String prompt = "def add1(x: int) -> int:\n    \"\"\"Return x plus one.\"\"\"\n";
        assertThat(suite.name()).isEqualTo("humaneval");
        assertThat(suite.format()).isEqualTo("humaneval");
        assertThat(task.id().value()).isEqualTo("HumanEval/900");
        assertThat(task.prompt().code()).isEqualTo(prompt);
        assertThat(task.prompt().entryPoint()).isEqualTo("add1");
        assertThat(task.prompt().messages())
                .singleElement()
                .satisfies(message -> assertThat(message.content()).contains(prompt.stripTrailing()));
        assertThat(task.judge().promptCode()).isEqualTo(prompt);
        assertThat(task.judge().limits()).isEqualTo(new Limits(9, 3, 4096, 1024, 64));
        assertThat(task.judge().groups())
                .containsExactly(
                        new Evaluation.Tests("tests", "add1", "def check(candidate):\n    assert candidate(1) == 2\n"));
        assertThat(task.reference()).isEqualTo(new Reference(CodeForm.COMPLETION, "    return x + 1\n"));
        assertThat(task.meta().category()).isEqualTo("generation");
        assertThat(task.meta().publishedAt()).isNotNull();
    }

    @Test
    void referenceIsOptional() throws IOException {
        SuiteDocument suite = read(ADD_ONE.replace("canonical_solution", "other"));

        assertThat(suite.tasks().getFirst().reference()).isNull();
    }

    @Test
    void gzippedFileIsReadAsItIs() throws IOException {
        Path file = Files.write(folder.resolve("data.jsonl.gz"), Gzip.pack(ADD_ONE));

        assertThat(HumanEval.read(file, new Faults()).tasks()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "task_id, task_id: is missing",
        "prompt, prompt: is missing",
        "entry_point, entry_point: is missing",
        "test, test: is missing",
    })
    void missingFieldIsNamedByLine(String field, String message) throws IOException {
        String other = ADD_ONE.replace("HumanEval/900", "HumanEval/901").replace("\"" + field + "\":", "\"x\":");

        assertThat(faults(ADD_ONE + other)).containsExactly("data.jsonl:2: " + message);
    }

    @Test
    void brokenLineIsNamedByItsNumber() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int line = 1; line <= 20; line++) {
            lines.append(line == 17 ? "{\"task_id\": \n" : ADD_ONE.replace("/900", "/" + line));
        }

        assertThat(faults(lines.toString()))
                .containsExactly("data.jsonl:17: not valid JSON: Unexpected end-of-input within/between Object entries"
                        + " (column 13)");
    }

    @Test
    void allFaultsAreReportedTogether() throws IOException {
        String wrong = ADD_ONE.replace("/900", "/901")
                .replace("\"entry_point\":\"add1\"", "\"entry_point\":\"add-1\"")
                .replace("def check(", "def test(");

        assertThat(faults(ADD_ONE + wrong + ADD_ONE))
                .containsExactly(
                        "data.jsonl:2: entry_point: 'add-1' is no name of a Python function",
                        "data.jsonl:2: test: must define check(candidate)",
                        "data.jsonl:3: task_id: 'HumanEval/900' is also the id on line 1");
    }

    private SuiteDocument read(String lines) throws IOException {
        return HumanEval.read(Files.writeString(folder.resolve("data.jsonl"), lines), new Faults());
    }

    private List<String> faults(String lines) throws IOException {
        Path file = Files.writeString(folder.resolve("data.jsonl"), lines);
        return catchThrowableOfType(InvalidInputException.class, () -> HumanEval.read(file, new Faults()))
                .faults()
                .stream()
                .map(fault -> fault.toString().replace(folder + "/", ""))
                .toList();
    }
}
