package dev.assay.formats.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.assay.contracts.suite.CodeForm;
import dev.assay.contracts.suite.Evaluation;
import dev.assay.contracts.suite.Reference;
import dev.assay.contracts.suite.SuiteDocument;
import dev.assay.contracts.suite.TaskDocument;
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

class MbppTest {

    private static final String ADD_ONE = """
            {"text":"Write a function to add one.","code":"def add_one(x):\\r\\n  return x + 1","task_id":11,"test_setup_code":"","test_list":["assert add_one(1) == 2","assert add_one(0) == 1"],"challenge_test_list":["assert add_one(-1) == 5"]}
            """;

    @TempDir
    Path folder;

    @Test
    void recordBecomesATask() throws IOException {
        SuiteDocument suite = read(ADD_ONE, false);

        TaskDocument task = suite.tasks().getFirst();
        assertThat(suite.name()).isEqualTo("mbpp");
        assertThat(task.id().value()).isEqualTo("11");
        assertThat(task.prompt().entryPoint()).isEqualTo("add_one");
        assertThat(task.prompt().messages().getFirst().content())
                .contains("Write a function to add one.", "assert add_one(1) == 2\nassert add_one(0) == 1");
        assertThat(task.judge().promptCode()).isEmpty();
        assertThat(task.judge().groups())
                .containsExactly(
                        new Evaluation.Tests("tests", "add_one", "assert add_one(1) == 2\nassert add_one(0) == 1\n"));
        assertThat(task.reference()).isEqualTo(new Reference(CodeForm.SOLUTION, "def add_one(x):\n  return x + 1"));
    }

    @Test
    void setUpCodeRunsBeforeTheAssertions() throws IOException {
        SuiteDocument suite = read(
                ADD_ONE.replace("\"test_setup_code\":\"\"", "\"test_setup_code\":\"one = 1 \\r\\ntwo = 2 \\r\\n\""),
                false);

        assertThat(suite.tasks().getFirst().judge().groups().getFirst())
                .isInstanceOfSatisfying(
                        Evaluation.Tests.class,
                        tests -> assertThat(tests.code())
                                .isEqualTo("one = 1 \ntwo = 2\nassert add_one(1) == 2\nassert add_one(0) == 1\n"));
    }

    @Test
    void onlyTheTestSplitIsReadUnlessEverythingIsWanted() throws IOException {
        String lines = ADD_ONE.replace("\"task_id\":11", "\"task_id\":10")
                + ADD_ONE
                + ADD_ONE.replace("\"task_id\":11", "\"task_id\":510")
                + ADD_ONE.replace("\"task_id\":11", "\"task_id\":511");

        assertThat(read(lines, false).tasks())
                .extracting(task -> task.id().value())
                .containsExactly("11", "510");
        assertThat(read(lines, true).tasks()).hasSize(4);
        assertThat(read(lines, true).name()).isEqualTo("mbpp-all");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "assert add(1, 2) == 3 | add",
                "assert set(common([1], (2))) == set([1]) | common",
                "assert sorted(pairs(3)) == [1] | pairs",
                "assert round(volume(1), 2) == 1.0 | volume",
                "assert math.isclose(area(2), 12.5, rel_tol=0.001) | area",
                "assert not is_woodall(254) | is_woodall",
                "assert (not (is_even (3))) | is_even",
                "assert sum(10,15) == 6 | sum",
                "assert set(sorted(deep(1))) == 1 | deep",
                "assert (max_sum([1]) == 2) | max_sum",
            })
    void functionIsFoundInTheFirstAssertion(String assertion, String function) {
        assertThat(PythonNames.firstCalled(assertion)).hasValue(function);
    }

    @ParameterizedTest
    @CsvSource({"assert True", "assert set() == x", "''", "assert x.y(1) == 2", "assert not"})
    void assertionWithoutAFunctionHasNone(String assertion) {
        assertThat(PythonNames.firstCalled(assertion)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"task_id\":11 | \"task_id\":\"Mbpp/11\" | task_id: must be an integer, not 'Mbpp/11'; is this mbpp+?",
                "\"text\": | \"prompt\": | text: is missing",
                "\"assert add_one(1) == 2\" | \"assert True\" | test_list: the first assertion calls no function: assert True",
                "\"assert add_one(1) == 2\" | 3 | test_list[0]: must be text, not a number",
                "\"test_list\": | \"tests\": | test_list: needs at least one assertion",
                "\"test_setup_code\":\"\" | \"test_setup_code\":[] | test_setup_code: must be text, not a list",
            })
    void faultIsNamedByLineAndField(String part, String replacement, String message) throws IOException {
        Path file = write("\n" + ADD_ONE.replace(part, replacement));

        List<String> faults =
                catchThrowableOfType(InvalidInputException.class, () -> Mbpp.read(file, false, new Faults()))
                        .faults()
                        .stream()
                        .map(fault -> fault.toString().replace(folder + "/", ""))
                        .toList();
        assertThat(faults).containsExactly("data.jsonl:2: " + message);
    }

    @Test
    void fileWithoutTheTestSplitSaysHowToReadIt() throws IOException {
        Path file = write(ADD_ONE.replace("\"task_id\":11", "\"task_id\":1"));

        assertThat(catchThrowableOfType(InvalidInputException.class, () -> Mbpp.read(file, false, new Faults())))
                .hasMessage(file + ": holds no task of the test split (ids 11 to 510); --tasks all takes every task");
    }

    private SuiteDocument read(String lines, boolean everything) throws IOException {
        return Mbpp.read(write(lines), everything, new Faults());
    }

    private Path write(String lines) throws IOException {
        return Files.writeString(folder.resolve("data.jsonl"), lines);
    }
}
