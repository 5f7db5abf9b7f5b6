package dev.assay.orchestrator.ledger;

import dev.assay.contracts.run.RunState;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * How far one subject of a RUNNING run is.
 *
 * @param position in the order of release
 * @param released samples handed out so far
 * @param settled of these, those acknowledged
 * @param waitsFor state of the validation run that comes first; null if there is none
 */
record SubjectLedger(
        int runNo,
        int revision,
        int subjectNo,
        long position,
        long released,
        long settled,
        @Nullable RunState waitsFor) {
    static final String SELECT = """
            SELECT r.run_no, r.revision, s.subject_no, s.position, s.released, s.settled, v.state AS waits_for
            FROM orchestrator.run r
            JOIN orchestrator.run_subject s ON s.run_no = r.run_no
            LEFT JOIN orchestrator.run v ON v.run_no = r.waits_for
            WHERE r.state = 'RUNNING'
            ORDER BY r.run_no, s.subject_no""";

    static SubjectLedger of(ResultSet row) throws SQLException {
        @Nullable String waitsFor = row.getString("waits_for");
        return new SubjectLedger(
                row.getInt("run_no"),
                row.getInt("revision"),
                row.getInt("subject_no"),
                row.getLong("position"),
                row.getLong("released"),
                row.getLong("settled"),
                waitsFor == null ? null : RunState.valueOf(waitsFor));
    }

    /** Samples handed out and not acknowledged. */
    long held() {
        return released - settled;
    }

    /** Whether its references are still being judged. */
    boolean waits() {
        return waitsFor == RunState.RUNNING || waitsFor == RunState.PAUSED;
    }

    /** Whether its references have been judged and that was not acted on yet. */
    boolean waitedEnough() {
        return waitsFor != null && !waits();
    }
}
