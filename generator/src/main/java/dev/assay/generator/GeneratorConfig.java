package dev.assay.generator;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the generator works off its assignments. */
@ConfigMapping(prefix = "assay.generator")
public interface GeneratorConfig {

    /** The most assignments of one subject that are leased, answered and published together. */
    @WithDefault("500")
    int batchSize();

    /** How many batches are worked on at a time. */
    @WithDefault("4")
    int concurrency();

    /** How long assignments are left to gather after a batch that was not full. */
    @WithDefault("100ms")
    Duration gatherTime();

    /** How often work that nobody announced (freed leases, resumed runs) is looked for. */
    @WithDefault("1s")
    Duration pollInterval();

    /** How long a batch belongs to the process that leased it; then another may take it over. */
    @WithDefault("60s")
    Duration lease();

    /** How long a sample waits that could not be answered for want of a blob. */
    @WithDefault("2s")
    Duration postponement();
}
