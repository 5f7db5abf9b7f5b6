package dev.assay.orchestrator;

import dev.assay.contracts.event.RunProgressed;
import dev.assay.contracts.event.RunScored;
import dev.assay.contracts.event.TaskAssigned;
import dev.assay.contracts.event.VerdictsStored.Stored;
import dev.assay.orchestrator.ledger.Ledger;
import dev.assay.orchestrator.ledger.ProgressBoard;
import dev.assay.orchestrator.ledger.RunControl;
import dev.assay.orchestrator.ledger.Settlement;
import dev.assay.orchestrator.loop.Loop;
import dev.assay.orchestrator.run.Outbox;
import dev.assay.wire.run.RunView;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Keeps runs going: relays their revisions, releases their work, closes them. */
@ApplicationScoped
public class Orchestration {
    private static final Logger LOG = Logger.getLogger(Orchestration.class);
    private static final int RELAYED_AT_ONCE = 100;

    private final OrchestratorConfig config;
    private final Ledger ledger;
    private final Settlement settlement;
    private final RunControl control;
    private final ProgressBoard progress;
    private final Outbox outbox;
    private final RunView view;
    private final TaskOutlet tasks;
    private final RunOutlet runs;
    private final Loop relay;
    private final Loop release;
    private Instant nextStaleCheck = Instant.EPOCH;
    private volatile boolean restored;

    Orchestration(
            OrchestratorConfig config,
            Ledger ledger,
            Settlement settlement,
            RunControl control,
            ProgressBoard progress,
            Outbox outbox,
            RunView view,
            TaskOutlet tasks,
            RunOutlet runs) {
        this.config = config;
        this.ledger = ledger;
        this.settlement = settlement;
        this.control = control;
        this.progress = progress;
        this.outbox = outbox;
        this.view = view;
        this.tasks = tasks;
        this.runs = runs;
        this.relay = new Loop("orchestrator-relay", Duration.ZERO, config.rest(), this::relay);
        this.release = new Loop("orchestrator-release", config.pause(), config.rest(), this::release);
    }

    void start(@Observes StartupEvent start) {
        relay.start();
        release.start();
    }

    void stop(@Observes ShutdownEvent stop) {
        release.close();
        relay.close();
    }

    /** Something was decided: publish it and go on without waiting for the next round. */
    public void wake() {
        relay.wake();
        release.wake();
    }

    /** Whether everything that the last stop left behind was seen to. */
    public boolean restored() {
        return restored;
    }

    void settle(List<Stored> stored) {
        if (!stored.isEmpty() && settlement.settle(stored, config.attempts()) > 0) {
            release.wake();
        }
    }

    void progressed(RunProgressed event) {
        progress.update(event);
    }

    void scored(RunScored event) {
        control.scored(event);
        relay.wake();
    }

    private boolean relay() {
        return outbox.relay(RELAYED_AT_ONCE, runs::publish) > 0;
    }

    private boolean release() {
        if (!restored && !restore()) {
            return true;
        }
        if (!ledger.active()) {
            return false;
        }
        if (Instant.now().isAfter(nextStaleCheck)) {
            int stale = ledger.markStale(config.staleAfter());
            if (stale > 0) {
                LOG.warnf("%d samples had no verdict for %s: released again", stale, config.staleAfter());
            }
            nextStaleCheck = Instant.now().plus(config.staleCheck());
        }
        if (control.advance()) {
            relay.wake();
        }
        publishAll(ledger::releaseDue);
        publishAll(() -> ledger.release(config.window()));
        return true;
    }

    /** After a start: what the broker has lost is published again, and what was handed out may be lost as well. */
    private boolean restore() {
        if (!view.caughtUp()) {
            return false;
        }
        int lost = outbox.restore(view.all());
        if (lost > 0) {
            LOG.infof("%d runs are published again, since their topic does not hold them", lost);
            relay.wake();
        }
        if (config.releaseOnStart()) {
            int again = ledger.markAll();
            if (again > 0) {
                LOG.infof("%d samples were outstanding at the last stop: released again", again);
            }
        }
        restored = true;
        return true;
    }

    private void publishAll(Supplier<List<TaskAssigned>> source) {
        for (List<TaskAssigned> batch = source.get(); !batch.isEmpty(); batch = source.get()) {
            tasks.publish(batch);
        }
    }
}
