package dev.assay.wire.run;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.assay.contracts.event.RunChanged;
import dev.assay.contracts.id.Digest;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.run.RunPlan;
import dev.assay.contracts.run.RunRecord;
import dev.assay.wire.access.BlobKind;
import dev.assay.wire.blob.BlobUnavailableException;
import dev.assay.wire.blob.Blobs;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Every run that there is, as last published. Whoever must act on a change observes {@link RunChanged}: it comes in the
 * order of revisions, again for every run after a restart and after a failure, so that observers must be idempotent.
 */
@ApplicationScoped
public class RunView {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration IMPATIENCE = Duration.ofMinutes(1);
    private static final int MOST_MISSING_RUNS = 1_000;
    private static final int MOST_PLANS = 64;
    private static final Duration PLAN_IDLE = Duration.ofHours(1);

    private final Map<RunId, RunRecord> runs = new ConcurrentHashMap<>();
    private final Cache<RunId, Boolean> missing = Caffeine.newBuilder()
            .maximumSize(MOST_MISSING_RUNS)
            .expireAfterWrite(IMPATIENCE)
            .build();
    private final Cache<Digest, Planned> plans = Caffeine.newBuilder()
            .maximumSize(MOST_PLANS)
            .expireAfterAccess(PLAN_IDLE)
            .build();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Blobs blobs;
    private final RunObservers observers;
    private volatile boolean caughtUp;

    RunView(Blobs blobs, RunObservers observers) {
        this.blobs = blobs;
        this.observers = observers;
    }

    /**
     * This run; waits for it, since its record and its work travel on different topics. A run that was waited for in vain
     * is not waited for again within the next minute.
     *
     * @throws UnknownRunException if it does not appear within 30 seconds
     */
    public RunRecord require(RunId run) {
        return require(run, PATIENCE);
    }

    RunRecord require(RunId run, Duration patience) {
        RunRecord known = runs.get(run);
        if (known != null) {
            return known;
        }
        lock.lock();
        try {
            long left = patience.toNanos();
            while (true) {
                known = runs.get(run);
                if (known != null) {
                    return known;
                }
                if (left <= 0 || missing.getIfPresent(run) != null) {
                    missing.put(run, true);
                    throw new UnknownRunException(run);
                }
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for run " + run, e);
        } finally {
            lock.unlock();
        }
    }

    /** This run, if it is known by now. */
    public Optional<RunRecord> find(RunId run) {
        return Optional.ofNullable(runs.get(run));
    }

    /** All known runs. */
    public Collection<RunRecord> all() {
        return List.copyOf(runs.values());
    }

    /**
     * The tasks of this run.
     *
     * @throws BlobUnavailableException if the plan cannot be had from its owner
     */
    public RunPlan plan(RunRecord run) {
        return planned(run).plan();
    }

    /**
     * The position of this task in the run's plan.
     *
     * @throws NoSuchElementException if the plan has no such task
     * @throws BlobUnavailableException if the plan cannot be had from its owner
     */
    public int taskNo(RunRecord run, TaskId task) {
        Integer no = planned(run).numbers().get(task);
        if (no == null) {
            throw new NoSuchElementException("run " + run.runId() + " has no task '" + task + "'");
        }
        return no;
    }

    /** Whether everything that had been published when this process started is known. */
    public boolean caughtUp() {
        return caughtUp;
    }

    void markCaughtUp() {
        caughtUp = true;
    }

    void update(RunChanged event) {
        RunRecord run = event.run();
        lock.lock();
        try {
            RunRecord known = runs.get(run.runId());
            if (known != null && known.revision() >= run.revision()) {
                return;
            }
            runs.put(run.runId(), run);
            missing.invalidate(run.runId());
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        observers.tell(event);
    }

    private Planned planned(RunRecord run) {
        return plans.get(run.plan(), digest -> {
            RunPlan plan = blobs.fetch(BlobKind.PLAN, digest, RunPlan.class);
            Map<TaskId, Integer> numbers = new HashMap<>();
            for (int no = 0; no < plan.tasks().size(); no++) {
                numbers.put(plan.tasks().get(no).id(), no);
            }
            return new Planned(plan, Map.copyOf(numbers));
        });
    }

    private record Planned(RunPlan plan, Map<TaskId, Integer> numbers) {}
}
