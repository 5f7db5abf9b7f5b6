package dev.assay.formats.dataset.evalplus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.assay.contracts.json.Json;
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

class EvalPlusTest {

    private static final String HUMANEVAL = """
            {"task_id":"HumanEval/900","prompt":"def add1(x: int) -> int:\\n","entry_point":"add1","canonical_solution":"    return x + 1\\n","contract":"","base_input":[[1]],"plus_input":[[-1],[999999999999999999999],[1.0],[1e22]],"atol":1e-6}
            """;
    private static final String MBPP = """
            {"task_id":"Mbpp/9001","prompt":"'''\\nAdd one.\\n'''\\n","entry_point":"add_one","canonical_solution":"\\ndef add_one(x):\\n  return x + 1\\n","base_input":[[1]],"plus_input":[],"atol":0,"contract":"","assertion":"\\nassert add_one(1) == 2\\n"}
            """;

    @TempDir
    Path folder;

    @Test
    void humanEvalPlusRecordBecomesAProblem() throws IOException {
        EvalPlusProblem problem =
                EvalPlus.humanEvalPlus(write(HUMANEVAL), new Faults()).getFirst();

        assertThat(problem.id().value()).isEqualTo("HumanEval/900");
        assertThat(problem.solution()).isEqualTo("def add1(x: int) -> int:\n    return x + 1\n");
        assertThat(problem.tolerance()).isEqualTo(1e-6);
        assertThat(problem.oracle()).isEqualTo(Oracle.REFERENCE);
        assertThat(Json.text(problem.baseInputs())).isEqualTo("[[1]]");
        assertThat(Json.text(problem.plusInputs())).isEqualTo("[[-1],[999999999999999999999],[1.0],[1E+22]]");
    }

    @Test
    void mbppPlusRecordBecomesAProblem() throws IOException {
        EvalPlusProblem problem = EvalPlus.mbppPlus(write(MBPP), new Faults()).getFirst();

        assertThat(problem.solution()).isEqualTo("\ndef add_one(x):\n  return x + 1\n");
        assertThat(problem.examples()).isEqualTo("assert add_one(1) == 2");
        assertThat(problem.plusInputs()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9001 | [[[1, 2], {\"a\": 1.50}, null, \"x\"]] | [[[1,2],{\"a\":1.50},null,\"x\"]]",
                "9001 | [[NaN, [Infinity], -Infinity, 1e0]] | [[{\"$float\":\"nan\"},[{\"$float\":\"inf\"}],{\"$float\":\"-inf\"},1.0]]",
                "9001 | [[{\"$tuple\": [1]}]] | [[{\"$dict\":[[\"$tuple\",[1]]]}]]",
                "2 | [[[1, 2], [3]]] | [[{\"$tuple\":[1,2]},{\"$tuple\":[3]}]]",
                "63 | [[[[1, 2], [3]]]] | [[[{\"$tuple\":[1,2]},{\"$tuple\":[3]}]]]",
                "75 | [[[[1, 2]], 6]] | [[[{\"$tuple\":[1,2]}],6]]",
                "106 | [[[1], [2]]] | [[[1],{\"$tuple\":[2]}]]",
                "115 | [[[[], [1, 2], {\"a\": 1}]]] | [[[{},{\"$set\":[1,2]},{}]]]",
                "124 | [[\"0\", \"(-0-1j)\"]] | [[{\"$float\":\"0\"},{\"$complex\":\"(-0-1j)\"}]]",
                "250 | [[[1], 1]] | [[{\"$tuple\":[1]},1]]",
                "259 | [[[[1], [2]], [[3]]]] | [[{\"$tuple\":[{\"$tuple\":[1]},{\"$tuple\":[2]}]},{\"$tuple\":[{\"$tuple\":[3]}]}]]",
                "278 | [[[1, [2, [3]]]]] | [[{\"$tuple\":[1,{\"$tuple\":[2,[3]]}]}]]",
                "307 | [[[1], 2, [3]]] | [[{\"$tuple\":[1]},2,[3]]]",
                "722 | [[{\"A\": [6.2, 70]}, 6.0, 70]] | [[{\"A\":{\"$tuple\":[6.2,70]}},6.0,70]]",
                "252 | [[\"(1+2j)\"], [4]] | [[{\"$complex\":\"(1+2j)\"}],[{\"$complex\":\"4\"}]]",
                "580 | [[[4, [5, [6]], \"x\"]]] | [[{\"$tuple\":[4,{\"$tuple\":[5,{\"$tuple\":[6]}]},\"x\"]}]]",
                "793 | {} | []",
            })
    void typesThatJsonLacksAreRestoredByTask(String task, String inputs, String restored) throws IOException {
        String line =
                MBPP.replace("Mbpp/9001", "Mbpp/" + task).replace("\"plus_input\":[]", "\"plus_input\":" + inputs);
        line = line.replace("\"base_input\":[[1]]", "\"base_input\":" + (task.equals("793") ? "[[1]]" : inputs));

        EvalPlusProblem problem = EvalPlus.mbppPlus(write(line), new Faults()).getFirst();

        assertThat(Json.text(problem.plusInputs())).isEqualTo(restored);
    }

    @ParameterizedTest
    @CsvSource({
        "Mbpp/164, are_equivalent, ANYTHING",
        "Mbpp/295, sum_div, ZERO_TOO",
        "Mbpp/581, surface_Area, SURFACE_AREA_BY_HEIGHT_TOO",
        "Mbpp/558, digit_distance_nums, DIGIT_DISTANCE_PADDED_TOO",
        "Mbpp/769, Diff, SAME_SET",
        "Mbpp/9002, text_starta_endb, NOT_NONE",
        "Mbpp/32, max_Prime_Factors, REFERENCE",
    })
    void tasksWithAComparisonOfTheirOwnHaveIt(String id, String function, Oracle oracle) throws IOException {
        String line = MBPP.replace("Mbpp/9001", id).replace("\"add_one\"", "\"" + function + "\"");

        assertThat(EvalPlus.mbppPlus(write(line), new Faults()).getFirst().oracle())
                .isEqualTo(oracle);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Mbpp/9001 | Mbpp/2 | base_input[0]: argument 0: is not a list",
                "Mbpp/9001 | Mbpp/307 | base_input[0]: has 1 arguments, not 3 as this task has",
                "\"base_input\":[[1]] | \"base_input\":[1] | base_input[0]: must be a list of arguments",
                "\"base_input\":[[1]] | \"base_input\":[] | base_input: needs at least one input",
                "\"plus_input\":[] | \"plus_input\":{\"a\":1} | plus_input: must be a list of argument lists",
                "\"plus_input\":[] | \"plus\":[] | plus_input: is missing",
                "\"atol\":0 | \"atol\":-1 | atol: must be a number from 0 to 1, not -1",
                "\"atol\":0 | \"tol\":0 | atol: is missing",
            })
    void faultIsNamedByLineAndField(String part, String replacement, String message) throws IOException {
        Path file = write(MBPP + MBPP.replace("9001", "9000").replace(part.replace("9001", "9000"), replacement));

        List<String> faults =
                catchThrowableOfType(InvalidInputException.class, () -> EvalPlus.mbppPlus(file, new Faults()))
                        .faults()
                        .stream()
                        .map(fault -> fault.toString().replace(folder + "/", ""))
                        .toList();
        assertThat(faults).containsExactly("data.jsonl:2: " + message);
    }

    private Path write(String lines) throws IOException {
        return Files.writeString(folder.resolve("data.jsonl"), lines);
    }
}
