package dev.assay.formats.recording;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.run.RecordedAnswer;
import dev.assay.contracts.run.Usage;
import dev.assay.formats.fault.Faults;
import dev.assay.formats.fault.InvalidInputException;
import dev.assay.formats.file.JsonLine;
import dev.assay.formats.file.JsonLines;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads recorded answers: JSON lines of {@code task_id} and one of {@code completion}, {@code solution} and
 * {@code answer}; optionally {@code usage}, {@code ttft_ms}, {@code total_ms} and {@code model}. Other fields are
 * ignored. The lines of a task in file order are its samples 0, 1, 2, …
 */
public final class RecordingReader {

    private final TaskNames names;

    /** @param tasks all tasks of the suite, retired and unselected ones too */
    public RecordingReader(Collection<TaskId> tasks) {
        names = new TaskNames(tasks);
    }

    /**
     * Streams the answers; memory holds one line at a time.
     *
     * @param sink gets each answer in file order, named by the suite's own task id
     * @throws InvalidInputException after the last line, if any is at fault; what the sink got is then to be thrown away
     */
    public Recording read(Path file, Consumer<RecordedAnswer> sink) {
        Faults faults = new Faults();
        Map<TaskId, Integer> samples = new HashMap<>();
        new JsonLines(file, faults)
                .forEach(line -> answer(line).ifPresent(answer -> {
                    samples.merge(answer.task(), 1, Integer::sum);
                    sink.accept(answer);
                }));
        if (samples.isEmpty() && faults.count() == 0) {
            faults.add(file.toString(), 0, null, "holds no recorded answer");
        }
        faults.throwIfAny();
        long all = samples.values().stream().mapToLong(Integer::longValue).sum();
        return new Recording(file, all, samples);
    }

    private Optional<RecordedAnswer> answer(JsonLine line) {
        int before = line.faults().count();
        TaskId task = task(line);
        String completion = line.text("completion");
        String solution = line.text("solution");
        String answer = line.text("answer");
        Usage usage = usage(line);
        Long firstContent = line.count("ttft_ms");
        Long total = line.count("total_ms");
        String model = line.text("model");
        if (completion == null
                && solution == null
                && answer == null
                && line.faults().count() == before) {
            line.fault(null, "needs one of the fields completion, solution, answer");
        }
        return task == null || line.faults().count() > before
                ? Optional.empty()
                : Optional.of(
                        new RecordedAnswer(task, completion, solution, answer, usage, firstContent, total, model));
    }

    private @Nullable TaskId task(JsonLine line) {
        String recorded = line.textOrInteger("task_id");
        if (recorded == null) {
            if (!line.object().hasNonNull("task_id")) {
                line.fault("task_id", "is missing");
            }
            return null;
        }
        return switch (names.find(recorded)) {
            case TaskNames.Match.Found(TaskId task) -> task;
            case TaskNames.Match.None(String reason) -> {
                line.fault("task_id", reason);
                yield null;
            }
        };
    }

    private static @Nullable Usage usage(JsonLine line) {
        ObjectNode usage = line.object("usage");
        if (usage == null) {
            return null;
        }
        Integer input = tokens(line, usage, "input");
        Integer output = tokens(line, usage, "output");
        return input == null || output == null
                ? null
                : new Usage(
                        input,
                        output,
                        tokens(line, usage, "reasoning"),
                        tokens(line, usage, "cached"),
                        usage.path("estimated").asBoolean(false));
    }

    private static @Nullable Integer tokens(JsonLine line, ObjectNode usage, String kind) {
        Long count = line.count("usage." + kind, usage.get(kind));
        return count == null ? null : Math.toIntExact(count);
    }
}
