package dev.assay.reporter.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.assay.contracts.event.RunScored.GroupCounts;
import dev.assay.contracts.event.RunScored.Percentiles;
import dev.assay.contracts.event.RunScored.Provenance;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code report.json}: what a run says. Scripts rely on its keys, so that only additions are allowed.
 *
 * @param subjects in the run's order
 * @param warnings what a reader must know before using a number
 */
@JsonPropertyOrder({"run", "subjects", "warnings"})
public record Report(Run run, List<SubjectReport> subjects, List<String> warnings) {

    /** Copies the lists. */
    public Report {
        subjects = List.copyOf(subjects);
        warnings = List.copyOf(warnings);
    }

    /** The run's identity. */
    @JsonPropertyOrder({"id", "state", "suite", "started_at", "finished_at", "protocol"})
    public record Run(
            String id,
            String state,
            Suite suite,
            @JsonProperty("started_at") Instant startedAt,
            @JsonProperty("finished_at") @Nullable Instant finishedAt,
            ProtocolReport protocol,
            @Nullable String commit,
            @Nullable String branch) {}

    /** The suite's identity. */
    public record Suite(String name, String version, String digest, String format) {}

    /**
     * @param minimumIsolation of the sandbox
     */
    public record ProtocolReport(
            List<Integer> k,
            long seed,
            @JsonProperty("minimum_isolation") String minimumIsolation,
            @JsonProperty("reuse_executions") boolean reuseExecutions) {}

    /**
     * One subject's results.
     *
     * @param counts samples by outcome label
     * @param scores by metric, {@code pass@1} or {@code pass@1[base]}
     * @param slices scores of parts of the suite
     * @param tasks n and c per task
     * @param quarantined tasks left out, with the reason
     */
    @JsonPropertyOrder({"name", "fingerprint", "planned", "judged", "coverage", "counts", "scores"})
    public record SubjectReport(
            String name,
            String fingerprint,
            int planned,
            int judged,
            double coverage,
            Map<String, Integer> counts,
            Map<String, Figure> scores,
            @JsonProperty("scores_if_not_judged_failed") Map<String, Figure> scoresIfNotJudgedFailed,
            List<Slice> slices,
            List<TaskReport> tasks,
            Cost cost,
            Latency latency,
            Map<String, String> quarantined,
            Provenance provenance) {}

    /**
     * A score, or why there is none.
     *
     * @param missing the reason; null when there is a value
     */
    @JsonPropertyOrder({"value", "low", "high", "level", "method", "missing", "tasks", "samples"})
    public record Figure(
            @Nullable Double value,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable Double level,
            @Nullable String method,
            @Nullable String missing,
            int tasks,
            int samples) {}

    /** Scores of one part of the suite. */
    @JsonPropertyOrder({"by", "value", "scores"})
    public record Slice(String by, String value, Map<String, Figure> scores) {}

    /**
     * @param n samples with a conclusive verdict
     * @param c of these, passed
     * @param groups by group, where a task has several
     */
    @JsonPropertyOrder({"task_id", "n", "c"})
    public record TaskReport(
            @JsonProperty("task_id") String taskId, int n, int c, Map<String, GroupCounts> groups, boolean flaky) {}

    /**
     * Tokens and money; null where nothing was recorded.
     *
     * @param amounts by currency
     */
    public record Cost(
            @JsonProperty("input_tokens") @Nullable Long inputTokens,
            @JsonProperty("output_tokens") @Nullable Long outputTokens,
            @JsonProperty("samples_with_usage") int samplesWithUsage,
            Map<String, String> amounts) {}

    /** Nearest-rank percentiles in milliseconds; null where nothing was recorded. */
    public record Latency(
            @JsonProperty("ttft_ms") @Nullable Percentiles firstContentMillis,
            @JsonProperty("total_ms") @Nullable Percentiles totalMillis) {}
}
