package dev.assay.formats.nativesuite;

import dev.assay.contracts.suite.Evaluation;
import dev.assay.contracts.suite.Prompt;
import dev.assay.contracts.suite.Reference;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds answers and tests that stand in what a subject is shown. White space does not matter. The whole reference or
 * the whole test code is a fault; a single assertion is a warning, since examples are often given on purpose.
 */
final class Leaks {

    private static final int SHORTEST_ASSERTION = 20;

    private Leaks() {}

    /** @param contextFiles the texts of the prompt's context files */
    static void check(
            Fields fields, Prompt prompt, String contextFiles, @Nullable Reference reference, List<Evaluation> groups) {
        String shown = squeezed(prompt.messages().stream()
                .map(Prompt.Message::content)
                .collect(Collectors.joining("\n", "", "\n" + contextFiles)));
        if (reference != null && shown.contains(squeezed(reference.code()))) {
            fields.fault("reference", "the whole reference stands in the prompt or a context file");
        }
        for (Evaluation group : groups) {
            switch (group) {
                case Evaluation.Tests tests -> check(fields, shown, tests);
                case Evaluation.Io _ -> {}
            }
        }
    }

    private static void check(Fields fields, String shown, Evaluation.Tests tests) {
        if (shown.contains(squeezed(tests.code()))) {
            fields.fault(
                    "evaluation", "the tests of group '" + tests.group() + "' stand in the prompt or a context file");
            return;
        }
        tests.code()
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("assert ") && line.length() >= SHORTEST_ASSERTION)
                .filter(line -> shown.contains(squeezed(line)))
                .findFirst()
                .ifPresent(line -> fields.warn(
                        "evaluation",
                        "group '" + tests.group() + "': the prompt shows one of its assertions: " + line));
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }
}
