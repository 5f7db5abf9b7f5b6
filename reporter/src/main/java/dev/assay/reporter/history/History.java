package dev.assay.reporter.history;

import dev.assay.contracts.event.RunScored;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.json.Json;
import dev.assay.contracts.run.RunRecord;
import dev.assay.store.Schema;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Runs and their frozen scores, in the schema {@code reporter}, which is migrated before any channel delivers. */
@Startup(1)
@ApplicationScoped
public class History {

    private final Jdbi jdbi;

    History(DataSource dataSource) {
        this.jdbi = Schema.open(dataSource, "reporter");
    }

    /** Keeps these scores, unless the same revision of them is kept already. */
    public void add(RunScored scored) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO reporter.scored (run_id, subject, revision, document)
                        VALUES (:run, :subject, :revision, :document::json)
                        ON CONFLICT DO NOTHING""")
                .bind("run", scored.run().value())
                .bind("subject", scored.subject().value())
                .bind("revision", scored.revision())
                .bind("document", Json.text(scored))
                .execute());
    }

    /** Keeps this record, unless the same or a newer revision is kept already. */
    public void put(RunRecord run) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO reporter.run (run_id, run_no, revision, record)
                        VALUES (:run, :no, :revision, :record::json)
                        ON CONFLICT (run_id) DO UPDATE
                        SET revision = excluded.revision, record = excluded.record
                        WHERE reporter.run.revision < excluded.revision""")
                .bind("run", run.runId().value())
                .bind("no", run.runNo())
                .bind("revision", run.revision())
                .bind("record", Json.text(run))
                .execute());
    }

    /** This run with the newest revision of each subject's scores; empty if the run is not known. */
    public Optional<ScoredRun> find(RunId run) {
        return jdbi.withHandle(handle -> record(handle, run).map(known -> new ScoredRun(known, scores(handle, run))));
    }

    /**
     * The newest runs, newest first.
     *
     * @param limit at least 1
     */
    public List<RunRecord> newest(int limit) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT record FROM reporter.run ORDER BY run_no DESC LIMIT :limit")
                        .bind("limit", limit)
                        .map((row, context) -> Json.read(row.getString(1), RunRecord.class))
                        .list());
    }

    private static Optional<RunRecord> record(Handle handle, RunId run) {
        return handle.createQuery("SELECT record FROM reporter.run WHERE run_id = :run")
                .bind("run", run.value())
                .map((row, context) -> Json.read(row.getString(1), RunRecord.class))
                .findOne();
    }

    private static List<RunScored> scores(Handle handle, RunId run) {
        return handle.createQuery("""
                        SELECT DISTINCT ON (subject) document FROM reporter.scored
                        WHERE run_id = :run ORDER BY subject, revision DESC""")
                .bind("run", run.value())
                .map((row, context) -> Json.read(row.getString(1), RunScored.class))
                .list();
    }
}
