package dev.assay.orchestrator.ledger;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.run.RunPlan;
import dev.assay.contracts.run.RunRecord;
import dev.assay.orchestrator.blob.StoredBlobs;
import dev.assay.orchestrator.run.Runs;
import dev.assay.wire.access.BlobKind;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Runs with their plans, kept in memory while they are worked on. */
@Singleton
class PlannedRuns {
    private static final int KEPT = 64;

    private final Runs runs;
    private final StoredBlobs blobs;
    private final Cache<Integer, PlannedRun> byNo =
            Caffeine.newBuilder().maximumSize(KEPT).build();
    private final Cache<RunId, Integer> numbers =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    PlannedRuns(Runs runs, StoredBlobs blobs) {
        this.runs = runs;
        this.blobs = blobs;
    }

    /** This run at this revision or a later one. */
    PlannedRun get(Handle handle, int runNo, int revision) {
        PlannedRun known = byNo.getIfPresent(runNo);
        if (known != null && known.record().revision() >= revision) {
            return known;
        }
        RunRecord record = runs.require(handle, runNo);
        RunPlan plan = known != null && known.record().plan().equals(record.plan())
                ? known.plan()
                : blobs.read(handle, BlobKind.PLAN, record.plan(), RunPlan.class);
        PlannedRun read = new PlannedRun(record, plan);
        byNo.put(runNo, read);
        numbers.put(record.runId(), runNo);
        return read;
    }

    /** This run at some revision: good for names and numbers, which never change. */
    Optional<PlannedRun> find(Handle handle, RunId run) {
        Integer known = numbers.getIfPresent(run);
        if (known != null) {
            return Optional.of(get(handle, known, 0));
        }
        return runs.find(run).map(record -> get(handle, record.runNo(), 0));
    }
}
