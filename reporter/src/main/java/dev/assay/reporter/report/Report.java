package dev.assay.reporter.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.assay.contracts.event.RunScored.GroupCounts;
import dev.assay.contracts.event.RunScored.Percentiles;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code report.json}: what a run says, as {@code docs/schemas/report.schema.json} describes it. Scripts rely on its keys,
 * so that only additions are allowed. Keys without a value are left out.
 *
 * @param subjects those that have scores, in the run's order
 * @param warnings what a reader must know before using a number
 */
@JsonPropertyOrder({"run", "subjects", "warnings"})
public record Report(Run run, List<SubjectReport> subjects, List<String> warnings) {

    /** Copies the lists. */
    public Report {
        subjects = List.copyOf(subjects);
        warnings = List.copyOf(warnings);
    }

    /**
     * The run's identity.
     *
     * @param state as in {@link dev.assay.contracts.run.RunState}
     * @param startedAt when it was asked for
     * @param finishedAt null unless its scores are frozen
     * @param sourceRun whose answers it judges again; null if it has answers of its own
     */
    @JsonPropertyOrder({"id", "state", "suite", "started_at", "finished_at", "protocol"})
    public record Run(
            String id,
            String state,
            Suite suite,
            @JsonProperty("started_at") Instant startedAt,
            @JsonProperty("finished_at") @Nullable Instant finishedAt,
            RunProtocol protocol,
            @JsonProperty("source_run") @Nullable String sourceRun,
            @Nullable String commit,
            @Nullable String branch,
            @Nullable String pr) {}

    /**
     * The suite's identity.
     *
     * @param digest SHA-256, 64 hexadecimal digits
     */
    @JsonPropertyOrder({"name", "version", "digest", "format"})
    public record Suite(String name, String version, String digest, String format) {}

    /**
     * How the run was made.
     *
     * @param k of pass@k, ascending
     * @param minimumIsolation of the sandbox
     * @param budget null for none
     */
    @JsonPropertyOrder({"k", "seed", "minimum_isolation", "reuse_executions"})
    public record RunProtocol(
            List<Integer> k,
            long seed,
            @JsonProperty("minimum_isolation") String minimumIsolation,
            @JsonProperty("reuse_executions") boolean reuseExecutions,
            @Nullable Money budget) {}

    /**
     * @param amount as decimal text
     * @param currency ISO 4217
     */
    @JsonPropertyOrder({"amount", "currency"})
    public record Money(String amount, String currency) {}

    /**
     * One subject's results.
     *
     * @param revision of its scores, from 1
     * @param planned samples planned, quarantined tasks left out
     * @param judged samples with a conclusive verdict
     * @param coverage judged / planned, 0 to 1
     * @param counts samples by outcome label
     * @param scores by metric and group: {@code pass@1} or {@code pass@1[base]}
     * @param scoresIfNotJudgedFailed the same with every NOT_JUDGED counted as failed
     * @param slices scores of parts of the suite
     * @param tasks n and c per task
     * @param quarantined reasons by the task that is left out
     */
    @JsonPropertyOrder({
        "name",
        "fingerprint",
        "revision",
        "sampling",
        "planned",
        "judged",
        "coverage",
        "counts",
        "scores",
        "scores_if_not_judged_failed",
        "slices",
        "tasks",
        "cost",
        "latency",
        "quarantined",
        "provenance"
    })
    public record SubjectReport(
            String name,
            String fingerprint,
            int revision,
            SubjectSampling sampling,
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
            SubjectProvenance provenance) {}

    /** How a subject was sampled; null where it is not known, as for most recordings. */
    @JsonPropertyOrder({"samples_per_task", "temperature", "top_p", "max_tokens"})
    public record SubjectSampling(
            @JsonProperty("samples_per_task") int samplesPerTask,
            @Nullable Double temperature,
            @JsonProperty("top_p") @Nullable Double topP,
            @JsonProperty("max_tokens") @Nullable Integer maxTokens) {}

    /**
     * A score, or why there is none: either {@code missing} is there or value, low, high, level and method are.
     *
     * @param value 0 to 1, with its interval from {@code low} to {@code high}
     * @param level of confidence of the interval, e.g. 0.95
     * @param method of the interval
     * @param missing the reason, for people
     * @param tasks that it rests on
     * @param samples that it rests on
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

    /**
     * Scores of one part of the suite.
     *
     * @param by {@code category}, {@code complexity}, {@code language} or {@code tag}
     */
    @JsonPropertyOrder({"by", "value", "scores"})
    public record Slice(String by, String value, Map<String, Figure> scores) {}

    /**
     * @param n samples with a conclusive verdict
     * @param c of these, passed
     * @param groups by group, where a task has several
     * @param flaky identical code was judged differently
     */
    @JsonPropertyOrder({"task_id", "n", "c", "groups", "flaky"})
    public record TaskReport(
            @JsonProperty("task_id") String taskId, int n, int c, Map<String, GroupCounts> groups, boolean flaky) {}

    /**
     * Tokens and money; null where nothing was recorded.
     *
     * @param samplesWithUsage how many samples the token sums cover
     * @param amounts decimal text by currency
     */
    @JsonPropertyOrder({"input_tokens", "output_tokens", "samples_with_usage", "amounts"})
    public record Cost(
            @JsonProperty("input_tokens") @Nullable Long inputTokens,
            @JsonProperty("output_tokens") @Nullable Long outputTokens,
            @JsonProperty("samples_with_usage") int samplesWithUsage,
            Map<String, String> amounts) {}

    /** Nearest-rank percentiles in milliseconds; null where nothing was recorded. */
    @JsonPropertyOrder({"ttft_ms", "total_ms"})
    public record Latency(
            @JsonProperty("ttft_ms") @Nullable Percentiles firstContentMillis,
            @JsonProperty("total_ms") @Nullable Percentiles totalMillis) {}

    /** What the scores rest on; each list sorted and distinct. */
    @JsonPropertyOrder({"returned_models", "isolation", "images", "analysers", "software_version"})
    public record SubjectProvenance(
            @JsonProperty("returned_models") List<String> returnedModels,
            List<String> isolation,
            List<String> images,
            List<String> analysers,
            @JsonProperty("software_version") String softwareVersion) {}
}
