package dev.assay.orchestrator;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the orchestrator. */
@ConfigMapping(prefix = "assay.orchestrator")
public interface OrchestratorConfig {
    /** How many samples of all runs together may be outstanding. */
    @WithDefault("10000")
    int window();

    /**
     * After how long without a verdict an outstanding sample is released again, if it was overtaken by others or nothing
     * of its subject was judged in that time.
     */
    @WithDefault("10m")
    Duration staleAfter();

    /** How often stale samples are looked for. */
    @WithDefault("5s")
    Duration staleCheck();

    /** How often a sample is tried that could not be judged, at least 1. */
    @WithDefault("3")
    int attempts();

    /** The pause between two rounds of releasing while a run is going on. */
    @WithDefault("100ms")
    Duration pause();

    /** The longest time until work is noticed that nobody announced. */
    @WithDefault("1s")
    Duration rest();

    /**
     * Whether everything outstanding is released again at start: right for the only process of its kind, which knows that
     * nobody else holds the work; wrong where the other services went on.
     */
    @WithDefault("false")
    boolean releaseOnStart();
}
