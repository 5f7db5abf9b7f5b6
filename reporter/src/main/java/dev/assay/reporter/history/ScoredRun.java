package dev.assay.reporter.history;

import dev.assay.contracts.event.RunScored;
import dev.assay.contracts.run.RunRecord;
import dev.assay.contracts.run.Subject.Role;
import java.util.List;

/**
 * A run and what is known of its scores.
 *
 * @param scores the newest revision of each subject that has any, in no particular order
 */
public record ScoredRun(RunRecord run, List<RunScored> scores) {

    /** Copies the list. */
    public ScoredRun {
        scores = List.copyOf(scores);
    }

    /**
     * Whether nothing is on its way that is there already elsewhere: a run's record and its scores travel on different
     * topics.
     *
     * @param revision of the record that the asker knows to exist, at least 1
     */
    public boolean isSettled(int revision) {
        return run.revision() >= revision
                && switch (run.state()) {
                    // Scores are frozen after the last sample, so that with any of them here the record lags behind.
                    case RUNNING, PAUSED -> scores.isEmpty();
                    case JUDGED -> false;
                    case FINISHED -> scores.size() >= testedSubjects();
                    case CANCELLED -> true;
                };
    }

    private long testedSubjects() {
        return run.subjects().stream()
                .filter(subject -> subject.role() == Role.TEST)
                .count();
    }
}
