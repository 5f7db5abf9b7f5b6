package dev.assay.contracts.suite;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How answers to a task are judged: the content of a judge blob. Its digest is the task's {@code judgeDigest}.
 *
 * @param language of program and tests, e.g. {@code python}
 * @param promptCode the code that a completion continues (the program is this and the completion); null if answers are
 *     whole programs only
 * @param groups at least one, with distinct names
 * @param limits what one sample may use
 */
public record Judge(String language, @Nullable String promptCode, List<Evaluation> groups, Limits limits) {

    /** @throws IllegalArgumentException if there is no group, or two have one name */
    public Judge {
        groups = List.copyOf(groups);
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("a judge needs at least one group");
        }
        if (groups.stream().map(Evaluation::group).distinct().count() != groups.size()) {
            throw new IllegalArgumentException("two groups of a judge have the same name");
        }
    }
}
