package dev.assay.scorer;

import dev.assay.contracts.event.RunChanged;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.run.RunRecord;
import dev.assay.contracts.run.RunState;
import dev.assay.scorer.scoring.Freezing;
import dev.assay.scorer.statistics.Bootstrap;
import dev.assay.scorer.statistics.IntervalRule;
import dev.assay.wire.Persistently;
import dev.assay.wire.run.RunView;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/**
 * Receives changes of runs: a judged one gets its scores. They are computed aside, so that other changes are not held up,
 * and again for as long as it does not succeed.
 */
@ApplicationScoped
public class RunInlet {

    private static final Logger LOG = Logger.getLogger(RunInlet.class);

    private final RunView runs;
    private final Freezing freezing;
    private final ScoreOutlet outlet;
    private final IntervalRule rule;
    private final Set<RunId> judged = ConcurrentHashMap.newKeySet();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("scorer-freezing").factory());

    RunInlet(RunView runs, Freezing freezing, ScoreOutlet outlet, ScorerConfig config) {
        this.runs = runs;
        this.freezing = freezing;
        this.outlet = outlet;
        this.rule = new IntervalRule(new Bootstrap(config.bootstrapDraws()));
    }

    void on(@Observes RunChanged changed) {
        if (changed.run().state() == RunState.JUDGED) {
            judged.add(changed.run().runId());
            worker.execute(this::score);
        }
    }

    @Scheduled(every = "${assay.scorer.freeze-interval:5s}", concurrentExecution = ConcurrentExecution.SKIP)
    void again() {
        if (!judged.isEmpty()) {
            worker.execute(this::score);
        }
    }

    private void score() {
        for (RunId run : judged) {
            judged.remove(run);
            try {
                Optional<RunRecord> record = runs.find(run).filter(each -> each.state() == RunState.JUDGED);
                record.ifPresent(this::score);
            } catch (RuntimeException e) {
                judged.add(run);
                LOG.errorf("run %s could not be scored, it will be tried again: %s", run, e.getMessage());
                LOG.debugf(e, "run %s", run);
            }
        }
    }

    private void score(RunRecord run) {
        Persistently.run("freezing run " + run.runId(), () -> outlet.publish(freezing.freeze(run, rule)));
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }
}
