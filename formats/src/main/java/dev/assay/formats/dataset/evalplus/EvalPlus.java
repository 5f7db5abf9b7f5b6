package dev.assay.formats.dataset.evalplus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.assay.contracts.id.TaskId;
import dev.assay.formats.dataset.Records;
import dev.assay.formats.fault.Faults;
import dev.assay.formats.fault.InvalidInputException;
import dev.assay.formats.file.JsonLine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads EvalPlus' files: {@code task_id}, {@code prompt}, {@code entry_point}, {@code canonical_solution},
 * {@code base_input}, {@code plus_input} and {@code atol}. There are no expected outputs in them.
 */
public final class EvalPlus {

    private final boolean mbpp;
    private final ArgumentTypes types = new ArgumentTypes();
    private final Oracles oracles = new Oracles();

    private EvalPlus(boolean mbpp) {
        this.mbpp = mbpp;
    }

    /**
     * HumanEval+: a solution continues its prompt.
     *
     * @throws InvalidInputException with every line that is at fault
     */
    public static List<EvalPlusProblem> humanEvalPlus(Path file, Faults faults) {
        return Records.read(file, faults, new EvalPlus(false)::problem, EvalPlusProblem::id);
    }

    /**
     * MBPP+: a solution is a whole program.
     *
     * @throws InvalidInputException with every line that is at fault
     */
    public static List<EvalPlusProblem> mbppPlus(Path file, Faults faults) {
        return Records.read(file, faults, new EvalPlus(true)::problem, EvalPlusProblem::id);
    }

    private Optional<EvalPlusProblem> problem(JsonLine line) {
        int before = line.faults().count();
        Optional<TaskId> id = Records.id(line);
        String prompt = line.requiredText("prompt");
        String entryPoint = Records.functionName(line, "entry_point");
        String solution = line.requiredText("canonical_solution");
        String examples = line.text("assertion");
        double tolerance = tolerance(line);
        if (id.isEmpty() || line.faults().count() > before) {
            return Optional.empty();
        }
        List<ArrayNode> base = inputs(line, id.get(), "base_input");
        if (base.isEmpty() && line.faults().count() == before) {
            line.fault("base_input", "needs at least one input");
        }
        List<ArrayNode> plus = inputs(line, id.get(), "plus_input");
        return line.faults().count() > before
                ? Optional.empty()
                : Optional.of(new EvalPlusProblem(
                        id.get(),
                        prompt,
                        entryPoint,
                        mbpp ? solution : prompt + solution,
                        examples == null ? "" : examples.strip(),
                        base,
                        plus,
                        tolerance,
                        oracles.of(id.get(), entryPoint, mbpp)));
    }

    /** An empty object stands for no inputs: Mbpp/793 has one. */
    private List<ArrayNode> inputs(JsonLine line, TaskId id, String field) {
        JsonNode calls = line.object().path(field);
        if (calls.isObject() && calls.isEmpty()) {
            return List.of();
        }
        if (!calls.isArray()) {
            line.fault(field, calls.isMissingNode() ? "is missing" : "must be a list of argument lists");
            return List.of();
        }
        List<ArrayNode> inputs = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            String name = field + "[" + i + "]";
            try {
                if (calls.get(i) instanceof ArrayNode arguments) {
                    inputs.add(mbpp ? types.restore(id, arguments) : PythonValues.each(arguments, PythonValues::plain));
                } else {
                    line.fault(name, "must be a list of arguments");
                }
            } catch (IllegalArgumentException e) {
                line.fault(name, String.valueOf(e.getMessage()));
            }
        }
        return inputs;
    }

    private static double tolerance(JsonLine line) {
        JsonNode atol = line.object().path("atol");
        if (!atol.isNumber() || !(atol.doubleValue() >= 0 && atol.doubleValue() < 1)) {
            line.fault("atol", atol.isMissingNode() ? "is missing" : "must be a number from 0 to 1, not " + atol);
            return 0;
        }
        return atol.doubleValue();
    }
}
