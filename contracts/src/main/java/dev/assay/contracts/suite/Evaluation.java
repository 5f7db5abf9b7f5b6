package dev.assay.contracts.suite;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** One way in which an answer is judged; a group with a verdict of its own. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Evaluation.Tests.class, name = "tests"),
    @JsonSubTypes.Type(value = Evaluation.Io.class, name = "io")
})
public sealed interface Evaluation {

    /** The group's name, unique within its task. */
    String group();

    /** The function under test. */
    String entryPoint();

    /** How many checks it holds; a group passes only when as many passed. At least 1. */
    int checks();

    /**
     * A program that defines {@code check(candidate)} and asserts.
     *
     * @param code source in the task's language; never seen by the candidate's process
     */
    record Tests(String group, String entryPoint, String code) implements Evaluation {
        @Override
        public int checks() {
            return 1;
        }
    }

    /**
     * Calls with arguments whose results are compared with expected values that the candidate's process never sees.
     *
     * @param cases at least one
     */
    record Io(String group, String entryPoint, List<Case> cases, Comparison compare) implements Evaluation {

        /** @throws IllegalArgumentException if there is no case */
        public Io {
            cases = List.copyOf(cases);
            if (cases.isEmpty()) {
                throw new IllegalArgumentException("an io group needs at least one case");
            }
        }

        @Override
        public int checks() {
            return cases.size();
        }
    }

    /**
     * @param input the positional arguments
     * @param output what the call must return
     */
    record Case(List<JsonNode> input, JsonNode output) {
        /** Copies the arguments. */
        public Case {
            input = List.copyOf(input);
        }
    }
}
