package dev.assay.formats.dataset.evalplus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.contracts.id.TaskId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The types of the arguments of MBPP+'s tasks, where they are not what JSON says. */
final class ArgumentTypes {

    /** Types of all arguments, or one type for each of them. */
    private record Rule(boolean each, List<PythonType> types) {}

    private static final Rule AS_IS = new Rule(true, List.of(PythonType.AS_IS));

    private final Map<String, Rule> byTask = new HashMap<>();

    ArgumentTypes() {
        for (JsonNode rule : Rules.load("mbpp-plus-types.json").path("rules")) {
            Rule types = rule.has("each")
                    ? new Rule(true, List.of(PythonType.of(rule.path("each").asText())))
                    : new Rule(
                            false,
                            rule.path("arguments")
                                    .valueStream()
                                    .map(word -> PythonType.of(word.asText()))
                                    .toList());
            rule.path("tasks").forEach(task -> byTask.put("Mbpp/" + task.asText(), types));
        }
    }

    /** @throws IllegalArgumentException that says which argument is of another type, or that their number is another */
    ArrayNode restore(TaskId task, ArrayNode arguments) {
        Rule rule = byTask.getOrDefault(task.value(), AS_IS);
        if (!rule.each && rule.types.size() != arguments.size()) {
            throw new IllegalArgumentException(
                    "has " + arguments.size() + " arguments, not " + rule.types.size() + " as this task has");
        }
        ArrayNode restored = JsonNodeFactory.instance.arrayNode(arguments.size());
        for (int i = 0; i < arguments.size(); i++) {
            try {
                restored.add(rule.types.get(rule.each ? 0 : i).restore(arguments.get(i)));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("argument " + i + ": " + e.getMessage(), e);
            }
        }
        return restored;
    }
}
