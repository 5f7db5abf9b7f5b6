package dev.assay.orchestrator.run;

import dev.assay.contracts.id.Digest;
import dev.assay.contracts.run.PauseReason;
import dev.assay.contracts.run.RunRecord;
import dev.assay.contracts.run.RunRecord.Quarantine;
import dev.assay.contracts.run.RunState;
import java.time.Instant;
import java.util.List;

/** Where a run stands. A transition is a method only of the states that allow it; each raises the revision by one. */
public sealed interface Lifecycle {
    /** The record in this state. */
    RunRecord record();

    /** The state of this record. */
    static Lifecycle of(RunRecord run) {
        return switch (run.state()) {
            case RUNNING -> new Running(run);
            case PAUSED -> new Paused(run);
            case JUDGED -> new Judged(run);
            case FINISHED -> new Finished(run);
            case CANCELLED -> new Cancelled(run);
        };
    }

    /** Work is released. */
    record Running(RunRecord record) implements Lifecycle {
        /** Releases nothing until it is resumed. */
        public Paused pause(PauseReason reason) {
            return new Paused(Revision.of(record).paused(reason));
        }

        /** Every sample has its verdict. */
        public Judged judge(Instant now) {
            return new Judged(Revision.of(record).judged(now));
        }

        /** Given up. */
        public Cancelled cancel(Instant now) {
            return new Cancelled(Revision.of(record).ended(RunState.CANCELLED, now));
        }

        /** The references were judged; the run may begin. */
        public Running validated(Digest plan, List<Quarantine> quarantined, List<String> warnings) {
            return new Running(Revision.of(record).validated(plan, quarantined, warnings));
        }
    }

    /** Nothing is released. */
    record Paused(RunRecord record) implements Lifecycle {
        /** Goes on. */
        public Running resume() {
            return new Running(Revision.of(record).resumed());
        }

        /** Given up. */
        public Cancelled cancel(Instant now) {
            return new Cancelled(Revision.of(record).ended(RunState.CANCELLED, now));
        }
    }

    /** Scores are being frozen. */
    record Judged(RunRecord record) implements Lifecycle {
        /** The scores of every subject are published. */
        public Finished finish(Instant now) {
            return new Finished(Revision.of(record).ended(RunState.FINISHED, now));
        }
    }

    /** The end. */
    record Finished(RunRecord record) implements Lifecycle {}

    /** The end of a run that was given up. */
    record Cancelled(RunRecord record) implements Lifecycle {}
}
