package dev.assay.scorer.execution;

import dev.assay.contracts.id.RunId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;

/** Gives each run its own partition of the executions. */
@ApplicationScoped
public class RunPartitions {

    private static final long LOCK = 0x73636f72_65725031L;

    private final ScorerStore store;
    private final Set<Integer> open = ConcurrentHashMap.newKeySet();

    RunPartitions(ScorerStore store) {
        this.store = store;
    }

    /**
     * Makes sure that executions of this run can be stored.
     *
     * @throws UnknownSampleException if the number belongs to another run
     */
    public void open(int runNo, RunId run) {
        if (open.contains(runNo)) {
            return;
        }
        store.jdbi().useTransaction(handle -> {
            handle.execute("SELECT pg_advisory_xact_lock(?)", LOCK);
            handle.execute(
                    "INSERT INTO scorer.run (run_no, run_id) VALUES (?, ?) ON CONFLICT DO NOTHING", runNo, run.value());
            if (!runNo(handle, run).equals(Optional.of(runNo))) {
                throw new UnknownSampleException("run number " + runNo + " of run " + run + " belongs to another run");
            }
            handle.execute("""
                    CREATE TABLE IF NOT EXISTS scorer.execution_of_run_%1$d
                    PARTITION OF scorer.execution FOR VALUES FROM (%1$d) TO (%2$d)""".formatted(runNo, runNo + 1L));
        });
        open.add(runNo);
    }

    /** The number of this run; empty if nothing of it was ever stored. */
    public Optional<Integer> runNo(RunId run) {
        return store.jdbi().withHandle(handle -> runNo(handle, run));
    }

    private static Optional<Integer> runNo(Handle handle, RunId run) {
        return handle.createQuery("SELECT run_no FROM scorer.run WHERE run_id = :run")
                .bind("run", run.value())
                .mapTo(Integer.class)
                .findOne();
    }
}
