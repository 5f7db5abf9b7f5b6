package dev.assay.scorer;

import dev.assay.contracts.id.RunId;
import dev.assay.scorer.progress.Pace;
import dev.assay.scorer.progress.RunProgress;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Tells now and then how far the runs have come that verdicts arrive for. */
@ApplicationScoped
public class ProgressClock {

    private final RunProgress progress;
    private final ScoreOutlet outlet;
    private final Pace<RunId> pace;

    ProgressClock(RunProgress progress, ScoreOutlet outlet, ScorerConfig config) {
        this.progress = progress;
        this.outlet = outlet;
        this.pace = new Pace<>(config.progressInterval());
    }

    /** A verdict of this run was stored. */
    public void mark(RunId run) {
        pace.mark(run);
    }

    @Scheduled(every = "${assay.scorer.progress-interval:1s}", concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        for (RunId run : pace.due(System.nanoTime())) {
            long start = System.nanoTime();
            outlet.publish(progress.count(run).stream().toList());
            long end = System.nanoTime();
            pace.looked(run, end, Duration.ofNanos(end - start));
        }
    }
}
