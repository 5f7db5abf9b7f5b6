package dev.assay.wire.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.assay.contracts.event.RunProgressed;
import dev.assay.contracts.event.RunProgressed.SubjectProgress;
import dev.assay.contracts.event.VerdictsStored;
import dev.assay.contracts.event.VerdictsStored.Stored;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.id.SampleId;
import dev.assay.contracts.id.SubjectName;
import dev.assay.contracts.outcome.Judged;
import dev.assay.contracts.run.JudgeKind;
import dev.assay.wire.Broker;
import dev.assay.wire.EmbeddedStack;
import dev.assay.wire.ExecutionIds;
import dev.assay.wire.event.ScoreInlet.Arrived;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(EmbeddedStack.class)
class EventRoundTripTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Inject
    EventOutlet outlet;

    @Inject
    ScoreInlet inlet;

    @Test
    void eventArrivesEqualAndAsACloudEvent() {
        RunProgressed event = Progress.of("equal", 7);
        Instant before = Instant.now();

        outlet.publish(Outgoing.of(event));

        Arrived arrived = arrivals("equal", 1).getFirst();
        assertThat(arrived.received().event()).isEqualTo(event);
        assertThat(arrived.message().key()).isEqualTo("equal");
        assertThat(header(arrived, "content-type")).isEqualTo("application/json");
        assertThat(header(arrived, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(arrived, "ce_id")).matches("[0-9a-f]{64}");
        assertThat(header(arrived, "ce_type")).isEqualTo("dev.assay.run.progressed.v1");
        assertThat(header(arrived, "ce_source")).isEqualTo("/assay/wire-test");
        assertThat(header(arrived, "ce_subject")).isEqualTo("equal");
        assertThat(Instant.parse(header(arrived, "ce_time"))).isBetween(before, Instant.now());
        assertThat(Broker.header(arrived.message(), "ce_dataschema")).isEmpty();
    }

    @Test
    void eventPublishedAgainKeepsItsIdAndAnotherHasAnother() {
        outlet.publish(Outgoing.of(Progress.of("again", 1)));
        outlet.publish(Outgoing.of(Progress.of("again", 1)), Outgoing.of(Progress.of("again", 2)));

        List<String> ids =
                arrivals("again", 3).stream().map(each -> header(each, "ce_id")).toList();
        assertThat(ids.get(1)).isEqualTo(ids.getFirst());
        assertThat(ids.get(2)).isNotEqualTo(ids.getFirst());
    }

    @Test
    void eventsOfOneKeyStayInOrder() {
        outlet.publish(IntStream.range(0, 2_000)
                .mapToObj(no -> Outgoing.of(Progress.of("ordered", no)))
                .toArray(Outgoing[]::new));

        assertThat(arrivals("ordered", 2_000))
                .extracting(
                        each -> each.received().event().subjects().getFirst().judged())
                .isEqualTo(IntStream.range(0, 2_000).boxed().toList());
    }

    @Test
    void traceOfTheSampleIsContinued() {
        outlet.publish(new Outgoing(Progress.of("traced", 1), "00-" + TRACE + "-00f067aa0ba902b7-01"));

        assertThat(arrivals("traced", 1).getFirst().received().traceparent())
                .matches("00-" + TRACE + "-[0-9a-f]{16}-01")
                .doesNotContain("00f067aa0ba902b7");
    }

    @Test
    void eventsWithoutATraceStartOneEach() {
        outlet.publish(Outgoing.of(Progress.of("untraced", 1)), Outgoing.of(Progress.of("untraced", 2)));

        assertThat(arrivals("untraced", 2))
                .extracting(each -> each.received().traceparent())
                .doesNotHaveDuplicates()
                .allSatisfy(each -> assertThat(each).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]"));
    }

    @Test
    void eventsOfAnotherTypeArePassedOver() {
        outlet.publish(
                Outgoing.of(new VerdictsStored(
                        new RunId("passed-over"),
                        List.of(new Stored(
                                SampleId.parse("passed-over/model/task/0"),
                                0,
                                0,
                                JudgeKind.EXECUTION,
                                1,
                                ExecutionIds.next(),
                                Judged.PASSED,
                                12L,
                                null)))),
                Outgoing.of(Progress.of("passed-over", 1)));

        assertThat(arrivals("passed-over", 1)).hasSize(1);
        assertThat(Broker.ofApplication().read("assay.scores.dlq")).noneMatch(each -> "passed-over".equals(each.key()));
    }

    @Test
    void eventTooLargeForTheBrokerIsRefusedAndTheNextArrives() {
        byte[] noise = new byte[1 << 20];
        new Random(1).nextBytes(noise);
        RunProgressed large = new RunProgressed(
                new RunId("large"),
                Instant.EPOCH,
                List.of(new SubjectProgress(
                        new SubjectName("model"), 1, Map.of(HexFormat.of().formatHex(noise), 1))));

        assertThatThrownBy(() -> outlet.publish(Outgoing.of(large)))
                .hasRootCauseInstanceOf(RecordTooLargeException.class);

        outlet.publish(Outgoing.of(Progress.of("large", 2)));
        assertThat(arrivals("large", 1)).hasSize(1);
    }

    private List<Arrived> arrivals(String run, int count) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> inlet.arrived().stream()
                                .filter(each ->
                                        each.received().event().run().value().equals(run))
                                .toList(),
                        found -> found.size() >= count);
    }

    private static String header(Arrived arrived, String name) {
        return Broker.header(arrived.message(), name).orElseThrow();
    }
}
