package dev.assay.scorer.execution;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.assay.contracts.event.VerdictReached;
import dev.assay.contracts.event.VerdictReached.Assurance;
import dev.assay.contracts.event.VerdictReached.IsolationUsed;
import dev.assay.contracts.event.VerdictReached.LimitHit;
import dev.assay.contracts.event.VerdictReached.Resources;
import dev.assay.contracts.outcome.Judged;
import dev.assay.contracts.outcome.NotJudged;
import dev.assay.contracts.run.Isolation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A line of {@code verdicts.jsonl}. Scripts rely on its keys: every line has all of them.
 *
 * @param stage name of the stage
 * @param judge kind of the judge
 * @param detail why it did not pass; null if it passed or nothing is known
 * @param groups outcome of each group of the judge, in its order; empty when nothing was executed
 * @param wallMillis null, as the other resources, when nothing was executed
 * @param reused whether an execution of identical code was taken
 * @param isolation null when nothing was executed
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record VerdictLine(
        String subject,
        @JsonProperty("task_id") String taskId,
        int sample,
        String stage,
        String judge,
        Assurance assurance,
        String outcome,
        @Nullable Detail detail,
        @JsonProperty("limit_hit") @Nullable LimitHit limitHit,
        Map<String, String> groups,
        Map<String, Double> measures,
        @JsonProperty("wall_ms") @Nullable Long wallMillis,
        @JsonProperty("cpu_ms") @Nullable Long cpuMillis,
        @JsonProperty("peak_memory_kb") @Nullable Long peakMemoryKb,
        boolean reused,
        @Nullable Isolation isolation) {

    /**
     * Why a sample did not pass.
     *
     * @param type e.g. an exception's class; what happened, for NOT_JUDGED
     * @param blame whose failure a NOT_JUDGED was; absent otherwise
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Detail(
            String type,
            String message,
            @JsonProperty("failing_test") @Nullable String failingTest,
            NotJudged.@Nullable Blame blame) {}

    /** The line of this verdict. */
    public static VerdictLine of(VerdictReached verdict) {
        Resources resources = verdict.resources();
        IsolationUsed isolation = verdict.isolation();
        Map<String, String> groups = new LinkedHashMap<>();
        verdict.groups()
                .forEach(group -> groups.put(group.name(), group.outcome().label()));
        return new VerdictLine(
                verdict.sampleId().subject().value(),
                verdict.sampleId().task().value(),
                verdict.sampleId().index(),
                verdict.stage().name(),
                verdict.judge().kind().name(),
                verdict.judge().assurance(),
                verdict.outcome().label(),
                detail(verdict),
                verdict.limitHit(),
                groups,
                new TreeMap<>(verdict.measures()),
                resources == null ? null : resources.wallMillis(),
                resources == null ? null : resources.cpuMillis(),
                resources == null ? null : resources.peakMemoryKb(),
                verdict.reusedFrom() != null,
                isolation == null ? null : isolation.level());
    }

    private static @Nullable Detail detail(VerdictReached verdict) {
        VerdictReached.Detail why = verdict.detail();
        return switch (verdict.outcome()) {
            case NotJudged notJudged ->
                new Detail(notJudged.code(), why == null ? "" : why.message(), null, notJudged.blame());
            case Judged judged -> why == null ? null : new Detail(why.type(), why.message(), why.failingTest(), null);
        };
    }
}
