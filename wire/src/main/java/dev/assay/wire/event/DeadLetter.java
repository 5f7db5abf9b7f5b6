package dev.assay.wire.event;

import java.time.Instant;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A record that cannot be processed, as it is set aside.
 *
 * @param key as it was
 * @param value as it was; empty if there was none
 * @param headers as they were, and the {@code dlq_} headers
 */
record DeadLetter(@Nullable String key, byte[] value, Headers headers) {

    private static final String OWN_PREFIX = "dlq_";
    private static final int LONGEST_REASON = 2_000;
    private static final int LONGEST_KEPT = 4_096;
    private static final int MOST_KEPT_HEADERS = 50;

    static DeadLetter of(ConsumerRecord<String, byte[]> dead, String reason, String service, Instant time) {
        Headers headers = new RecordHeaders();
        for (Header each : dead.headers()) {
            if (!each.key().startsWith(OWN_PREFIX)) {
                headers.add(each);
            }
        }
        String told = address(dead) + ": " + reason;
        put(headers, "reason", told.length() > LONGEST_REASON ? told.substring(0, LONGEST_REASON) : told);
        put(headers, "topic", dead.topic());
        put(headers, "partition", String.valueOf(dead.partition()));
        put(headers, "offset", String.valueOf(dead.offset()));
        put(headers, "service", service);
        put(headers, "time", time.toString());
        if (dead.value() == null) {
            put(headers, "null_value", "true");
        }
        return new DeadLetter(dead.key(), dead.value() == null ? new byte[0] : dead.value(), headers);
    }

    /** Where the record is, for as long as its topic keeps it. */
    static String address(ConsumerRecord<?, ?> dead) {
        return dead.topic() + "-" + dead.partition() + "@" + dead.offset();
    }

    /** What is kept of it on a topic that does not take all of it: no part that is longer than 4 kB. */
    DeadLetter cut() {
        Headers kept = new RecordHeaders();
        Arrays.stream(headers.toArray())
                .filter(each -> each.key().startsWith(OWN_PREFIX))
                .forEach(kept::add);
        Arrays.stream(headers.toArray())
                .filter(each -> !each.key().startsWith(OWN_PREFIX))
                .filter(each -> each.key().length() + length(each) <= LONGEST_KEPT)
                .limit(MOST_KEPT_HEADERS)
                .forEach(kept::add);
        put(kept, "value_bytes", String.valueOf(value.length));
        return new DeadLetter(
                key != null && key.length() <= LONGEST_KEPT ? key : null,
                Arrays.copyOf(value, Math.min(value.length, LONGEST_KEPT)),
                kept);
    }

    private static int length(Header header) {
        return header.value() == null ? 0 : header.value().length;
    }

    private static void put(Headers headers, String name, String value) {
        CloudEvents.put(headers, OWN_PREFIX + name, value);
    }
}
