package dev.assay.contracts.suite;

import dev.assay.contracts.id.Digest;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A whole suite, as it is registered; whatever file format it came from.
 *
 * @param project who owns it; {@code default} if there is only one
 * @param format where it came from: {@code native}, {@code humaneval}, …
 * @param weights of the composite score, by component; empty means the defaults
 * @param tolerances in percentage points, by {@code default}, category, tag or {@code category/complexity}
 * @param contextFiles contents by digest, text, for the tasks' {@link Prompt.ContextFile}s
 * @param tasks at least one, with distinct ids, in the author's order
 */
public record SuiteDocument(
        String project,
        String name,
        String version,
        String format,
        @Nullable String description,
        @Nullable LocalDate lastUpdated,
        Map<String, Double> weights,
        Map<String, Double> tolerances,
        List<RubricDimension> rubric,
        @Nullable String image,
        List<Change> changelog,
        Map<Digest, String> contextFiles,
        List<TaskDocument> tasks) {

    /** @throws IllegalArgumentException if there is no task, or two tasks have one id */
    public SuiteDocument {
        weights = Map.copyOf(weights);
        tolerances = Map.copyOf(tolerances);
        rubric = List.copyOf(rubric);
        changelog = List.copyOf(changelog);
        contextFiles = Map.copyOf(contextFiles);
        tasks = List.copyOf(tasks);
        if (tasks.isEmpty()) {
            throw new IllegalArgumentException("a suite needs at least one task");
        }
        Set<String> ids = new HashSet<>();
        for (TaskDocument task : tasks) {
            if (!ids.add(task.id().value())) {
                throw new IllegalArgumentException("two tasks have the id '" + task.id() + "'");
            }
        }
    }

    /**
     * @param weight its share, more than 0
     */
    public record RubricDimension(String dimension, double weight) {}

    /** An entry of the suite's history. */
    public record Change(String version, @Nullable LocalDate date, String changes) {}
}
