package dev.assay.orchestrator.run;

import dev.assay.contracts.json.Json;
import dev.assay.contracts.run.RunRecord;
import dev.assay.orchestrator.database.Database;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Revisions of runs that are committed and not yet published. One process at a time relays them, in order. */
@Singleton
public class Outbox {
    private static final long RELAY_LOCK = 0x6173_7361_7901L;

    private final Jdbi jdbi;

    Outbox(Database database) {
        this.jdbi = database.jdbi();
    }

    static void append(Handle handle, RunRecord run) {
        handle.createUpdate("INSERT INTO orchestrator.outbox (run_id, record) VALUES (:run, CAST(:record AS json))")
                .bind("run", run.runId().value())
                .bind("record", Json.text(run))
                .execute();
    }

    /**
     * Publishes the oldest revisions and forgets them.
     *
     * @param most how many at most
     * @param publish returns when they are published; if it throws, they stay
     * @return how many were published; 0 also if another process relays
     */
    public int relay(int most, Consumer<List<RunRecord>> publish) {
        return jdbi.inTransaction(handle -> {
            if (!handle.createQuery("SELECT pg_try_advisory_xact_lock(:lock)")
                    .bind("lock", RELAY_LOCK)
                    .mapTo(Boolean.class)
                    .one()) {
                return 0;
            }
            List<Entry> oldest = handle.createQuery(
                            "SELECT seq, record FROM orchestrator.outbox ORDER BY seq LIMIT :most")
                    .bind("most", most)
                    .map((row, context) ->
                            new Entry(row.getLong("seq"), Json.read(row.getString("record"), RunRecord.class)))
                    .list();
            if (oldest.isEmpty()) {
                return 0;
            }
            publish.accept(oldest.stream().map(Entry::run).toList());
            return handle.createUpdate("DELETE FROM orchestrator.outbox WHERE seq = ANY(:published)")
                    .bindArray(
                            "published",
                            Long.class,
                            oldest.stream().map(Entry::seq).toList())
                    .execute();
        });
    }

    /**
     * Puts those runs in again whose newest revision was published and is not known: their topic was lost.
     *
     * @param known what the topic holds
     * @return how many these were
     */
    public int restore(Collection<RunRecord> known) {
        Map<String, Integer> revisions =
                known.stream().collect(Collectors.toMap(run -> run.runId().value(), RunRecord::revision));
        return jdbi.inTransaction(handle -> {
            List<Integer> lost = handle.createQuery("""
                            SELECT run_no, run_id, revision FROM orchestrator.run r
                            WHERE NOT EXISTS (SELECT 1 FROM orchestrator.outbox o WHERE o.run_id = r.run_id)""")
                    .map((row, context) -> revisions.getOrDefault(row.getString("run_id"), 0) < row.getInt("revision")
                            ? row.getInt("run_no")
                            : 0)
                    .filter(runNo -> runNo > 0)
                    .list();
            return handle.createUpdate("""
                            INSERT INTO orchestrator.outbox (run_id, record)
                            SELECT run_id, record FROM orchestrator.run WHERE run_no = ANY(:lost) ORDER BY run_no""")
                    .bindArray("lost", Integer.class, lost)
                    .execute();
        });
    }

    private record Entry(long seq, RunRecord run) {}
}
