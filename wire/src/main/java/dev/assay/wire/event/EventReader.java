package dev.assay.wire.event;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import dev.assay.contracts.event.Event;
import dev.assay.contracts.event.EventType;
import dev.assay.contracts.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
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

    /** The event of this record; empty if it became a dead letter, or is of another known type. */
    public <E extends Event> Optional<Received<E>> read(ConsumerRecord<String, byte[]> record, Class<E> type) {
        try {
            EventType found = typeOf(record);
            if (!type.isAssignableFrom(found.recordType())) {
                return Optional.empty();
            }
            E event = type.cast(parsed(record.value(), found));
            return Optional.of(new Received<>(event, CloudEvents.traceparent(record.headers())));
        } catch (UnreadableEventException e) {
            deadLetters.add(record, e.reason());
            return Optional.empty();
        }
    }

    /**
     * Sets a record aside that is readable but cannot be processed.
     *
     * @param reason in words; where the record comes from is told beside it
     */
    public void deadLetter(ConsumerRecord<String, byte[]> record, String reason) {
        deadLetters.add(record, reason);
    }

    private static EventType typeOf(ConsumerRecord<String, byte[]> record) throws UnreadableEventException {
        if (record.value() == null) {
            throw new UnreadableEventException("the record has no value");
        }
        CloudEvents.check(record.headers());
        String name = CloudEvents.text(record.headers(), CloudEvents.TYPE);
        return EventType.named(name == null ? "" : name)
                .orElseThrow(() -> new UnreadableEventException("unknown event type '" + name + "'"));
    }

    private static Event parsed(byte[] value, EventType type) throws UnreadableEventException {
        try {
            @Nullable Event event = Json.read(value, type.recordType());
            if (event == null) {
                throw new UnreadableEventException("not a " + type.cloudEventsType() + ": the value is JSON null");
            }
            return event;
        } catch (RuntimeException e) {
            throw new UnreadableEventException("not a " + type.cloudEventsType() + ": " + fault(e));
        }
    }

    private static String fault(RuntimeException thrown) {
        if (thrown.getCause() instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            return mapping.getOriginalMessage() + " at " + mapping.getPathReference();
        }
        if (thrown.getCause() instanceof JacksonException jackson) {
            return jackson.getOriginalMessage();
        }
        return String.valueOf(thrown.getMessage());
    }
}
