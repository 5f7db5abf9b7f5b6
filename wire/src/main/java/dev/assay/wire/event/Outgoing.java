package dev.assay.wire.event;

import dev.assay.contracts.event.Event;
import org.jspecify.annotations.Nullable;

/**
 * An event to be published.
 *
 * @param traceparent of the trace to continue; null starts one
 */
public record Outgoing(Event event, @Nullable String traceparent) {

    /** An event that starts a trace of its own. */
    public static Outgoing of(Event event) {
        return new Outgoing(event, null);
    }
}
