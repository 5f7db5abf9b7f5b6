package dev.assay.contracts.event;

import dev.assay.contracts.id.RunId;
import dev.assay.contracts.id.SubjectName;
import dev.assay.contracts.topic.Topic;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A statistically supported worsening against a baseline.
 *
 * @param regressionId stable over detection, updates and resolution
 * @param metric e.g. {@code pass@1}
 * @param slice null for the whole suite
 * @param before value of the baseline run
 * @param after value of this run
 * @param low lower bound of the 95 % interval of the difference
 * @param high upper bound of that interval
 * @param q adjusted p-value
 * @param suspectedCause what changed at the same time, in words
 */
public record RegressionDetected(
        String regressionId,
        String project,
        SubjectName subject,
        RunId run,
        RunId baselineRun,
        String baseline,
        String metric,
        Score.@Nullable Slice slice,
        @Nullable Double before,
        @Nullable Double after,
        @Nullable Double low,
        @Nullable Double high,
        @Nullable Double q,
        @Nullable String suspectedCause,
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
        return regressionId + "#" + run;
    }
}
