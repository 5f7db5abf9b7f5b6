package dev.assay.orchestrator.ledger;

import dev.assay.contracts.event.TaskAssigned;
import dev.assay.orchestrator.database.Database;
import dev.assay.orchestrator.ledger.FairShares.Demand;
import dev.assay.orchestrator.ledger.FairShares.Grant;
import dev.assay.orchestrator.ledger.ReleaseOrder.Place;
import dev.assay.orchestrator.ledger.ReleaseOrder.Step;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Hands out work in a window and hands it out again when nothing came back. Whatever it returns is already noted as
 * outstanding: if the caller dies before it is published, it becomes stale and is returned once more.
 */
@Singleton
public class Ledger {
    /** The most samples of one transaction. */
    public static final int BATCH = 500;

    private static final int MAIN_STAGE = 0;

    private final Jdbi jdbi;
    private final PlannedRuns runs;

    Ledger(Database database, PlannedRuns runs) {
        this.jdbi = database.jdbi();
        this.runs = runs;
    }

    /** Whether any run is RUNNING. */
    public boolean active() {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT EXISTS (SELECT 1 FROM orchestrator.run WHERE state = 'RUNNING')")
                        .mapTo(Boolean.class)
                        .one());
    }

    /**
     * Releases the next samples.
     *
     * @param window how many samples of all running runs together may be outstanding
     * @return at most {@link #BATCH}; none if the window is full or nothing is left
     */
    public List<TaskAssigned> release(int window) {
        return jdbi.inTransaction(handle -> {
            List<SubjectLedger> subjects = handle.createQuery(SubjectLedger.SELECT)
                    .map((row, context) -> SubjectLedger.of(row))
                    .list();
            long free =
                    window - subjects.stream().mapToLong(SubjectLedger::held).sum();
            if (free <= 0) {
                return List.of();
            }
            List<TaskAssigned> assigned = new ArrayList<>();
            for (Grant grant : FairShares.of((int) Math.min(free, BATCH), demands(handle, subjects))) {
                subjects.stream()
                        .filter(each -> each.runNo() == grant.demand().runNo()
                                && each.subjectNo() == grant.demand().subjectNo())
                        .forEach(each -> assigned.addAll(release(handle, each, grant.places())));
            }
            return assigned;
        });
    }

    /**
     * Hands out again what is due: stale, failed through no fault of its own, or of a run that was resumed.
     *
     * @return at most {@link #BATCH}, each with its attempt raised
     */
    public List<TaskAssigned> releaseDue() {
        return jdbi.inTransaction(handle -> handle.createQuery("""
                        WITH due AS (
                            SELECT o.run_no, o.subject_no, o.task_no, o.sample_index, o.stage, o.round, r.revision
                            FROM orchestrator.outstanding o JOIN orchestrator.run r ON r.run_no = o.run_no
                            WHERE o.due AND r.state = 'RUNNING'
                            ORDER BY o.run_no, o.subject_no, o.task_no, o.sample_index
                            LIMIT :most FOR UPDATE OF o SKIP LOCKED)
                        UPDATE orchestrator.outstanding o
                        SET attempt = o.attempt + 1, due = false, released_at = :now,
                            overtaken_at = s.settled + 2 * (s.released - s.settled)
                        FROM due a, orchestrator.run_subject s
                        WHERE s.run_no = o.run_no AND s.subject_no = o.subject_no AND <join>
                        RETURNING o.run_no, o.subject_no, o.task_no, o.sample_index, o.stage, o.round, o.attempt,
                            a.revision""".replace("<join>", Places.JOIN))
                .bind("most", BATCH)
                .bind("now", Instant.now())
                .map((row, context) -> Assignments.of(
                        runs.get(handle, row.getInt("run_no"), row.getInt("revision")), outstanding(row)))
                .list());
    }

    /**
     * Marks as due what was handed out longer ago than this, if it was overtaken by twice as many samples as were
     * before it, or if its subject has had no verdict for as long: a slow model alone makes nothing stale.
     *
     * @return how many were marked
     */
    public int markStale(Duration after) {
        Instant before = Instant.now().minus(after);
        return jdbi.withHandle(
                handle -> handle.createUpdate("""
                        UPDATE orchestrator.outstanding o SET due = true
                        FROM orchestrator.run_subject s, orchestrator.run r
                        WHERE r.run_no = o.run_no AND r.state = 'RUNNING' AND s.run_no = o.run_no
                            AND s.subject_no = o.subject_no AND NOT o.due AND o.released_at < :before
                            AND (s.settled >= o.overtaken_at OR s.last_settled_at < :before)""").bind("before", before).execute());
    }

    /**
     * Marks as due everything that is outstanding of all running runs.
     *
     * @return how many were marked
     */
    public int markAll() {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        UPDATE orchestrator.outstanding o SET due = true FROM orchestrator.run r
                        WHERE r.run_no = o.run_no AND r.state = 'RUNNING' AND NOT o.due""").execute());
    }

    static void markAll(Handle handle, int runNo) {
        handle.createUpdate("UPDATE orchestrator.outstanding SET due = true WHERE run_no = :run")
                .bind("run", runNo)
                .execute();
    }

    static void forget(Handle handle, int runNo) {
        handle.createUpdate("DELETE FROM orchestrator.outstanding WHERE run_no = :run")
                .bind("run", runNo)
                .execute();
    }

    static Outstanding outstanding(ResultSet row) throws SQLException {
        return new Outstanding(
                row.getInt("run_no"),
                row.getInt("subject_no"),
                row.getInt("task_no"),
                row.getInt("sample_index"),
                row.getInt("stage"),
                row.getInt("round"),
                row.getInt("attempt"));
    }

    private List<Demand> demands(Handle handle, List<SubjectLedger> subjects) {
        return subjects.stream()
                .filter(each -> each.waitsFor() == null)
                .map(each -> new Demand(
                        each.runNo(),
                        each.subjectNo(),
                        each.held(),
                        order(handle, each).planned() - each.released()))
                .toList();
    }

    private ReleaseOrder order(Handle handle, SubjectLedger subject) {
        return runs.get(handle, subject.runNo(), subject.revision()).order(subject.subjectNo());
    }

    private List<TaskAssigned> release(Handle handle, SubjectLedger subject, int places) {
        Step step = order(handle, subject).from(subject.position(), places);
        if (!stillReleasing(handle, subject) || !move(handle, subject, step)) {
            return List.of();
        }
        PlannedRun run = runs.get(handle, subject.runNo(), subject.revision());
        List<Outstanding> samples = new ArrayList<>();
        for (Place place : step.places()) {
            samples.add(new Outstanding(
                    subject.runNo(), subject.subjectNo(), place.taskNo(), place.index(), MAIN_STAGE, 0, 1));
        }
        new Places(samples)
                .bind(handle.createUpdate("""
                        INSERT INTO orchestrator.outstanding (run_no, subject_no, task_no, sample_index, stage, round,
                            attempt, released_at, overtaken_at)
                        SELECT a.*, :now, :overtaken FROM <rows>""".replace("<rows>", Places.ROWS)))
                .bind("now", Instant.now())
                .bind("overtaken", subject.settled() + 2 * (subject.held() + samples.size()))
                .execute();
        return samples.stream().map(sample -> Assignments.of(run, sample)).toList();
    }

    /** Locks the run against a change of state until the transaction ends. */
    private static boolean stillReleasing(Handle handle, SubjectLedger subject) {
        return handle.createQuery("""
                        SELECT 1 FROM orchestrator.run
                        WHERE run_no = :run AND revision = :revision AND state = 'RUNNING' FOR SHARE""")
                .bind("run", subject.runNo())
                .bind("revision", subject.revision())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** Moves the cursor unless another process has moved it. */
    private static boolean move(Handle handle, SubjectLedger subject, Step step) {
        return handle.createUpdate("""
                        UPDATE orchestrator.run_subject SET position = :next, released = released + :released
                        WHERE run_no = :run AND subject_no = :subject AND position = :position""")
                        .bind("next", step.next())
                        .bind("released", step.places().size())
                        .bind("run", subject.runNo())
                        .bind("subject", subject.subjectNo())
                        .bind("position", subject.position())
                        .execute()
                == 1;
    }
}
