package dev.assay.wire.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.wire.EmbeddedStack;
import io.opentelemetry.api.OpenTelemetry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(EmbeddedStack.class)
class TracesTest {

    private static final String PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Inject
    Traces traces;

    @ConfigProperty(name = "quarkus.otel.traces.exporter")
    String exporter;

    @Test
    void oneTraceInAHundredIsRecorded() {
        List<String> roots = Stream.generate(() -> traces.publishing(null, "assay.tasks"))
                .limit(20_000)
                .toList();

        assertThat(roots).doesNotHaveDuplicates();
        assertThat(roots.stream().filter(each -> each.endsWith("-01")).count()).isBetween(120L, 280L);
    }

    @Test
    void whatIsRecordedStaysRecordedAndWhatIsNotStaysSo() {
        assertThat(traces.publishing(PARENT, "assay.samples")).matches("00-4bf92f3577b34da6a3ce929d0e0e4736-.*-01");
        assertThat(traces.publishing(PARENT.replace("-01", "-00"), "assay.samples"))
                .matches("00-4bf92f3577b34da6a3ce929d0e0e4736-.*-00");
    }

    @Test
    void unreadableParentStartsATrace() {
        assertThat(traces.publishing("garbage", "assay.samples")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]");
    }

    @Test
    void workWithinATraceGivesItsResult() {
        assertThat(traces.<String>within(PARENT, "judge sample", () -> "judged"))
                .isEqualTo("judged");
    }

    @Test
    void nothingIsExportedByDefault() {
        assertThat(exporter).isEqualTo("none");
    }

    @Test
    void tracesAreKeptTogetherWhereTelemetryIsOff() {
        Traces off = new Traces(OpenTelemetry.noop());

        assertThat(off.publishing(null, "assay.tasks")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00");
        assertThat(off.publishing(PARENT, "assay.samples")).isEqualTo(PARENT);
    }
}
