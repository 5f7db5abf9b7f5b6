package dev.assay.contracts.event;

import dev.assay.contracts.id.RunId;
import dev.assay.contracts.id.SampleId;
import dev.assay.contracts.outcome.Outcome;
import dev.assay.contracts.run.JudgeKind;
import dev.assay.contracts.topic.Topic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The scorer has committed these verdicts; the orchestrator may forget the work behind them.
 *
 * @param verdicts 1 to 500, of one run
 */
public record VerdictsStored(RunId run, List<Stored> verdicts) implements Event {

    /** The most verdicts in one event. */
    public static final int MAX_VERDICTS = 500;

    /** @throws IllegalArgumentException if there is none, or more than {@link #MAX_VERDICTS} */
    public VerdictsStored {
        verdicts = List.copyOf(verdicts);
        if (verdicts.isEmpty() || verdicts.size() > MAX_VERDICTS) {
            throw new IllegalArgumentException("1 to " + MAX_VERDICTS + " verdicts, got " + verdicts.size());
        }
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
        return run + "#" + verdicts.getFirst().executionId() + "#" + verdicts.size();
    }

    /**
     * @param cpuMillis null when nothing was executed
     * @param message why it did not pass, for quarantine reasons; null if it passed or nothing is known
     */
    public record Stored(
            SampleId sampleId,
            int stageOrdinal,
            int round,
            JudgeKind judge,
            int attempt,
            String executionId,
            Outcome outcome,
            @Nullable Long cpuMillis,
            @Nullable String message) {}
}
