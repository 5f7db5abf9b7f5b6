package dev.assay.cli.command;

import dev.assay.cli.exit.CommandFailure;
import dev.assay.cli.exit.ExitCode;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.suite.TaskDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which tasks of a suite are meant. */
public final class SelectionOptions {

    private static final String FIRST = "first:";
    private static final String ALL = "all";

    @Option(
            names = "--tasks",
            paramLabel = "SELECTION",
            description = "first:N, a comma-separated list of task ids, or all.")
    @Nullable
    String tasks;

    @Option(names = "--category", paramLabel = "NAME", description = "Only tasks of this category; may be repeated.")
    List<String> categories = List.of();

    @Option(names = "--tag", paramLabel = "NAME", description = "Only tasks with this tag; may be repeated.")
    List<String> tags = List.of();

    /**
     * The selected ids in the suite's order; null if nothing is selected, which means all.
     *
     * @throws CommandFailure if an id is unknown or nothing is left
     */
    @Nullable
    List<TaskId> select(List<TaskDocument> all) {
        if (tasks == null && categories.isEmpty() && tags.isEmpty()) {
            return null;
        }
        List<TaskDocument> candidates = all.stream()
                .filter(task -> task.status() == TaskDocument.Status.ACTIVE)
                .filter(task ->
                        categories.isEmpty() || categories.contains(task.meta().category()))
                .filter(task -> tags.isEmpty() || task.meta().tags().stream().anyMatch(tags::contains))
                .toList();
        List<TaskId> selected = byId(candidates.stream().map(TaskDocument::id).toList(), all);
        if (selected.isEmpty()) {
            throw new CommandFailure(ExitCode.BAD_INPUT, "no task is left by --tasks, --category and --tag");
        }
        return selected;
    }

    private List<TaskId> byId(List<TaskId> candidates, List<TaskDocument> all) {
        if (tasks == null || tasks.equals(ALL)) {
            return candidates;
        }
        if (tasks.startsWith(FIRST)) {
            return candidates.stream()
                    .limit(first(tasks.substring(FIRST.length())))
                    .toList();
        }
        Set<TaskId> known = all.stream().map(TaskDocument::id).collect(Collectors.toSet());
        List<TaskId> wanted = new ArrayList<>();
        for (String id : tasks.split(",", -1)) {
            if (id.isBlank() || !known.contains(new TaskId(id.strip()))) {
                throw new CommandFailure(ExitCode.BAD_INPUT, "--tasks: the suite has no task '" + id.strip() + "'");
            }
            wanted.add(new TaskId(id.strip()));
        }
        return candidates.stream().filter(wanted::contains).toList();
    }

    private static int first(String number) {
        try {
            int parsed = Integer.parseInt(number);
            if (parsed > 0) {
                return parsed;
            }
        } catch (NumberFormatException e) {
            throw new CommandFailure(ExitCode.BAD_INPUT, "--tasks first:N needs a number, got '" + number + "'");
        }
        throw new CommandFailure(ExitCode.BAD_INPUT, "--tasks first:N needs a number above 0, got '" + number + "'");
    }
}
