package dev.assay.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrchestratorConfigTest {
    @Test
    void defaultsAreThoseOfTheDocumentation() {
        OrchestratorConfig config = config(Map.of());

        assertThat(config.window()).isEqualTo(10_000);
        assertThat(config.staleAfter()).isEqualTo(Duration.ofMinutes(10));
        assertThat(config.staleCheck()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.attempts()).isEqualTo(3);
        assertThat(config.pause()).isEqualTo(Duration.ofMillis(100));
        assertThat(config.rest()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.releaseOnStart()).isFalse();
    }

    @Test
    void everyKeyIsMapped() {
        OrchestratorConfig config = config(Map.of(
                "assay.orchestrator.window", "7",
                "assay.orchestrator.stale-after", "2m",
                "assay.orchestrator.stale-check", "3s",
                "assay.orchestrator.attempts", "4",
                "assay.orchestrator.pause", "50ms",
                "assay.orchestrator.rest", "6s",
                "assay.orchestrator.release-on-start", "true"));

        assertThat(config.window()).isEqualTo(7);
        assertThat(config.staleAfter()).isEqualTo(Duration.ofMinutes(2));
        assertThat(config.staleCheck()).isEqualTo(Duration.ofSeconds(3));
        assertThat(config.attempts()).isEqualTo(4);
        assertThat(config.pause()).isEqualTo(Duration.ofMillis(50));
        assertThat(config.rest()).isEqualTo(Duration.ofSeconds(6));
        assertThat(config.releaseOnStart()).isTrue();
    }

    private static OrchestratorConfig config(Map<String, String> keys) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(OrchestratorConfig.class)
                .withDefaultValues(keys)
                .build()
                .getConfigMapping(OrchestratorConfig.class);
    }
}
