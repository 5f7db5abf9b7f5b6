package dev.assay.scorer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the scorer. */
@ConfigMapping(prefix = "assay.scorer")
public interface ScorerConfig {

    /** How often a bootstrap resamples; more draws steady the last digits of an interval. */
    @WithDefault("2000")
    int bootstrapDraws();

    /** The shortest time between two counts of a run that is being judged. */
    @WithDefault("1s")
    Duration progressInterval();

    /** How soon a judged run is tried again whose scores could not be frozen. */
    @WithDefault("5s")
    Duration freezeInterval();
}
