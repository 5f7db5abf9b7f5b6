package dev.assay.wire.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import dev.assay.contracts.json.Json;
import dev.assay.contracts.topic.Topic;
import dev.assay.wire.Broker;
import dev.assay.wire.EmbeddedStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@WithTestResource(EmbeddedStack.class)
class DeadLettersTest {

    private static final String TOPIC = Topic.SCORES.topicName();
    private static final byte[] GOOD = Json.bytes(Progress.of("poison", 1));
    private static final Random RANDOM = new Random(7);

    @Inject
    ScoreInlet inlet;

    @Inject
    DeadLetters deadLetters;

    private final Broker broker = Broker.ofApplication();

    enum Poison {
        NO_VALUE(null, "the record has no value"),
        EMPTY_VALUE(new byte[0], "not a dev.assay.run.progressed.v1: No content"),
        INVALID_UTF_8("{\"run\":\"\u00e9\"}".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1), "Invalid UTF-8"),
        BINARY(new byte[] {0, 0, 0, 0, 1, 2, 3, (byte) 0xff}, "not a dev.assay.run.progressed.v1"),
        NO_JSON("run progressed".getBytes(UTF_8), "Unrecognized token 'run'"),
        CUT_JSON("{\"run\":\"poison\",\"at\":".getBytes(UTF_8), "not a dev.assay.run.progressed.v1"),
        JSON_NULL("null".getBytes(UTF_8), "the value is JSON null"),
        JSON_NUMBER("17".getBytes(UTF_8), "not a dev.assay.run.progressed.v1"),
        JSON_ARRAY("[]".getBytes(UTF_8), "not a dev.assay.run.progressed.v1"),
        DEEP_JSON(("{\"deep\":" + "[".repeat(100_000)).getBytes(UTF_8), "nesting depth"),
        ANOTHER_EVENT("{\"topic\":\"weather\"}".getBytes(UTF_8), "Missing required creator property 'run'"),
        NULL_IN_A_LIST(
                "{\"run\":\"poison\",\"at\":\"2026-11-21T11:00:00Z\",\"subjects\":[null]}".getBytes(UTF_8),
                "not a dev.assay.run.progressed.v1"),
        ILLEGAL_ID(
                "{\"run\":\"Not A Run\",\"at\":\"2026-11-21T11:00:00Z\",\"subjects\":[]}".getBytes(UTF_8),
                "not a run id: 'Not A Run' at dev.assay.contracts.event.RunProgressed[\"run\"]"),
        NO_HEADERS(
                GOOD,
                "header ce_specversion is missing",
                headers -> List.of(headers.toArray()).forEach(each -> headers.remove(each.key()))),
        NO_ID(GOOD, "header ce_id is missing", headers -> headers.remove("ce_id")),
        BLANK_ID(GOOD, "header ce_id is missing", headers -> headers.add("ce_id", " ".getBytes(UTF_8))),
        NULL_TYPE(GOOD, "header ce_type is missing", headers -> headers.add("ce_type", null)),
        NO_SOURCE(GOOD, "header ce_source is missing", headers -> headers.remove("ce_source")),
        LATER_VERSION(
                GOOD,
                "header ce_specversion must be 1.0, not '2.0'",
                headers -> headers.add("ce_specversion", "2.0".getBytes(UTF_8))),
        ANOTHER_FORMAT(
                GOOD,
                "header content-type must be application/json, not 'application/jsonlines'",
                headers -> headers.add("content-type", "application/jsonlines".getBytes(UTF_8))),
        UNKNOWN_TYPE(
                GOOD,
                "unknown event type 'dev.assay.run.progressed.v2'",
                headers -> headers.add("ce_type", "dev.assay.run.progressed.v2".getBytes(UTF_8)));

        private final byte @Nullable [] value;
        private final String reason;
        private final Consumer<Headers> spoil;

        Poison(byte @Nullable [] value, String reason) {
            this(value, reason, headers -> {});
        }

        Poison(byte @Nullable [] value, String reason, Consumer<Headers> spoil) {
            this.value = value;
            this.reason = reason;
            this.spoil = spoil;
        }
    }

    @ParameterizedTest
    @EnumSource
    void poisonIsSetAsideAndTheRecordsAroundItArrive(Poison poison) {
        String run = "poison-" + poison.name().toLowerCase(Locale.ROOT).replace('_', '-');
        ProducerRecord<String, byte[]> spoilt = event(run, poison.value);
        poison.spoil.accept(spoilt.headers());

        RecordMetadata place = sendAmongGoodOnes(run, spoilt);

        ConsumerRecord<String, byte[]> dead = deadLetterOf(place);
        assertThat(dead.key()).isEqualTo(run);
        assertThat(dead.value()).isEqualTo(poison.value == null ? new byte[0] : poison.value);
        assertThat(Broker.header(dead, "dlq_null_value").isPresent()).isEqualTo(poison.value == null);
        assertThat(Broker.header(dead, "dlq_value_bytes")).isEmpty();
        assertThat(header(dead, "dlq_reason"))
                .startsWith(TOPIC + "-" + place.partition() + "@" + place.offset() + ": ")
                .contains(poison.reason);
        assertThat(header(dead, "dlq_topic")).isEqualTo(TOPIC);
        assertThat(header(dead, "dlq_service")).isEqualTo("wire-test");
        assertThat(Instant.parse(header(dead, "dlq_time"))).isBeforeOrEqualTo(Instant.now());
        spoilt.headers().forEach(each -> assertThat(dead.headers()).contains(each));
    }

    @Test
    void deadLetterTooLargeForItsTopicIsCut() {
        broker.allowLargeRecords(TOPIC);
        byte[] noise = new byte[5 << 20];
        RANDOM.nextBytes(noise);
        ProducerRecord<String, byte[]> large = event("poison-large", noise);
        large.headers().add("large", new byte[10_000]);

        RecordMetadata place = sendAmongGoodOnes("poison-large", large);

        ConsumerRecord<String, byte[]> dead = deadLetterOf(place);
        assertThat(dead.key()).isEqualTo("poison-large");
        assertThat(noise).startsWith(dead.value());
        assertThat(dead.value()).hasSize(4_096);
        assertThat(header(dead, "dlq_value_bytes")).isEqualTo(String.valueOf(noise.length));
        assertThat(header(dead, "dlq_reason")).contains("not a dev.assay.run.progressed.v1");
        assertThat(header(dead, "ce_type")).isEqualTo("dev.assay.run.progressed.v1");
        assertThat(dead.headers().lastHeader("large")).isNull();
    }

    @Test
    void deadLetterThatDiesAgainTellsOnlyOfItsLastDeath() {
        ProducerRecord<String, byte[]> replayed = event("poison-replayed", "{".getBytes(UTF_8));
        replayed.headers().add("dlq_reason", "an earlier one".getBytes(UTF_8));

        ConsumerRecord<String, byte[]> dead = deadLetterOf(sendAmongGoodOnes("poison-replayed", replayed));

        assertThat(dead.headers().headers("dlq_reason")).hasSize(1);
        assertThat(header(dead, "dlq_reason")).doesNotContain("an earlier one");
    }

    @Test
    void recordThatCannotBeSetAsideDoesNotStopTheStream() {
        ConsumerRecord<String, byte[]> dead = new ConsumerRecord<>("no topic has such a name", 0, 17, "key", GOOD);

        assertThatCode(() -> deadLetters.add(dead, "unreadable")).doesNotThrowAnyException();
    }

    @Test
    void invalidTraceContextIsNoTraceContext() {
        ProducerRecord<String, byte[]> event = event("badly-traced", Json.bytes(Progress.of("badly-traced", 1)));
        event.headers().add("traceparent", "00-00000000000000000000000000000000-00f067aa0ba902b7-01".getBytes(UTF_8));

        broker.send(List.of(event));

        awaitArrivals("badly-traced", 1);
        assertThat(inlet.arrived())
                .filteredOn(each -> each.message().key().equals("badly-traced"))
                .allMatch(each -> each.received().traceparent() == null);
    }

    private RecordMetadata sendAmongGoodOnes(String run, ProducerRecord<String, byte[]> spoilt) {
        List<RecordMetadata> places = broker.send(List.of(
                event(run, Json.bytes(Progress.of(run, 1))), spoilt, event(run, Json.bytes(Progress.of(run, 2)))));
        awaitArrivals(run, 2);
        return places.get(1);
    }

    private void awaitArrivals(String run, int count) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> inlet.arrived().stream()
                                .filter(each ->
                                        each.received().event().run().value().equals(run))
                                .count()
                        == count);
    }

    private ConsumerRecord<String, byte[]> deadLetterOf(RecordMetadata place) {
        List<ConsumerRecord<String, byte[]>> found = broker.read(Topic.SCORES.deadLetterTopicName()).stream()
                .filter(each -> header(each, "dlq_partition").equals(String.valueOf(place.partition())))
                .filter(each -> header(each, "dlq_offset").equals(String.valueOf(place.offset())))
                .toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static ProducerRecord<String, byte[]> event(String run, byte @Nullable [] value) {
        return new ProducerRecord<>(
                TOPIC, null, null, run, value, CloudEvents.of(Progress.of(run, 1), "/elsewhere", Instant.now()));
    }

    private static String header(ConsumerRecord<?, ?> received, String name) {
        return Broker.header(received, name).orElseThrow();
    }
}
