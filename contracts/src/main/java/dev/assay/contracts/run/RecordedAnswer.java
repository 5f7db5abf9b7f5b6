package dev.assay.contracts.run;

import dev.assay.contracts.id.TaskId;
import org.jspecify.annotations.Nullable;

/**
 * One recorded answer of a model; the answers of a task in their order are its samples 0, 1, 2, …
 *
 * @param completion continues the prompt's code; executed verbatim
 * @param solution the whole program; executed verbatim, wins over {@code completion}
 * @param answer raw text of a chat, from which code is extracted
 * @param usage tokens as recorded
 * @param firstContentMillis time to the first non-empty content
 * @param totalMillis time to the end of the answer
 * @param model as the provider named it
 */
public record RecordedAnswer(
        TaskId task,
        @Nullable String completion,
        @Nullable String solution,
        @Nullable String answer,
        @Nullable Usage usage,
        @Nullable Long firstContentMillis,
        @Nullable Long totalMillis,
        @Nullable String model) {

    /** @throws IllegalArgumentException if none of completion, solution and answer is there */
    public RecordedAnswer {
        if (completion == null && solution == null && answer == null) {
            throw new IllegalArgumentException("needs one of completion, solution, answer");
        }
    }
}
