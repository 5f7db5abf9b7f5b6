package dev.assay.orchestrator;

import dev.assay.wire.rest.ProblemException;
import java.util.Arrays;

/** Reads a query parameter that must be one of a few words. */
final class Choice {
    private static final int BAD_REQUEST = 400;

    private Choice() {}

    /**
     * The constant of this name.
     *
     * @throws ProblemException if there is none; names the parameter and the words that it may be
     */
    static <E extends Enum<E>> E of(String parameter, String word, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equals(word))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        BAD_REQUEST,
                        "Invalid " + parameter,
                        parameter + " must be one of " + Arrays.toString(type.getEnumConstants()) + ", got " + word));
    }
}
