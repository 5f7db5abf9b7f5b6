package dev.assay.formats.dataset;

import dev.assay.contracts.suite.Prompt;
import dev.assay.contracts.suite.Prompt.Message;
import dev.assay.contracts.suite.SuiteDocument;
import dev.assay.contracts.suite.TaskDocument;
import dev.assay.contracts.suite.TaskMeta;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What the suites of all Python data sets have in common. */
final class DataSets {

    private static final String VERSION = "1";

    private DataSets() {}

    /** @param format its prefix */
    static SuiteDocument suite(
            String name, String format, String description, LocalDate published, List<TaskDocument> tasks) {
        return new SuiteDocument(
                "default",
                name,
                VERSION,
                format,
                description,
                published,
                Map.of(),
                Map.of(),
                List.of(),
                null,
                List.of(),
                Map.of(),
                tasks);
    }

    /** Asks to complete code that ends inside a function. */
    static Prompt continuing(String code, String entryPoint) {
        String request = "Complete the following Python function. Answer with the whole program, which begins with the"
                + " code below, in one code block.\n\n```python\n" + code.stripTrailing() + "\n```\n";
        return new Prompt(List.of(new Message("user", request)), code, entryPoint, null, null, null, List.of());
    }

    static TaskMeta meta(LocalDate published) {
        return new TaskMeta(
                1,
                "generation",
                null,
                "python",
                null,
                List.of(),
                null,
                null,
                null,
                published,
                null,
                List.of(),
                List.of());
    }
}
