package dev.assay.orchestrator.ledger;

import dev.assay.contracts.event.RunScored;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.run.PauseReason;
import dev.assay.contracts.run.RunRecord;
import dev.assay.contracts.run.RunState;
import dev.assay.orchestrator.database.Database;
import dev.assay.orchestrator.run.IllegalTransitionException;
import dev.assay.orchestrator.run.Lifecycle;
import dev.assay.orchestrator.run.Lifecycle.Cancelled;
import dev.assay.orchestrator.run.Lifecycle.Finished;
import dev.assay.orchestrator.run.Lifecycle.Judged;
import dev.assay.orchestrator.run.Lifecycle.Paused;
import dev.assay.orchestrator.run.Lifecycle.Running;
import dev.assay.orchestrator.run.RunOpening;
import dev.assay.orchestrator.run.Runs;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Takes runs from state to state: when somebody asks, and when the ledger says that it is time. */
@Singleton
public class RunControl {
    private final Jdbi jdbi;
    private final Runs runs;
    private final PlannedRuns planned;
    private final RunOpening opening;

    RunControl(Database database, Runs runs, PlannedRuns planned, RunOpening opening) {
        this.jdbi = database.jdbi();
        this.runs = runs;
        this.planned = planned;
        this.opening = opening;
    }

    /**
     * Gives a run up; what was judged is kept.
     *
     * @throws dev.assay.orchestrator.run.UnknownRunException if there is none
     * @throws IllegalTransitionException unless it is running or paused
     */
    public RunRecord cancel(RunId run) {
        int runNo = runs.require(run).runNo();
        return jdbi.inTransaction(handle -> {
            RunRecord cancelled = runs.change(handle, runNo, state -> switch (state) {
                case Running running -> running.cancel(now());
                case Paused paused -> paused.cancel(now());
                case Judged judged -> throw new IllegalTransitionException("cancelled", judged.record());
                case Finished finished -> throw new IllegalTransitionException("cancelled", finished.record());
                case Cancelled already -> throw new IllegalTransitionException("cancelled", already.record());
            });
            Ledger.forget(handle, runNo);
            return cancelled;
        });
    }

    /**
     * Stops releasing work of a run.
     *
     * @throws dev.assay.orchestrator.run.UnknownRunException if there is none
     * @throws IllegalTransitionException unless it is running
     */
    public RunRecord pause(RunId run, PauseReason reason) {
        return change(runs.require(run).runNo(), state -> switch (state) {
            case Running running -> running.pause(reason);
            case Paused paused -> throw new IllegalTransitionException("paused", paused.record());
            case Judged judged -> throw new IllegalTransitionException("paused", judged.record());
            case Finished finished -> throw new IllegalTransitionException("paused", finished.record());
            case Cancelled cancelled -> throw new IllegalTransitionException("paused", cancelled.record());
        });
    }

    /**
     * Lets a paused run go on; whatever was outstanding is released again.
     *
     * @throws dev.assay.orchestrator.run.UnknownRunException if there is none
     * @throws IllegalTransitionException unless it is paused
     */
    public RunRecord resume(RunId run) {
        int runNo = runs.require(run).runNo();
        return jdbi.inTransaction(handle -> {
            RunRecord resumed = runs.change(handle, runNo, state -> switch (state) {
                case Paused paused -> paused.resume();
                case Running running -> throw new IllegalTransitionException("resumed", running.record());
                case Judged judged -> throw new IllegalTransitionException("resumed", judged.record());
                case Finished finished -> throw new IllegalTransitionException("resumed", finished.record());
                case Cancelled cancelled -> throw new IllegalTransitionException("resumed", cancelled.record());
            });
            Ledger.markAll(handle, runNo);
            return resumed;
        });
    }

    /**
     * Lets begin whose references are judged, and closes whose samples all are settled.
     *
     * @return whether there was any
     */
    public boolean advance() {
        List<SubjectLedger> subjects = jdbi.withHandle(handle -> handle.createQuery(SubjectLedger.SELECT)
                .map((row, context) -> SubjectLedger.of(row))
                .list());
        Set<Integer> validated = subjects.stream()
                .filter(SubjectLedger::waitedEnough)
                .map(SubjectLedger::runNo)
                .collect(Collectors.toSet());
        Set<Integer> settled = new HashSet<>();
        subjects.stream()
                .filter(each -> each.waitsFor() == null)
                .collect(Collectors.groupingBy(SubjectLedger::runNo))
                .forEach((runNo, ofRun) -> {
                    if (ofRun.stream().allMatch(this::isSettled)) {
                        settled.add(runNo);
                    }
                });
        validated.forEach(opening::validated);
        settled.forEach(this::judged);
        return !validated.isEmpty() || !settled.isEmpty();
    }

    /** Notes that a subject's scores are published; with those of the last one the run is finished. */
    public void scored(RunScored scored) {
        jdbi.useTransaction(handle -> {
            Optional<PlannedRun> run = planned.find(handle, scored.run());
            Optional<Integer> subjectNo = run.flatMap(found -> found.record().subjectNo(scored.subject()));
            if (run.isPresent() && subjectNo.isPresent()) {
                scored(handle, run.get().record().runNo(), subjectNo.get());
            }
        });
    }

    private void scored(Handle handle, int runNo, int subjectNo) {
        handle.createUpdate("""
                        UPDATE orchestrator.run_subject s SET scored = true FROM orchestrator.run r
                        WHERE s.run_no = :run AND s.subject_no = :subject AND r.run_no = s.run_no AND r.state = :state""")
                .bind("run", runNo)
                .bind("subject", subjectNo)
                .bind("state", RunState.JUDGED.name())
                .execute();
        boolean all = handle.createQuery("SELECT bool_and(scored) FROM orchestrator.run_subject WHERE run_no = :run")
                .bind("run", runNo)
                .mapTo(Boolean.class)
                .one();
        if (all) {
            runs.change(handle, runNo, state -> switch (state) {
                case Judged judged -> judged.finish(now());
                case Running running -> running;
                case Paused paused -> paused;
                case Finished finished -> finished;
                case Cancelled cancelled -> cancelled;
            });
        }
    }

    private boolean isSettled(SubjectLedger subject) {
        return subject.held() == 0
                && subject.released()
                        == jdbi.withHandle(handle -> planned.get(handle, subject.runNo(), subject.revision()))
                                .order(subject.subjectNo())
                                .planned();
    }

    private void judged(int runNo) {
        change(runNo, state -> switch (state) {
            case Running running -> running.judge(now());
            case Paused paused -> paused;
            case Judged judged -> judged;
            case Finished finished -> finished;
            case Cancelled cancelled -> cancelled;
        });
    }

    private RunRecord change(int runNo, UnaryOperator<Lifecycle> transition) {
        return jdbi.inTransaction(handle -> runs.change(handle, runNo, transition));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
