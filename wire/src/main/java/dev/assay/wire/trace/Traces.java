package dev.assay.wire.trace;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Continues the trace of a sample across topics and tables; in both it travels as a W3C {@code traceparent}. */
@ApplicationScoped
public class Traces {

    /** The header's name. */
    public static final String TRACEPARENT = "traceparent";

    private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();

    private final Tracer tracer;

    Traces(OpenTelemetry telemetry) {
        this.tracer = telemetry.getTracer("dev.assay");
    }

    /**
     * Does work in a span that continues this trace.
     *
     * @param traceparent null starts a new trace
     */
    public <T> T within(@Nullable String traceparent, String span, Supplier<T> work) {
        Span current = tracer.spanBuilder(span)
                .setSpanKind(SpanKind.CONSUMER)
                .setParent(context(traceparent))
                .startSpan();
        try (Scope ignored = current.makeCurrent()) {
            return work.get();
        } finally {
            current.end();
        }
    }

    /**
     * Marks that something is published, and gives the trace context to publish with it, also where telemetry is off.
     *
     * @param traceparent null starts a new trace
     */
    public String publishing(@Nullable String traceparent, String topic) {
        Span span = tracer.spanBuilder("send " + topic)
                .setSpanKind(SpanKind.PRODUCER)
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.destination.name", topic)
                .setParent(context(traceparent))
                .startSpan();
        try {
            Map<String, String> carrier = new HashMap<>();
            W3C.inject(Context.root().with(span), carrier, Map::put);
            return carrier.getOrDefault(TRACEPARENT, traceparent == null ? unrecorded() : traceparent);
        } finally {
            span.end();
        }
    }

    /** A trace of its own for whoever records none, so that what belongs together can still be found. */
    private static String unrecorded() {
        UUID trace = UUID.randomUUID();
        return "00-%016x%016x-%016x-00"
                .formatted(
                        trace.getMostSignificantBits(),
                        trace.getLeastSignificantBits(),
                        UUID.randomUUID().getMostSignificantBits());
    }

    private static Context context(@Nullable String traceparent) {
        if (traceparent == null) {
            return Context.root();
        }
        return W3C.extract(Context.root(), traceparent, Header.GETTER);
    }

    private enum Header implements TextMapGetter<String> {
        GETTER;

        @Override
        public Iterable<String> keys(String carrier) {
            return List.of(TRACEPARENT);
        }

        @Override
        public @Nullable String get(@Nullable String carrier, String key) {
            return TRACEPARENT.equals(key) ? carrier : null;
        }
    }
}
