package dev.assay.wire.event;

import dev.assay.contracts.event.Event;
import dev.assay.contracts.event.EventType;
import dev.assay.contracts.id.Digest;
import dev.assay.contracts.topic.Topic;
import dev.assay.wire.trace.Traces;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** The attributes of CloudEvents 1.0, binary mode, as Kafka headers. */
final class CloudEvents {

    static final String SPEC_VERSION = "ce_specversion";
    static final String ID = "ce_id";
    static final String TYPE = "ce_type";
    static final String SOURCE = "ce_source";
    static final String SUBJECT = "ce_subject";
    static final String TIME = "ce_time";
    static final String DATA_SCHEMA = "ce_dataschema";
    static final String CONTENT_TYPE = "content-type";
    static final String JSON = "application/json";

    private static final String VERSION = "1.0";
    private static final Pattern PARAMETERS = Pattern.compile("\\s*;.*", Pattern.DOTALL);
    private static final Pattern W3C_TRACEPARENT =
            Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private CloudEvents() {}

    static Headers of(Event event, String source, Instant time) {
        EventType type = EventType.of(event);
        Headers headers = new RecordHeaders();
        put(headers, CONTENT_TYPE, JSON);
        put(headers, SPEC_VERSION, VERSION);
        put(
                headers,
                ID,
                Digest.of(type.cloudEventsType() + "|" + event.identity()).hex());
        put(headers, TYPE, type.cloudEventsType());
        put(headers, SOURCE, source);
        put(headers, SUBJECT, event.partitionKey());
        put(headers, TIME, time.toString());
        if (event.topic() == Topic.REGRESSIONS) {
            put(headers, DATA_SCHEMA, "https://assay.dev/schemas/" + type.cloudEventsType() + ".json");
        }
        return headers;
    }

    static void check(Headers headers) throws UnreadableEventException {
        for (String required : List.of(SPEC_VERSION, ID, TYPE, SOURCE)) {
            String value = text(headers, required);
            if (value == null || value.isBlank()) {
                throw new UnreadableEventException("header " + required + " is missing");
            }
        }
        require(headers, SPEC_VERSION, VERSION);
        require(headers, CONTENT_TYPE, JSON);
    }

    private static void require(Headers headers, String name, String expected) throws UnreadableEventException {
        String value = text(headers, name);
        if (value == null || !expected.equals(PARAMETERS.matcher(value).replaceFirst(""))) {
            throw new UnreadableEventException("header %s must be %s, not '%s'".formatted(name, expected, value));
        }
    }

    /** Null if there is none, or one that W3C Trace Context does not allow. */
    static @Nullable String traceparent(Headers headers) {
        String value = text(headers, Traces.TRACEPARENT);
        return value != null && W3C_TRACEPARENT.matcher(value).matches() ? value : null;
    }

    static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
