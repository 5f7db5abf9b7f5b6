package dev.assay.generator.answer;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.assay.contracts.event.Generation;
import dev.assay.contracts.event.Generation.Extraction;
import dev.assay.contracts.event.Generation.Finish;
import dev.assay.contracts.event.Generation.Timing;
import dev.assay.contracts.id.Digest;
import dev.assay.contracts.run.Usage;
import dev.assay.contracts.suite.CodeForm;
import org.jspecify.annotations.Nullable;

/**
 * One line of {@code samples.jsonl}. Exactly one of answer, completion and solution is there, so that the file is a
 * recording again.
 *
 * @param sample index, from 0
 * @param answer raw chat text
 * @param completion code that continues the prompt, as it was recorded
 * @param solution a whole program, as it was recorded
 * @param extraction how code was found
 * @param firstContentMillis time to the first non-empty content; absent if unknown
 * @param totalMillis time to the end of the answer; absent if unknown
 * @param model as the provider named it; absent if unknown
 */
public record SampleLine(
        String subject,
        @JsonProperty("task_id") String taskId,
        int sample,
        @Nullable String answer,
        @Nullable String completion,
        @Nullable String solution,
        Extraction extraction,
        Finish finish,
        @Nullable Usage usage,
        @JsonProperty("ttft_ms") @Nullable Long firstContentMillis,
        @JsonProperty("total_ms") @Nullable Long totalMillis,
        @Nullable String model,
        @JsonProperty("answer_digest") Digest answerDigest) {

    /** @param code the answer itself if it is code taken verbatim; null if it is chat text */
    static SampleLine of(
            String subject,
            String taskId,
            int sample,
            StoredAnswer stored,
            @Nullable CodeForm form,
            @Nullable String code) {
        Generation generation = stored.generation();
        Timing timing = generation.timing();
        return new SampleLine(
                subject,
                taskId,
                sample,
                stored.raw(),
                form == CodeForm.COMPLETION ? code : null,
                form == CodeForm.SOLUTION ? code : null,
                generation.extraction(),
                generation.finish(),
                generation.usage(),
                timing == null ? null : timing.firstContent(),
                timing == null ? null : timing.total(),
                generation.returnedModel(),
                stored.answerDigest());
    }
}
