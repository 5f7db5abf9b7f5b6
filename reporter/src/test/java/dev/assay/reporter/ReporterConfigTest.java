package dev.assay.reporter;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReporterConfigTest {

    @Test
    void reportsWaitTenSecondsUnlessToldOtherwise() {
        assertThat(config(Map.of()).reportPatience()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config(Map.of("assay.reporter.report-patience", "3s")).reportPatience())
                .isEqualTo(Duration.ofSeconds(3));
    }

    private static ReporterConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withMapping(ReporterConfig.class)
                .withDefaultValues(values)
                .addDiscoveredConverters()
                .build()
                .getConfigMapping(ReporterConfig.class);
    }
}
