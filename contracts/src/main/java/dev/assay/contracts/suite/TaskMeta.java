package dev.assay.contracts.suite;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a task says about itself: by these its scores are sliced and its statistics clustered.
 *
 * @param version the task's own version, from 1
 * @param category one of the suite's categories
 * @param complexity {@code low}, {@code medium} or {@code high}
 * @param tags distinct
 * @param tier of review tasks, 1 to 3
 * @param cluster tasks of one cluster share an origin and are not independent
 * @param lastReviewed when a person last read it
 * @param publishedAt when it became public; null means private
 * @param variantOf the task of which this is a twin
 * @param criteria what an answer is asked to fulfil, in words
 * @param failureConditions any of which makes an answer zero
 */
public record TaskMeta(
        int version,
        String category,
        @Nullable String subcategory,
        @Nullable String language,
        @Nullable String complexity,
        List<String> tags,
        @Nullable Integer tier,
        @Nullable String cluster,
        @Nullable LocalDate lastReviewed,
        @Nullable LocalDate publishedAt,
        @Nullable Variant variantOf,
        List<String> criteria,
        List<String> failureConditions) {

    /** Copies the lists. */
    public TaskMeta {
        tags = List.copyOf(tags);
        criteria = List.copyOf(criteria);
        failureConditions = List.copyOf(failureConditions);
    }

    /**
     * @param task the id of the original
     * @param kind what was changed, e.g. {@code renamed}
     */
    public record Variant(String task, String kind) {}
}
