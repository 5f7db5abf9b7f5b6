package dev.assay.formats.dataset;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of Python functions. */
final class PythonNames {

    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
    private static final Pattern ASSERT = Pattern.compile("\\s*assert\\b");
    private static final Pattern NEGATION = Pattern.compile("[\\s(]*(?:not\\b[\\s(]*)*");
    private static final Pattern CALL = Pattern.compile("([\\p{L}_][\\p{L}\\p{N}_.]*)\\s*\\(");
    private static final Set<String> WRAPPERS = Set.of("set", "sorted", "round", "math.isclose", "isclose");

    private PythonNames() {}

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /**
     * The function that an assertion is about: the first that is called, but for {@code not}, {@code set(},
     * {@code sorted(}, {@code round(} and {@code math.isclose(} around it.
     */
    static Optional<String> firstCalled(String assertion) {
        Matcher start = ASSERT.matcher(assertion);
        int position = start.lookingAt() ? start.end() : 0;
        while (true) {
            Matcher negation = NEGATION.matcher(assertion).region(position, assertion.length());
            position = negation.lookingAt() ? negation.end() : position;
            Matcher call = CALL.matcher(assertion).region(position, assertion.length());
            if (!call.lookingAt()) {
                return Optional.empty();
            }
            if (!WRAPPERS.contains(call.group(1))) {
                return Optional.of(call.group(1)).filter(PythonNames::isName);
            }
            position = call.end();
        }
    }
}
