package dev.assay.reporter.history;

import dev.assay.contracts.event.RunScored;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.json.Json;
import dev.assay.contracts.run.RunRecord;
import dev.assay.store.Schema;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Runs and their frozen scores, in the schema {@code reporter}. */
@ApplicationScoped
public class History {

    private final Jdbi jdbi;

    History(DataSource dataSource) {
        this.jdbi = Schema.open(dataSource, "reporter");
    }

    void migrate(@Observes @Priority(1) StartupEvent start) {
        // Being called creates this bean, and so migrates before any channel delivers.
    }

    /** Keeps these scores; those that are kept already stay as they are. */
    public void add(List<RunScored> scored) {
        jdbi.useTransaction(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    INSERT INTO reporter.scored (run_id, subject, revision, document)
                    VALUES (:run, :subject, :revision, :document::jsonb)
                    ON CONFLICT DO NOTHING""");
            for (RunScored each : scored) {
                batch.bind("run", each.run().value())
                        .bind("subject", each.subject().value())
                        .bind("revision", each.revision())
                        .bind("document", Json.text(each))
                        .add();
            }
            batch.execute();
        });
    }

    /** Keeps this record unless a newer revision is kept. */
    public void put(RunRecord run) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO reporter.run (run_id, run_no, revision, record)
                        VALUES (:run, :no, :revision, :record::jsonb)
                        ON CONFLICT (run_id) DO UPDATE
                        SET revision = excluded.revision, record = excluded.record
                        WHERE reporter.run.revision < excluded.revision""")
                .bind("run", run.runId().value())
                .bind("no", run.runNo())
                .bind("revision", run.revision())
                .bind("record", Json.text(run))
                .execute());
    }

    /** This run; empty if it is not known. */
    public Optional<RunRecord> run(RunId run) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT record FROM reporter.run WHERE run_id = :run")
                .bind("run", run.value())
                .map((row, context) -> Json.read(row.getString(1), RunRecord.class))
                .findOne());
    }

    /** The newest revision of each subject's scores, in the order in which they are kept. */
    public List<RunScored> scores(RunId run) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT DISTINCT ON (subject) document FROM reporter.scored
                        WHERE run_id = :run ORDER BY subject, revision DESC""")
                .bind("run", run.value())
                .map((row, context) -> Json.read(row.getString(1), RunScored.class))
                .list());
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
}
