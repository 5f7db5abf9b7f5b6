package dev.assay.formats.dataset.evalplus;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.contracts.id.TaskId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which tasks are compared in a way of their own. */
final class Oracles {

    private final Map<String, Oracle> byTask = new HashMap<>();
    private final Set<String> notNoneFunctions = new HashSet<>();

    Oracles() {
        JsonNode rules = Rules.load("evalplus-oracles.json");
        for (JsonNode rule : rules.path("rules")) {
            Oracle oracle = Oracle.valueOf(rule.path("oracle").asText());
            rule.path("tasks").forEach(task -> byTask.put(task.asText(), oracle));
        }
        rules.path("not_none_functions").forEach(function -> notNoneFunctions.add(function.asText()));
    }

    /** @param mbpp whether the task is one of MBPP+ */
    Oracle of(TaskId task, String entryPoint, boolean mbpp) {
        return mbpp && notNoneFunctions.contains(entryPoint)
                ? Oracle.NOT_NONE
                : byTask.getOrDefault(task.value(), Oracle.REFERENCE);
    }
}
