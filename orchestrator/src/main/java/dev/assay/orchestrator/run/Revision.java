package dev.assay.orchestrator.run;

import dev.assay.contracts.id.Digest;
import dev.assay.contracts.run.PauseReason;
import dev.assay.contracts.run.RunRecord;
import dev.assay.contracts.run.RunRecord.Quarantine;
import dev.assay.contracts.run.RunState;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The next revision of a run record: the components that may change at all. */
record Revision(
        RunRecord before,
        RunState state,
        @Nullable PauseReason pauseReason,
        Digest plan,
        List<Quarantine> quarantined,
        List<String> warnings,
        @Nullable Instant judgedAt,
        @Nullable Instant finishedAt) {
    static Revision of(RunRecord run) {
        return new Revision(
                run,
                run.state(),
                run.pauseReason(),
                run.plan(),
                run.quarantined(),
                run.warnings(),
                run.judgedAt(),
                run.finishedAt());
    }

    RunRecord paused(PauseReason reason) {
        return record(RunState.PAUSED, reason, judgedAt, finishedAt);
    }

    RunRecord resumed() {
        return record(RunState.RUNNING, null, judgedAt, finishedAt);
    }

    RunRecord judged(Instant now) {
        return record(RunState.JUDGED, null, now, finishedAt);
    }

    RunRecord ended(RunState end, Instant now) {
        return record(end, null, judgedAt, now);
    }

    RunRecord validated(Digest newPlan, List<Quarantine> setAside, List<String> moreWarnings) {
        List<String> all =
                Stream.concat(warnings.stream(), moreWarnings.stream()).toList();
        return new Revision(before, state, pauseReason, newPlan, setAside, all, judgedAt, finishedAt)
                .record(state, pauseReason, judgedAt, finishedAt);
    }

    private RunRecord record(
            RunState newState,
            @Nullable PauseReason newPauseReason,
            @Nullable Instant newJudgedAt,
            @Nullable Instant newFinishedAt) {
        return new RunRecord(
                before.runId(),
                before.runNo(),
                before.project(),
                before.purpose(),
                newState,
                newPauseReason,
                before.revision() + 1,
                before.trigger(),
                before.labels(),
                before.sourceRun(),
                before.epoch(),
                before.suite(),
                plan,
                before.subjects(),
                before.protocol(),
                before.stages(),
                before.judges(),
                before.minimumIsolation(),
                before.reuseExecutions(),
                quarantined,
                warnings,
                before.createdAt(),
                newJudgedAt,
                newFinishedAt);
    }
}
