package dev.assay.generator;

import dev.assay.contracts.event.RunChanged;
import dev.assay.contracts.run.RunRecord;
import dev.assay.contracts.run.RunState;
import dev.assay.contracts.run.Subject;
import dev.assay.generator.work.Assignments;
import dev.assay.generator.work.Lease;
import dev.assay.generator.work.Workbench;
import dev.assay.wire.Persistently;
import dev.assay.wire.run.RunView;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Leases pending assignments, subject by subject in turn, and has them worked off, so many batches at a time. Only RUNNING
 * runs are worked on; what is pending of a run that is over is forgotten.
 */
@ApplicationScoped
public class Dispatcher {

    private static final Logger LOG = Logger.getLogger(Dispatcher.class);
    private static final int LAST = 5_000;

    private final GeneratorConfig config;
    private final RunView runs;
    private final Assignments assignments;
    private final Workbench workbench;
    private final Semaphore places;
    private final Semaphore news = new Semaphore(0);
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean stopping;

    Dispatcher(GeneratorConfig config, RunView runs, Assignments assignments, Workbench workbench) {
        this.config = config;
        this.runs = runs;
        this.assignments = assignments;
        this.workbench = workbench;
        this.places = new Semaphore(config.concurrency());
    }

    void start(@Observes @Priority(LAST) StartupEvent event) {
        Thread.ofPlatform().name("generator-dispatcher").daemon().start(this::dispatch);
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        signal();
        workers.shutdownNow();
    }

    void on(@Observes RunChanged changed) {
        RunRecord run = changed.run();
        switch (run.state()) {
            case RUNNING, PAUSED -> signal();
            case JUDGED, FINISHED, CANCELLED -> assignments.drop(run.runId());
        }
    }

    /** There may be work. */
    void signal() {
        news.release();
    }

    private void dispatch() {
        while (!stopping) {
            try {
                if (handOut() > 0) {
                    TimeUnit.MILLISECONDS.sleep(config.gatherTime().toMillis());
                    continue;
                }
                if (!news.tryAcquire(config.pollInterval().toMillis(), TimeUnit.MILLISECONDS)) {
                    assignments.takeOverExpired();
                }
                news.drainPermits();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.warnf("work could not be handed out: %s", e.getMessage());
                pause();
            }
        }
    }

    /** One batch of each subject that has work, full batches again at once; says how many batches. */
    private int handOut() throws InterruptedException {
        int batches = 0;
        boolean more = true;
        while (more && !stopping) {
            more = false;
            for (RunRecord run : runs.all()) {
                if (run.state() != RunState.RUNNING) {
                    continue;
                }
                for (Subject subject : run.subjects()) {
                    int leased = handOut(run, subject);
                    batches += leased > 0 ? 1 : 0;
                    more |= leased == config.batchSize();
                }
            }
        }
        return batches;
    }

    private int handOut(RunRecord run, Subject subject) throws InterruptedException {
        places.acquire();
        boolean handedOver = false;
        try {
            Lease lease = assignments.lease(run.runId(), subject.name(), config.batchSize(), config.lease());
            if (!lease.assignments().isEmpty()) {
                workers.execute(() -> work(subject, lease));
                handedOver = true;
            }
            return lease.assignments().size();
        } finally {
            if (!handedOver) {
                places.release();
            }
        }
    }

    private void work(Subject subject, Lease lease) {
        try {
            workOff(subject, lease);
        } catch (RuntimeException | StackOverflowError e) {
            if (!stopping) {
                LOG.errorf(e, "%s: a lease was left to expire", subject.name());
            }
        } finally {
            places.release();
        }
    }

    /** A batch that fails is tried again one by one, so that one bad assignment fails alone. */
    private void workOff(Subject subject, Lease lease) {
        try {
            Persistently.run(
                    "generating for " + subject.name(),
                    () -> workbench.work(subject.provider(), lease, config.postponement()));
        } catch (RuntimeException | StackOverflowError e) {
            if (stopping) {
                return;
            }
            if (lease.assignments().size() > 1) {
                lease.assignments().forEach(each -> workOff(subject, new Lease(lease.id(), List.of(each))));
            } else {
                LOG.errorf(
                        e,
                        "%s is given up",
                        lease.assignments().getFirst().assignment().task().sampleId());
                workbench.giveUp(lease, lease.assignments().getFirst(), e);
            }
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(config.pollInterval().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
