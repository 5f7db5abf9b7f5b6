package dev.assay.scorer;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScorerConfigTest {

    private static ScorerConfig config(Map<String, String> values) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(ScorerConfig.class);
        values.forEach(builder::withDefaultValue);
        return builder.build().getConfigMapping(ScorerConfig.class);
    }

    @Test
    void defaultsAreThoseOfTheDocumentation() {
        ScorerConfig config = config(Map.of());

        assertThat(config.bootstrapDraws()).isEqualTo(2_000);
        assertThat(config.progressInterval()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.freezeInterval()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void everyKeyIsMapped() {
        ScorerConfig config = config(Map.of(
                "assay.scorer.bootstrap-draws", "500",
                "assay.scorer.progress-interval", "3s",
                "assay.scorer.freeze-interval", "PT1M"));

        assertThat(config.bootstrapDraws()).isEqualTo(500);
        assertThat(config.progressInterval()).isEqualTo(Duration.ofSeconds(3));
        assertThat(config.freezeInterval()).isEqualTo(Duration.ofMinutes(1));
    }
}
