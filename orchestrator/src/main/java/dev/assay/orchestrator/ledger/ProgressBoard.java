package dev.assay.orchestrator.ledger;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.assay.contracts.event.RunProgressed;
import dev.assay.contracts.event.RunProgressed.SubjectProgress;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.json.Json;
import dev.assay.contracts.run.RunRecord;
import dev.assay.contracts.run.RunStatus;
import dev.assay.contracts.run.RunStatus.Progress;
import dev.assay.orchestrator.database.Database;
import dev.assay.orchestrator.run.Runs;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** How far runs have come: what was released and settled, by the ledger; with which outcomes, by the scorer. */
@Singleton
public class ProgressBoard {
    private final Jdbi jdbi;
    private final Runs runs;
    private final PlannedRuns planned;

    ProgressBoard(Database database, Runs runs, PlannedRuns planned) {
        this.jdbi = database.jdbi();
        this.runs = runs;
        this.planned = planned;
    }

    /**
     * The status of this run.
     *
     * @throws dev.assay.orchestrator.run.UnknownRunException if there is none
     */
    public RunStatus status(RunId id) {
        RunRecord record = runs.require(id);
        return jdbi.withHandle(handle -> {
            PlannedRun run = planned.get(handle, record.runNo(), record.revision());
            return new RunStatus(
                    run.record(),
                    handle.createQuery("""
                                    SELECT subject_no, released, settled, counts FROM orchestrator.run_subject
                                    WHERE run_no = :run ORDER BY subject_no""")
                            .bind("run", record.runNo())
                            .map((row, context) -> progress(run, row))
                            .list());
        });
    }

    /** Keeps what the scorer has counted; the newest count wins. */
    public void update(RunProgressed event) {
        jdbi.useTransaction(handle -> {
            Optional<PlannedRun> run = planned.find(handle, event.run());
            if (run.isPresent()) {
                event.subjects().forEach(subject -> update(handle, run.get().record(), subject));
            }
        });
    }

    private static void update(Handle handle, RunRecord run, SubjectProgress progress) {
        run.subjectNo(progress.subject())
                .ifPresent(subjectNo -> handle.createUpdate("""
                        UPDATE orchestrator.run_subject SET counts = CAST(:counts AS json)
                        WHERE run_no = :run AND subject_no = :subject""")
                        .bind("counts", Json.text(progress.counts()))
                        .bind("run", run.runNo())
                        .bind("subject", subjectNo)
                        .execute());
    }

    private static Progress progress(PlannedRun run, ResultSet row) throws SQLException {
        int subjectNo = row.getInt("subject_no");
        return new Progress(
                run.record().subjects().get(subjectNo).name(),
                Math.toIntExact(run.order(subjectNo).planned()),
                row.getInt("released"),
                row.getInt("settled"),
                counts(row.getString("counts")));
    }

    private static Map<String, Integer> counts(String json) {
        return new TreeMap<>(
                Json.MAPPER.convertValue(Json.read(json, Map.class), new TypeReference<Map<String, Integer>>() {}));
    }
}
