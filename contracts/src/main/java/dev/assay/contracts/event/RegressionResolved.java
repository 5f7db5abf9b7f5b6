package dev.assay.contracts.event;

import dev.assay.contracts.id.RunId;
import dev.assay.contracts.id.SubjectName;
import dev.assay.contracts.topic.Topic;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A regression is gone.
 *
 * @param regressionId of its detection
 * @param run the run that shows it
 * @param after value of this run
 */
public record RegressionResolved(
        String regressionId,
        String project,
        SubjectName subject,
        RunId run,
        String metric,
        Score.@Nullable Slice slice,
        @Nullable Double after,
        Instant resolvedAt)
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
