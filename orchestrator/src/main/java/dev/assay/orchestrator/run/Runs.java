package dev.assay.orchestrator.run;

import dev.assay.contracts.id.RunId;
import dev.assay.contracts.json.Json;
import dev.assay.contracts.run.RunRecord;
import dev.assay.orchestrator.database.Database;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The records of all runs. Every new revision goes into the {@link Outbox} in the transaction that makes it. */
@Singleton
public class Runs {
    private final Jdbi jdbi;

    Runs(Database database) {
        this.jdbi = database.jdbi();
    }

    /** This run. */
    public Optional<RunRecord> find(RunId run) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT record FROM orchestrator.run WHERE run_id = :run")
                .bind("run", run.value())
                .map((row, context) -> Json.read(row.getString("record"), RunRecord.class))
                .findOne());
    }

    /**
     * This run.
     *
     * @throws UnknownRunException if there is none
     */
    public RunRecord require(RunId run) {
        return find(run).orElseThrow(() -> new UnknownRunException(run));
    }

    /** The run with this number. */
    public RunRecord require(Handle handle, int runNo) {
        return handle.createQuery("SELECT record FROM orchestrator.run WHERE run_no = :run")
                .bind("run", runNo)
                .map((row, context) -> Json.read(row.getString("record"), RunRecord.class))
                .one();
    }

    /** The newest runs, newest first. */
    public List<RunRecord> newest(int limit) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT record FROM orchestrator.run ORDER BY run_no DESC LIMIT :limit")
                        .bind("limit", limit)
                        .map((row, context) -> Json.read(row.getString("record"), RunRecord.class))
                        .list());
    }

    /**
     * Takes a run to its next revision, alone.
     *
     * @param transition gives the next state, or the same one if there is nothing to change
     * @return the record as it is now
     */
    public RunRecord change(Handle handle, int runNo, UnaryOperator<Lifecycle> transition) {
        RunRecord before = handle.createQuery("SELECT record FROM orchestrator.run WHERE run_no = :run FOR UPDATE")
                .bind("run", runNo)
                .map((row, context) -> Json.read(row.getString("record"), RunRecord.class))
                .one();
        RunRecord after = transition.apply(Lifecycle.of(before)).record();
        if (after.equals(before)) {
            return before;
        }
        handle.createUpdate("""
                        UPDATE orchestrator.run SET state = :state, revision = :revision, record = CAST(:record AS json)
                        WHERE run_no = :run""")
                .bind("state", after.state().name())
                .bind("revision", after.revision())
                .bind("record", Json.text(after))
                .bind("run", runNo)
                .execute();
        Outbox.append(handle, after);
        return after;
    }

    static int nextRunNo(Handle handle) {
        return handle.createQuery("SELECT nextval('orchestrator.run_no')")
                .mapTo(Integer.class)
                .one();
    }

    static void insert(Handle handle, RunRecord run, @Nullable Integer waitsFor, Instant now) {
        handle.createUpdate("""
                        INSERT INTO orchestrator.run (run_no, run_id, state, revision, waits_for, record)
                        VALUES (:no, :id, :state, :revision, :waitsFor, CAST(:record AS json))""")
                .bind("no", run.runNo())
                .bind("id", run.runId().value())
                .bind("state", run.state().name())
                .bind("revision", run.revision())
                .bind("waitsFor", waitsFor)
                .bind("record", Json.text(run))
                .execute();
        PreparedBatch subjects = handle.prepareBatch("""
                INSERT INTO orchestrator.run_subject (run_no, subject_no, last_settled_at)
                VALUES (:run, :subject, :now)""");
        for (int no = 0; no < run.subjects().size(); no++) {
            subjects.bind("run", run.runNo())
                    .bind("subject", no)
                    .bind("now", now)
                    .add();
        }
        subjects.execute();
        Outbox.append(handle, run);
    }

    static void waitNoLonger(Handle handle, int runNo) {
        handle.createUpdate("UPDATE orchestrator.run SET waits_for = NULL WHERE run_no = :run")
                .bind("run", runNo)
                .execute();
    }
}
