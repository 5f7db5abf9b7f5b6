package dev.assay.formats.dataset.evalplus;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.assay.contracts.id.TaskId;
import java.util.List;

/**
 * One record of an EvalPlus file. Values that JSON lacks are written as objects of one key: {@code {"$tuple": […]}},
 * {@code {"$set": […]}}, {@code {"$float": "inf"}}, {@code {"$complex": "1+2j"}}, {@code {"$dict": [[key, value], …]}};
 * numbers are exact, and a number with a fraction or an exponent is a float.
 *
 * @param prompt what the file gives: code that ends inside a function (HumanEval+) or a docstring (MBPP+)
 * @param solution the reference as a whole program
 * @param examples assertions that may be shown; empty if the file has none
 * @param baseInputs the arguments of each call, at least one call
 * @param plusInputs those that evalplus added; may be empty
 * @param tolerance absolute; 0 means 1e-6 once the reference has returned floats, and exact before
 */
public record EvalPlusProblem(
        TaskId id,
        String prompt,
        String entryPoint,
        String solution,
        String examples,
        List<ArrayNode> baseInputs,
        List<ArrayNode> plusInputs,
        double tolerance,
        Oracle oracle) {

    /** @throws IllegalArgumentException if there is no base input */
    public EvalPlusProblem {
        baseInputs = List.copyOf(baseInputs);
        plusInputs = List.copyOf(plusInputs);
        if (baseInputs.isEmpty()) {
            throw new IllegalArgumentException("a problem needs at least one base input");
        }
    }
}
