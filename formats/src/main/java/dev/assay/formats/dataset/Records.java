package dev.assay.formats.dataset;

import dev.assay.contracts.id.TaskId;
import dev.assay.formats.fault.Faults;
import dev.assay.formats.fault.InvalidInputException;
import dev.assay.formats.file.JsonLine;
import dev.assay.formats.file.JsonLines;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads the tasks of a data set, one in each line. */
public final class Records {

    private Records() {}

    /**
     * The tasks in file order.
     *
     * @param reading makes a task of a line, or records a fault
     * @param identity the task's id, by which no two lines may be the same
     * @throws InvalidInputException with every line that is at fault, or if there is no task
     */
    public static <T> List<T> read(
            Path file, Faults faults, Function<JsonLine, Optional<T>> reading, Function<T, TaskId> identity) {
        List<T> tasks = new ArrayList<>();
        Map<TaskId, Integer> lines = new HashMap<>();
        new JsonLines(file, faults).forEach(line -> {
            int before = faults.count();
            Optional<T> task = reading.apply(line);
            if (task.isPresent() && faults.count() == before) {
                TaskId id = identity.apply(task.get());
                Integer earlier = lines.putIfAbsent(id, line.number());
                if (earlier == null) {
                    tasks.add(task.get());
                } else {
                    line.fault("task_id", "'" + id + "' is also the id on line " + earlier);
                }
            }
        });
        if (tasks.isEmpty() && faults.count() == 0) {
            faults.add(file.toString(), 0, null, "holds no task");
        }
        faults.throwIfAny();
        return tasks;
    }

    /** The task's id as the data set has it; empty, with a fault, if there is none or it has another form. */
    public static Optional<TaskId> id(JsonLine line) {
        int before = line.faults().count();
        String id = line.textOrInteger("task_id");
        if (id == null) {
            if (line.faults().count() == before) {
                line.fault("task_id", "is missing");
            }
            return Optional.empty();
        }
        try {
            return Optional.of(new TaskId(id));
        } catch (IllegalArgumentException e) {
            line.fault("task_id", "must have 1 to 200 characters and no control characters");
            return Optional.empty();
        }
    }

    /** The name of a function, which must be there; else a fault is recorded and the result is of no use. */
    public static String functionName(JsonLine line, String field) {
        String name = line.requiredText(field);
        if (!name.isEmpty() && !PythonNames.isName(name)) {
            line.fault(field, "'" + name + "' is no name of a Python function");
        }
        return name;
    }
}
