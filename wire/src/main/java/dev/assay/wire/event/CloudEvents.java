package dev.assay.wire.event;

import dev.assay.contracts.event.Event;
import dev.assay.contracts.event.EventType;
import dev.assay.contracts.id.Digest;
import dev.assay.contracts.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
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

    /** Why these headers are not those of a CloudEvent in JSON; null if they are. */
    static @Nullable String fault(Headers headers) {
        for (String required : new String[] {SPEC_VERSION, ID, TYPE, SOURCE}) {
            if (text(headers, required) == null) {
                return "header " + required + " is missing";
            }
        }
        if (!VERSION.equals(text(headers, SPEC_VERSION))) {
            return "header " + SPEC_VERSION + " must be " + VERSION;
        }
        String contentType = text(headers, CONTENT_TYPE);
        if (contentType == null || !contentType.startsWith(JSON)) {
            return "header " + CONTENT_TYPE + " must be " + JSON;
        }
        return null;
    }

    static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
