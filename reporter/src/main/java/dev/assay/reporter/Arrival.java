package dev.assay.reporter;

import dev.assay.contracts.id.RunId;
import dev.assay.reporter.history.History;
import dev.assay.reporter.history.ScoredRun;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/** Waits for the end of a run to arrive here. */
@ApplicationScoped
public class Arrival {

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final History history;
    private final ReporterConfig config;

    Arrival(History history, ReporterConfig config) {
        this.history = history;
        this.config = config;
    }

    /**
     * This run, as soon as it is settled, or as it is known when {@link ReporterConfig#reportPatience} is over.
     *
     * @param revision of its record which is known to exist; 0 if the asker knows of none, and then an unknown run is not
     *     waited for
     * @return empty if the run is not known
     */
    public Optional<ScoredRun> await(RunId run, int revision) throws InterruptedException {
        long start = System.nanoTime();
        while (true) {
            Optional<ScoredRun> known = history.find(run);
            boolean settled = known.map(each -> each.isSettled(revision)).orElse(revision == 0);
            if (settled || System.nanoTime() - start > config.reportPatience().toNanos()) {
                return known;
            }
            Thread.sleep(PAUSE);
        }
    }
}
