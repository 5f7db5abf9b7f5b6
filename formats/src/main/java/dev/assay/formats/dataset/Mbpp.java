package dev.assay.formats.dataset;

import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.suite.CodeForm;
import dev.assay.contracts.suite.Evaluation;
import dev.assay.contracts.suite.Judge;
import dev.assay.contracts.suite.Prompt;
import dev.assay.contracts.suite.Prompt.Message;
import dev.assay.contracts.suite.Reference;
import dev.assay.contracts.suite.SuiteDocument;
import dev.assay.contracts.suite.TaskDocument;
import dev.assay.contracts.suite.TaskDocument.Status;
import dev.assay.formats.fault.Faults;
import dev.assay.formats.fault.InvalidInputException;
import dev.assay.formats.file.JsonLine;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Google's MBPP: JSON lines of {@code task_id} (an integer), {@code text}, {@code code}, {@code test_setup_code} and
 * {@code test_list}. Ids 11 to 510 are the test split. An answer is a whole program; the one group {@code tests} runs the
 * set-up code and the assertions after it. {@code challenge_test_list} is left out, as everybody does who reports MBPP.
 * Carriage returns are removed. The limits are those of HumanEval.
 *
 * <p>The subject is asked as in the paper: the text and the assertions. The name of the function is taken from the first
 * assertion, since the records have no field for it.
 */
public final class Mbpp {

    private static final String NAME = "mbpp";
    private static final LocalDate PUBLISHED = LocalDate.of(2021, 8, 16);
    private static final int FIRST_TEST = 11;
    private static final int LAST_TEST = 510;

    private Mbpp() {}

    /**
     * @param everything whether the prompt, validation and training splits are read too
     * @throws InvalidInputException with every line that is at fault
     */
    public static SuiteDocument read(Path file, boolean everything, Faults faults) {
        Predicate<TaskId> wanted = everything ? _ -> true : Mbpp::isTestSplit;
        List<TaskDocument> tasks = Records.read(file, faults, Mbpp::task, TaskDocument::id).stream()
                .filter(task -> wanted.test(task.id()))
                .toList();
        if (tasks.isEmpty()) {
            faults.add(
                    file.toString(),
                    0,
                    null,
                    "holds no task of the test split (ids " + FIRST_TEST + " to " + LAST_TEST
                            + "); --tasks all takes every task");
            faults.throwIfAny();
        }
        return DataSets.suite(
                everything ? NAME + "-all" : NAME, NAME, "MBPP, read from " + file.getFileName(), PUBLISHED, tasks);
    }

    private static boolean isTestSplit(TaskId id) {
        int number = Integer.parseInt(id.value());
        return number >= FIRST_TEST && number <= LAST_TEST;
    }

    private static Optional<TaskDocument> task(JsonLine line) {
        String text = line.requiredText("text").strip();
        String code = line.text("code");
        String setUp = line.text("test_setup_code");
        List<String> tests =
                line.texts("test_list").stream().map(Mbpp::plainLines).toList();
        String entryPoint = entryPoint(line, tests);
        return number(line)
                .map(id -> new TaskDocument(
                        id,
                        Status.ACTIVE,
                        prompt(text, tests, entryPoint),
                        new Judge(
                                "python",
                                "",
                                List.of(new Evaluation.Tests(
                                        "tests", entryPoint, program(setUp == null ? "" : setUp, tests))),
                                HumanEval.LIMITS),
                        code == null ? null : new Reference(CodeForm.SOLUTION, plainLines(code)),
                        DataSets.meta(PUBLISHED)));
    }

    private static Optional<TaskId> number(JsonLine line) {
        Optional<TaskId> id = Records.id(line);
        if (id.isPresent() && !id.get().value().matches("[0-9]{1,9}")) {
            line.fault("task_id", "must be an integer, not '" + id.get() + "'; is this mbpp+?");
            return Optional.empty();
        }
        return id;
    }

    private static String entryPoint(JsonLine line, List<String> tests) {
        if (tests.isEmpty()) {
            line.fault("test_list", "needs at least one assertion");
            return "";
        }
        return PythonNames.firstCalled(tests.getFirst()).orElseGet(() -> {
            line.fault("test_list", "the first assertion calls no function: " + tests.getFirst());
            return "";
        });
    }

    private static Prompt prompt(String text, List<String> tests, String entryPoint) {
        String request = text + "\n\nYour code should pass these tests:\n\n```python\n" + String.join("\n", tests)
                + "\n```\n\nAnswer with the whole program in one code block.\n";
        return new Prompt(List.of(new Message("user", request)), "", entryPoint, null, null, null, List.of());
    }

    private static String program(String setUp, List<String> tests) {
        String before = setUp.isBlank() ? "" : plainLines(setUp).stripTrailing() + "\n";
        return before + String.join("\n", tests) + "\n";
    }

    private static String plainLines(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
