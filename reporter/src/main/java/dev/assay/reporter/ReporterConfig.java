package dev.assay.reporter;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the reporter. */
@ConfigMapping(prefix = "assay.reporter")
public interface ReporterConfig {

    /** How long a request for the report of a judged run waits for its last scores to arrive. */
    @WithDefault("10s")
    Duration reportPatience();
}
