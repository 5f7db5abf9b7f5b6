package dev.assay.contracts.event;

import dev.assay.contracts.run.RunRecord;
import dev.assay.contracts.topic.Topic;

/** A run was created or changed; carries the whole record, so that the newest event of a run says everything. */
public record RunChanged(RunRecord run) implements Event {

    @Override
    public Topic topic() {
        return Topic.RUNS;
    }

    @Override
    public String partitionKey() {
        return run.runId().value();
    }

    @Override
    public String identity() {
        return run.runId() + "#" + run.revision();
    }
}
