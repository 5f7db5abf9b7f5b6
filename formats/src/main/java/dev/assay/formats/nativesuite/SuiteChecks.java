package dev.assay.formats.nativesuite;

import dev.assay.formats.fault.Suggestion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** The rules that only show when all tasks are known. */
final class SuiteChecks {

    private final Manifest manifest;
    private final List<TaskFile> tasks;
    private final boolean complete;

    /** @param complete whether every task file could be read; if not, nothing is said about what may be in the others */
    SuiteChecks(Manifest manifest, List<TaskFile> tasks, boolean complete) {
        this.complete = complete;
        this.manifest = manifest;
        this.tasks = tasks;
    }

    void all() {
        Map<String, TaskFile> byId = uniqueIds();
        categories();
        if (!complete) {
            return;
        }
        variants(byId.keySet());
        tolerances();
        if (tasks.stream().noneMatch(TaskFile::active)) {
            manifest.fields().fault("name", "the suite has no active task");
        }
    }

    private Map<String, TaskFile> uniqueIds() {
        Map<String, TaskFile> byId = new HashMap<>();
        for (TaskFile task : tasks) {
            TaskFile earlier = task.id().isEmpty() ? null : byId.putIfAbsent(task.id(), task);
            if (earlier != null) {
                task.fields()
                        .fault(
                                "id",
                                "'" + task.id() + "' is also the id in "
                                        + earlier.fields().file() + ":"
                                        + earlier.fields().line("id"));
            }
        }
        return byId;
    }

    private void variants(Set<String> ids) {
        for (TaskFile task : tasks) {
            task.document().map(document -> document.meta().variantOf()).ifPresent(variant -> {
                if (variant.task().equals(task.id())) {
                    task.fields().fault("variant_of", "a task is no variant of itself");
                } else if (!ids.contains(variant.task())) {
                    task.fields()
                            .fault(
                                    "variant_of",
                                    "the suite has no task '" + variant.task() + "'"
                                            + Suggestion.didYouMean(variant.task(), ids));
                }
            });
        }
    }

    private void categories() {
        Map<String, Integer> stated = manifest.categories();
        if (stated.isEmpty()) {
            return;
        }
        for (TaskFile task : tasks) {
            String category = task.category();
            if (category != null && !stated.containsKey(category)) {
                task.fields().fault("category", "suite.yaml does not list the category '" + category + "'");
            }
        }
        if (complete && tasks.stream().map(TaskFile::category).allMatch(Objects::nonNull)) {
            stated.forEach(this::checkCount);
        }
    }

    private void checkCount(String category, int stated) {
        long active = tasks.stream()
                .filter(task -> task.active() && category.equals(task.category()))
                .count();
        if (active != stated) {
            Fields categories = manifest.fields().anyObject("categories");
            (categories == null ? manifest.fields() : categories)
                    .fault(category, "says " + stated + ", but " + active + " active tasks have this category");
        }
    }

    private void tolerances() {
        Set<String> known = new TreeSet<>(Keys.CATEGORIES);
        known.add("default");
        tasks.forEach(task -> known.addAll(task.tags()));
        for (String category : Keys.CATEGORIES) {
            Keys.COMPLEXITIES.forEach(complexity -> known.add(category + "/" + complexity));
        }
        Fields tolerances = manifest.fields().anyObject("tolerances");
        for (String key : manifest.tolerances().keySet()) {
            if (tolerances != null && !known.contains(key)) {
                tolerances.fault(
                        key,
                        "'" + key + "' is no category, tag or category/complexity" + Suggestion.didYouMean(key, known));
            }
        }
    }
}
