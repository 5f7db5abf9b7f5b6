package dev.assay.formats.recording;

import dev.assay.contracts.id.TaskId;
import dev.assay.formats.fault.Suggestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the task that a recording means: by its id, else by the bare number ({@code 2} for {@code Mbpp/2}). */
final class TaskNames {

    private static final Pattern NUMBERED = Pattern.compile("(.+)/([0-9]+)");
    private static final String RAW_MBPP = "mbpp";

    private final Map<String, TaskId> byId = new LinkedHashMap<>();
    private final Map<String, List<TaskId>> byNumber = new HashMap<>();

    TaskNames(Collection<TaskId> tasks) {
        for (TaskId task : tasks) {
            byId.put(task.value(), task);
            Matcher numbered = NUMBERED.matcher(task.value());
            if (numbered.matches()) {
                byNumber.computeIfAbsent(numbered.group(2), _ -> new ArrayList<>())
                        .add(task);
            }
        }
    }

    /** What a recorded id stands for. */
    sealed interface Match {
        /** A task of the suite. */
        record Found(TaskId task) implements Match {}

        /** No task, or more than one. */
        record None(String reason) implements Match {}
    }

    Match find(String recorded) {
        TaskId exact = byId.get(recorded);
        if (exact != null) {
            return new Match.Found(exact);
        }
        List<TaskId> numbered = byNumber.getOrDefault(recorded, List.of());
        if (numbered.size() == 1) {
            return new Match.Found(numbered.getFirst());
        }
        if (numbered.size() > 1) {
            return new Match.None("'" + recorded + "' could be " + numbered.get(0) + " or " + numbered.get(1)
                    + "; write the whole task id");
        }
        return withoutPrefix(recorded);
    }

    /** The raw MBPP file numbers its tasks; recordings made for it by others say {@code Mbpp/2}. */
    private Match withoutPrefix(String recorded) {
        Matcher numbered = NUMBERED.matcher(recorded);
        TaskId bare =
                numbered.matches() && numbered.group(1).equalsIgnoreCase(RAW_MBPP) ? byId.get(numbered.group(2)) : null;
        if (bare != null) {
            return new Match.Found(bare);
        }
        return new Match.None(
                "the suite has no task '" + recorded + "'" + Suggestion.didYouMean(recorded, byId.keySet()));
    }
}
