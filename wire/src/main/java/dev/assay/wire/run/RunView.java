package dev.assay.wire.run;

import dev.assay.contracts.event.RunChanged;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.run.RunPlan;
import dev.assay.contracts.run.RunRecord;
import dev.assay.wire.blob.BlobKind;
import dev.assay.wire.blob.Blobs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/**
 * Every run that there is, as last published. Whoever must act on a change observes {@link RunChanged}: it is fired in
 * order, again for every run after a restart, so that observers must be idempotent.
 */
@ApplicationScoped
public class RunView {

    private static final Logger LOG = Logger.getLogger(RunView.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int TRIES = 5;

    private final Map<RunId, RunRecord> runs = new ConcurrentHashMap<>();
    private final Map<String, Planned> plans = new ConcurrentHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Blobs blobs;
    private final Event<RunChanged> changes;
    private volatile boolean caughtUp;

    RunView(Blobs blobs, Event<RunChanged> changes) {
        this.blobs = blobs;
        this.changes = changes;
    }

    /**
     * This run; waits for it, since its record and its work travel on different topics.
     *
     * @throws UnknownRunException if it does not appear within 30 seconds
     */
    public RunRecord require(RunId run) {
        RunRecord known = runs.get(run);
        if (known != null) {
            return known;
        }
        lock.lock();
        try {
            long left = PATIENCE.toNanos();
            while (true) {
                known = runs.get(run);
                if (known != null) {
                    return known;
                }
                if (left <= 0) {
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

    /** The tasks of this run. */
    public RunPlan plan(RunRecord run) {
        return planned(run).plan();
    }

    /**
     * The position of this task in the run's plan.
     *
     * @throws NoSuchElementException if the plan has no such task
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
        RunRecord known = runs.get(run.runId());
        if (known != null && known.revision() >= run.revision()) {
            return;
        }
        lock.lock();
        try {
            runs.put(run.runId(), run);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        tell(event);
    }

    private void tell(RunChanged event) {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            try {
                changes.fire(event);
                return;
            } catch (RuntimeException e) {
                LOG.errorf(
                        e,
                        "run %s: could not act on revision %d",
                        event.run().runId(),
                        event.run().revision());
                try {
                    TimeUnit.MILLISECONDS.sleep(200L << attempt);
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    private Planned planned(RunRecord run) {
        return plans.computeIfAbsent(run.plan().hex(), hex -> {
            RunPlan plan = blobs.fetch(BlobKind.PLAN, run.plan(), RunPlan.class);
            Map<TaskId, Integer> numbers = new HashMap<>();
            for (int no = 0; no < plan.tasks().size(); no++) {
                numbers.put(plan.tasks().get(no).id(), no);
            }
            return new Planned(plan, Map.copyOf(numbers));
        });
    }

    private record Planned(RunPlan plan, Map<TaskId, Integer> numbers) {}
}
