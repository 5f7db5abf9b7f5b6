package dev.assay.contracts.event;

import dev.assay.contracts.id.RunId;
import dev.assay.contracts.id.SubjectName;
import dev.assay.contracts.topic.Topic;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A merge may go on, or not.
 *
 * @param decision of the gate
 * @param reason in words
 * @param low lower bound of the 95 % interval of the difference
 * @param high upper bound of that interval
 */
public record GateDecided(
        String project,
        SubjectName subject,
        RunId run,
        RunId baselineRun,
        String baseline,
        Decision decision,
        String reason,
        @Nullable Double low,
        @Nullable Double high,
        int revision,
        Instant decidedAt)
        implements Event {

    @Override
    public Topic topic() {
        return Topic.REGRESSIONS;
    }

    @Override
    public String partitionKey() {
        return subject.value();
    }

    @Override
    public String identity() {
        return run + "#" + subject + "#" + baseline + "#" + revision;
    }

    /** What a gate decides. */
    public enum Decision {
        /** No worse than the tolerance allows. */
        PASSED,
        /** Worse. */
        FAILED,
        /** Too few tasks to tell. */
        INCONCLUSIVE,
        /** A person let it pass. */
        OVERRIDDEN
    }
}
