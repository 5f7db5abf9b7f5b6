package dev.assay.orchestrator.run;

import dev.assay.contracts.id.Digest;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.json.Json;
import dev.assay.contracts.outcome.Outcome;
import dev.assay.contracts.run.RunPlan.PlannedTask;
import dev.assay.wire.SoftwareVersion;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * What is known of reference answers: by content, so that a task is validated once, whatever run asks for it, but anew by
 * each version of this software.
 */
@Singleton
public class ReferenceVerdicts {
    private final String software;

    ReferenceVerdicts(SoftwareVersion software) {
        this.software = software.get();
    }

    /** Keeps these; a newer verdict takes the place of an older one. */
    public void put(Handle handle, Collection<ReferenceVerdict> verdicts) {
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO orchestrator.reference_verdict
                    (task_digest, reference_digest, software, outcome, cpu_millis, message)
                VALUES (:task, :reference, :software, CAST(:outcome AS json), :cpu, :message)
                ON CONFLICT (task_digest, reference_digest, software) DO UPDATE
                    SET outcome = excluded.outcome, cpu_millis = excluded.cpu_millis, message = excluded.message""");
        for (ReferenceVerdict verdict : verdicts) {
            batch.bind("task", verdict.taskDigest().hex())
                    .bind("reference", verdict.reference().hex())
                    .bind("software", software)
                    .bind("outcome", Json.text(verdict.outcome()))
                    .bind("cpu", verdict.cpuMillis())
                    .bind("message", verdict.message() == null ? null : printable(verdict.message()))
                    .add();
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    /** The verdicts on the references of these tasks, as far as they are known. */
    Map<TaskId, ReferenceVerdict> find(Handle handle, List<PlannedTask> tasks) {
        Map<Content, ReferenceVerdict> known = new HashMap<>();
        handle.createQuery("""
                        SELECT task_digest, reference_digest, outcome, cpu_millis, message
                        FROM orchestrator.reference_verdict
                        WHERE software = :software AND task_digest = ANY(:tasks)""")
                .bind("software", software)
                .bindArray(
                        "tasks",
                        String.class,
                        tasks.stream().map(task -> task.taskDigest().hex()).toList())
                .map((row, context) -> verdict(row))
                .forEach(verdict -> known.put(new Content(verdict.taskDigest(), verdict.reference()), verdict));
        Map<TaskId, ReferenceVerdict> byTask = new HashMap<>();
        for (PlannedTask task : tasks) {
            Digest reference = task.reference();
            ReferenceVerdict verdict = reference == null ? null : known.get(new Content(task.taskDigest(), reference));
            if (verdict != null) {
                byTask.put(task.id(), verdict);
            }
        }
        return byTask;
    }

    private static ReferenceVerdict verdict(ResultSet row) throws SQLException {
        return new ReferenceVerdict(
                new Digest(row.getString("task_digest")),
                new Digest(row.getString("reference_digest")),
                Json.read(row.getString("outcome"), Outcome.class),
                row.getObject("cpu_millis", Long.class),
                row.getString("message"));
    }

    private static String printable(String message) {
        return message.codePoints()
                .filter(each -> each == '\n' || !Character.isISOControl(each))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private record Content(Digest task, Digest reference) {}
}
