package dev.assay.formats.recording;

import dev.assay.contracts.id.TaskId;
import dev.assay.formats.fault.Fault;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a recording holds.
 *
 * @param samples in all, at least 1
 * @param samplesPerTask for tasks that have any
 */
public record Recording(Path file, long samples, Map<TaskId, Integer> samplesPerTask) {

    private static final int NAMED = 10;

    /** Copies the map. */
    public Recording {
        samplesPerTask = Map.copyOf(samplesPerTask);
    }

    /** How many samples the task with the most of them has. */
    public int maxSamplesPerTask() {
        return samplesPerTask.values().stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
    }

    /** A warning that names the tasks without any recorded answer, if there are such. */
    public Optional<Fault> missing(Collection<TaskId> wanted) {
        List<TaskId> missing = wanted.stream()
                .filter(task -> !samplesPerTask.containsKey(task))
                .toList();
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        String named = missing.stream().limit(NAMED).map(TaskId::value).collect(Collectors.joining(", "));
        return Optional.of(new Fault(
                file.toString(),
                0,
                null,
                missing.size() + " of " + wanted.size() + " tasks have no recorded answer: " + named
                        + (missing.size() > NAMED ? ", …" : "")));
    }
}
