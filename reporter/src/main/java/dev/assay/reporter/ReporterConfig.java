package dev.assay.reporter;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the reporter. */
@ConfigMapping(prefix = "assay.reporter")
public interface ReporterConfig {

    /** How long a request for a report waits for records and scores that are on their way. */
    @WithDefault("10s")
    Duration reportPatience();
}
