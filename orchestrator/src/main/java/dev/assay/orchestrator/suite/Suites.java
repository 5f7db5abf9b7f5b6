package dev.assay.orchestrator.suite;

import dev.assay.contracts.id.Digest;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.json.Json;
import dev.assay.contracts.suite.SuiteDocument;
import dev.assay.contracts.suite.TaskMeta;
import dev.assay.orchestrator.blob.StoredBlobs;
import dev.assay.orchestrator.database.Database;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * The register of suites. A suite is identified by its digest and its active tasks never change; registering it again
 * renews what the digest does not cover: its head, its references and its retired tasks.
 */
@Singleton
public class Suites {
    private static final String COLUMNS =
            "SELECT suite_no, digest, project, name, version, format, head FROM orchestrator.suite ";

    private final Jdbi jdbi;
    private final StoredBlobs blobs;

    Suites(Database database, StoredBlobs blobs) {
        this.jdbi = database.jdbi();
        this.blobs = blobs;
    }

    /**
     * Registers a suite.
     *
     * @throws InvalidSuiteException if it contradicts itself
     */
    public Registration register(SuiteDocument document, Instant now) {
        SuiteContents contents = SuiteContents.of(document);
        return jdbi.inTransaction(handle -> {
            blobs.put(handle, contents.blobs());
            Registered registered = putHead(handle, document, contents.digest(), now);
            handle.createUpdate("DELETE FROM orchestrator.task WHERE suite_no = :suite")
                    .bind("suite", registered.suiteNo())
                    .execute();
            putTasks(handle, registered.suiteNo(), contents.tasks());
            return new Registration(require(handle, contents.digest()), registered.created());
        });
    }

    /** The suite with this digest. */
    public Optional<Suite> find(Digest digest) {
        return jdbi.withHandle(handle -> find(handle, digest));
    }

    /** The suite of this name and version; of several the one registered last. */
    public Optional<Suite> find(String name, String version) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        COLUMNS + "WHERE name = :name AND version = :version ORDER BY registered_at DESC LIMIT 1")
                .bind("name", name)
                .bind("version", version)
                .map((row, context) -> suite(handle, row))
                .findOne());
    }

    /** The suite of this name; of several the one registered last. */
    public Optional<Suite> find(String name) {
        return jdbi.withHandle(
                handle -> handle.createQuery(COLUMNS + "WHERE name = :name ORDER BY registered_at DESC LIMIT 1")
                        .bind("name", name)
                        .map((row, context) -> suite(handle, row))
                        .findOne());
    }

    /** All suites, the newest first. */
    public List<Suite> all() {
        return jdbi.withHandle(handle -> handle.createQuery(COLUMNS + "ORDER BY registered_at DESC, suite_no DESC")
                .map((row, context) -> suite(handle, row))
                .list());
    }

    /**
     * The suite with this digest, locked until the transaction ends.
     *
     * @throws UnknownSuiteException if it is not registered
     */
    public Suite lock(Handle handle, Digest digest) {
        handle.createQuery("SELECT suite_no FROM orchestrator.suite WHERE digest = :digest FOR UPDATE")
                .bind("digest", digest.hex())
                .mapTo(Integer.class)
                .findOne();
        return require(handle, digest);
    }

    /** Notes the run that validates this suite's references. */
    public void validatedBy(Handle handle, Suite suite, int runNo) {
        handle.createUpdate("UPDATE orchestrator.suite SET validation_run_no = :run WHERE suite_no = :suite")
                .bind("run", runNo)
                .bind("suite", suite.suiteNo())
                .execute();
    }

    /** The number of the run that last validated this suite's references. */
    public Optional<Integer> validationRun(Handle handle, Suite suite) {
        return handle.createQuery("SELECT validation_run_no FROM orchestrator.suite WHERE suite_no = :suite")
                .bind("suite", suite.suiteNo())
                .mapTo(Integer.class)
                .findOne();
    }

    private Suite require(Handle handle, Digest digest) {
        return find(handle, digest).orElseThrow(() -> new UnknownSuiteException(digest.hex()));
    }

    private Optional<Suite> find(Handle handle, Digest digest) {
        return handle.createQuery(COLUMNS + "WHERE digest = :digest")
                .bind("digest", digest.hex())
                .map((row, context) -> suite(handle, row))
                .findOne();
    }

    private static Registered putHead(Handle handle, SuiteDocument document, Digest digest, Instant now) {
        return handle.createQuery("""
                        INSERT INTO orchestrator.suite (digest, project, name, version, format, head, registered_at)
                        VALUES (:digest, :project, :name, :version, :format, CAST(:head AS json), :now)
                        ON CONFLICT (digest) DO UPDATE SET project = excluded.project, name = excluded.name,
                            version = excluded.version, format = excluded.format, head = excluded.head,
                            registered_at = excluded.registered_at
                        RETURNING suite_no, xmax = 0 AS created""")
                .bind("digest", digest.hex())
                .bind("project", document.project())
                .bind("name", document.name())
                .bind("version", document.version())
                .bind("format", document.format())
                .bind("head", Json.text(SuiteHead.of(document)))
                .bind("now", now)
                .map((row, context) -> new Registered(row.getInt("suite_no"), row.getBoolean("created")))
                .one();
    }

    private static void putTasks(Handle handle, int suiteNo, List<SuiteTask> tasks) {
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO orchestrator.task (suite_no, task_no, task_id, active, task_digest, prompt_digest,
                    judge_digest, reference_digest, groups, meta)
                VALUES (:suite, :no, :id, :active, :task, :prompt, :judge, :reference, CAST(:groups AS json),
                    CAST(:meta AS json))""");
        for (int no = 0; no < tasks.size(); no++) {
            SuiteTask task = tasks.get(no);
            batch.bind("suite", suiteNo)
                    .bind("no", no)
                    .bind("id", task.id().value())
                    .bind("active", task.active())
                    .bind("task", task.taskDigest().hex())
                    .bind("prompt", task.promptDigest().hex())
                    .bind("judge", task.judgeDigest().hex())
                    .bind(
                            "reference",
                            task.reference() == null ? null : task.reference().hex())
                    .bind("groups", Json.text(task.groups()))
                    .bind("meta", Json.text(task.meta()))
                    .add();
        }
        batch.execute();
    }

    private static Suite suite(Handle handle, ResultSet row) throws SQLException {
        int suiteNo = row.getInt("suite_no");
        return new Suite(
                suiteNo,
                new Digest(row.getString("digest")),
                row.getString("project"),
                row.getString("name"),
                row.getString("version"),
                row.getString("format"),
                Json.read(row.getString("head"), SuiteHead.class),
                handle.createQuery("SELECT * FROM orchestrator.task WHERE suite_no = :suite ORDER BY task_no")
                        .bind("suite", suiteNo)
                        .map((task, context) -> task(task))
                        .list());
    }

    private static SuiteTask task(ResultSet row) throws SQLException {
        @Nullable String reference = row.getString("reference_digest");
        return new SuiteTask(
                new TaskId(row.getString("task_id")),
                row.getBoolean("active"),
                new Digest(row.getString("task_digest")),
                new Digest(row.getString("prompt_digest")),
                new Digest(row.getString("judge_digest")),
                reference == null ? null : new Digest(reference),
                List.of(Json.read(row.getString("groups"), String[].class)),
                Json.read(row.getString("meta"), TaskMeta.class));
    }

    private record Registered(int suiteNo, boolean created) {}

    /**
     * @param created false if the digest was known before
     */
    public record Registration(Suite suite, boolean created) {}
}
