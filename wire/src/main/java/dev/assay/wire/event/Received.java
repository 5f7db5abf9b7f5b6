package dev.assay.wire.event;

import dev.assay.contracts.event.Event;
import org.jspecify.annotations.Nullable;

/**
 * An event as it came from a topic.
 *
 * @param traceparent of the trace that it belongs to; null if it came without
 */
public record Received<E extends Event>(E event, @Nullable String traceparent) {}
