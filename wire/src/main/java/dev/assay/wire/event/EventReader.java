package dev.assay.wire.event;

import dev.assay.contracts.event.Event;
import dev.assay.contracts.event.EventType;
import dev.assay.contracts.json.Json;
import dev.assay.wire.trace.Traces;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;

/** Reads events from records, one by one, so that a record that cannot be read is set aside and the rest goes on. */
@ApplicationScoped
public class EventReader {

    private final DeadLetters deadLetters;

    EventReader(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    /**
     * The events of this type in the batch, in its order. Records that are no readable event become dead letters; events
     * of another known type are passed over.
     */
    public <E extends Event> List<Received<E>> read(ConsumerRecords<String, byte[]> records, Class<E> type) {
        List<Received<E>> events = new ArrayList<>(records.count());
        for (ConsumerRecord<String, byte[]> each : records) {
            read(each, type).ifPresent(events::add);
        }
        return events;
    }

    /** As {@link #read(ConsumerRecords, Class)}, for one record. */
    public <E extends Event> Optional<Received<E>> read(ConsumerRecord<String, byte[]> record, Class<E> type) {
        String fault = fault(record);
        if (fault != null) {
            deadLetters.add(record, fault);
            return Optional.empty();
        }
        String name = CloudEvents.text(record.headers(), CloudEvents.TYPE);
        Optional<EventType> known = name == null ? Optional.empty() : EventType.named(name);
        if (known.isEmpty()) {
            deadLetters.add(record, "unknown event type " + name);
            return Optional.empty();
        }
        if (!type.isAssignableFrom(known.get().recordType())) {
            return Optional.empty();
        }
        try {
            E event = type.cast(Json.read(record.value(), known.get().recordType()));
            return Optional.of(new Received<>(event, CloudEvents.text(record.headers(), Traces.TRACEPARENT)));
        } catch (UncheckedIOException e) {
            deadLetters.add(record, "not a " + name + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    /** Sets a record aside that is readable but cannot be processed. */
    public void deadLetter(ConsumerRecord<String, byte[]> record, String reason) {
        deadLetters.add(record, reason);
    }

    private static @Nullable String fault(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            return "the record has no value";
        }
        return CloudEvents.fault(record.headers());
    }
}
