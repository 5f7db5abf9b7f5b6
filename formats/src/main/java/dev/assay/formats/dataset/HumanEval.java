package dev.assay.formats.dataset;

import dev.assay.contracts.suite.CodeForm;
import dev.assay.contracts.suite.Evaluation;
import dev.assay.contracts.suite.Judge;
import dev.assay.contracts.suite.Limits;
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

/**
 * OpenAI's HumanEval: JSON lines of {@code task_id}, {@code prompt}, {@code entry_point}, {@code canonical_solution} and
 * {@code test}. A completion continues the prompt; the one group {@code tests} calls {@code check} of the record's tests.
 * All tasks are of category {@code generation} and language {@code python}, public since the paper's date.
 *
 * <p>Limits: 3 s, as the original program has it, here of CPU time, with three times that on the clock; 4 GB as later
 * evaluators have it, since the original sets none.
 */
public final class HumanEval {

    static final Limits LIMITS = new Limits(9, 3, 4096, 1024, 64);
    private static final String NAME = "humaneval";
    private static final LocalDate PUBLISHED = LocalDate.of(2021, 7, 7);

    private HumanEval() {}

    /** @throws InvalidInputException with every line that is at fault */
    public static SuiteDocument read(Path file, Faults faults) {
        List<TaskDocument> tasks = Records.read(file, faults, HumanEval::task, TaskDocument::id);
        return DataSets.suite(NAME, NAME, "HumanEval, read from " + file.getFileName(), PUBLISHED, tasks);
    }

    private static Optional<TaskDocument> task(JsonLine line) {
        String prompt = line.requiredText("prompt");
        String entryPoint = Records.functionName(line, "entry_point");
        String solution = line.text("canonical_solution");
        String test = line.requiredText("test");
        if (!test.isEmpty() && !test.contains("def check(")) {
            line.fault("test", "must define check(candidate)");
        }
        return Records.id(line)
                .map(id -> new TaskDocument(
                        id,
                        Status.ACTIVE,
                        DataSets.continuing(prompt, entryPoint),
                        new Judge("python", prompt, List.of(new Evaluation.Tests("tests", entryPoint, test)), LIMITS),
                        solution == null ? null : new Reference(CodeForm.COMPLETION, solution),
                        DataSets.meta(PUBLISHED)));
    }
}
