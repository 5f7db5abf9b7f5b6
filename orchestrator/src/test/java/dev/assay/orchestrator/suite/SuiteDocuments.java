package dev.assay.orchestrator.suite;

import dev.assay.contracts.id.Digest;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.suite.CodeForm;
import dev.assay.contracts.suite.Evaluation;
import dev.assay.contracts.suite.Judge;
import dev.assay.contracts.suite.Limits;
import dev.assay.contracts.suite.Prompt;
import dev.assay.contracts.suite.Prompt.ContextFile;
import dev.assay.contracts.suite.Prompt.Message;
import dev.assay.contracts.suite.Reference;
import dev.assay.contracts.suite.SuiteDocument;
import dev.assay.contracts.suite.TaskDocument;
import dev.assay.contracts.suite.TaskMeta;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Small suites for tests. */
public final class SuiteDocuments {
    private SuiteDocuments() {}

    /** A suite of these tasks. */
    public static SuiteDocument suite(TaskDocument... tasks) {
        return suite("arithmetic", Map.of(), tasks);
    }

    /** A suite of this name. */
    public static SuiteDocument suite(String name, Map<Digest, String> contextFiles, TaskDocument... tasks) {
        return new SuiteDocument(
                "default",
                name,
                "1.0",
                "native",
                null,
                null,
                Map.of("pass@1", 1.0),
                Map.of("default", 5.0),
                List.of(),
                null,
                List.of(),
                contextFiles,
                Arrays.asList(tasks));
    }

    /** An active task with a reference. */
    public static TaskDocument task(String id) {
        return task(id, TaskDocument.Status.ACTIVE, "def f(x):\n    return x  # " + id, List.of());
    }

    /** An active task without a reference. */
    public static TaskDocument unreferenced(String id) {
        return task(id, TaskDocument.Status.ACTIVE, null, List.of());
    }

    /** A task that is only kept. */
    public static TaskDocument retired(String id) {
        return task(id, TaskDocument.Status.RETIRED, null, List.of());
    }

    /** A task with context files. */
    public static TaskDocument withContext(String id, ContextFile... files) {
        return task(id, TaskDocument.Status.ACTIVE, null, Arrays.asList(files));
    }

    private static TaskDocument task(
            String id, TaskDocument.Status status, @Nullable String reference, List<ContextFile> files) {
        return new TaskDocument(
                new TaskId(id),
                status,
                new Prompt(List.of(new Message("user", "Write f for " + id)), null, "f", null, null, null, files),
                new Judge(
                        "python",
                        null,
                        List.of(new Evaluation.Tests("tests", "f", "def check(f):\n    assert f(1) == 1")),
                        Limits.DEFAULT),
                reference == null ? null : new Reference(CodeForm.SOLUTION, reference),
                new TaskMeta(
                        1,
                        "generation",
                        null,
                        "python",
                        "low",
                        List.of("numeric"),
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        List.of()));
    }
}
