package dev.assay.contracts.event;

import dev.assay.contracts.id.RunId;
import dev.assay.contracts.id.SubjectName;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.run.RunRecord.Quarantine;
import dev.assay.contracts.topic.Topic;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The scores of one subject in one run were frozen.
 *
 * @param revision from 1; a late arrival counts only in a new one
 * @param complete whether every planned sample is judged
 * @param planned samples planned, quarantined tasks left out
 * @param judged samples with a conclusive verdict
 * @param coverage judged / planned, 0 to 1
 * @param counts samples by outcome label, NOT_JUDGED included
 * @param scores overall and by slice and group
 * @param scoresIfNotJudgedFailed the overall scores with every NOT_JUDGED counted as failed
 * @param tasks n and c per task and group: what paired tests need
 * @param usage tokens, cost and latency of the answers
 */
public record RunScored(
        RunId run,
        SubjectName subject,
        String fingerprint,
        int revision,
        boolean complete,
        @Nullable RunId sourceRun,
        int planned,
        int judged,
        double coverage,
        Provenance provenance,
        List<Quarantine> quarantined,
        Map<String, Integer> counts,
        List<Score> scores,
        List<Score> scoresIfNotJudgedFailed,
        List<TaskCounts> tasks,
        UsageSummary usage)
        implements Event {

    /** Copies the collections. */
    public RunScored {
        quarantined = List.copyOf(quarantined);
        counts = Map.copyOf(counts);
        scores = List.copyOf(scores);
        scoresIfNotJudgedFailed = List.copyOf(scoresIfNotJudgedFailed);
        tasks = List.copyOf(tasks);
    }

    @Override
    public Topic topic() {
        return Topic.SCORES;
    }

    @Override
    public String partitionKey() {
        return run.value();
    }

    @Override
    public String identity() {
        return run + "#" + subject + "#" + revision;
    }

    /** What the scores rest on; each list sorted and distinct. */
    public record Provenance(
            List<String> returnedModels,
            List<String> isolation,
            List<String> images,
            List<String> analysers,
            String softwareVersion) {

        /** Copies the lists. */
        public Provenance {
            returnedModels = List.copyOf(returnedModels);
            isolation = List.copyOf(isolation);
            images = List.copyOf(images);
            analysers = List.copyOf(analysers);
        }
    }

    /**
     * @param n samples with a conclusive verdict
     * @param c of these, samples that passed
     * @param groups the same by group of the judge; empty for tasks with one group
     * @param flaky executions of identical code disagreed
     */
    public record TaskCounts(TaskId task, int n, int c, Map<String, GroupCounts> groups, boolean flaky) {
        /** Copies the map. */
        public TaskCounts {
            groups = Map.copyOf(groups);
        }
    }

    /** n and c of one group. */
    public record GroupCounts(int n, int c) {}

    /**
     * Sums and percentiles over judged samples; a null means that it was not recorded.
     *
     * @param inputTokens summed
     * @param outputTokens summed
     * @param cost by currency, summed, as decimal text
     * @param firstContentMillis time to the first non-empty content
     * @param totalMillis from request to end
     * @param samplesWithUsage how many samples the token sums cover
     */
    public record UsageSummary(
            @Nullable Long inputTokens,
            @Nullable Long outputTokens,
            Map<String, String> cost,
            @Nullable Percentiles firstContentMillis,
            @Nullable Percentiles totalMillis,
            int samplesWithUsage) {
        /** Copies the map. */
        public UsageSummary {
            cost = Map.copyOf(cost);
        }
    }

    /**
     * Nearest-rank percentiles.
     *
     * @param samples how many values
     */
    public record Percentiles(long p50, long p95, long p99, int samples) {}
}
