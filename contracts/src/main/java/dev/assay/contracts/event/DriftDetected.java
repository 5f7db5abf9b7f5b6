package dev.assay.contracts.event;

import dev.assay.contracts.id.RunId;
import dev.assay.contracts.id.SubjectName;
import dev.assay.contracts.topic.Topic;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A series has a change point.
 *
 * @param driftId stable over updates of the same change point
 * @param changedAtRun the first run after the change
 * @param before mean of the series before it
 * @param after mean since
 * @param suspectedCause what changed at the same time, in words
 */
public record DriftDetected(
        String driftId,
        String project,
        SubjectName subject,
        RunId changedAtRun,
        String metric,
        Score.@Nullable Slice slice,
        @Nullable Double before,
        @Nullable Double after,
        @Nullable Double q,
        @Nullable String suspectedCause,
        int revision,
        Instant detectedAt)
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
        return driftId + "#" + revision;
    }
}
