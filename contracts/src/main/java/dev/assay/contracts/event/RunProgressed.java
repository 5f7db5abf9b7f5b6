package dev.assay.contracts.event;

import dev.assay.contracts.id.RunId;
import dev.assay.contracts.id.SubjectName;
import dev.assay.contracts.topic.Topic;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How far a run has come; at most once a second per run.
 *
 * @param at when it was counted
 */
public record RunProgressed(RunId run, Instant at, List<SubjectProgress> subjects) implements Event {

    /** Copies the list. */
    public RunProgressed {
        subjects = List.copyOf(subjects);
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
        return run + "#" + at;
    }

    /**
     * @param judged samples with an effective conclusive verdict
     * @param counts samples by outcome label, NOT_JUDGED included
     */
    public record SubjectProgress(SubjectName subject, int judged, Map<String, Integer> counts) {
        /** Copies the map. */
        public SubjectProgress {
            counts = Map.copyOf(counts);
        }
    }
}
