package dev.assay.sandboxrunner;

import dev.assay.contracts.event.VerdictReached;
import dev.assay.wire.event.EventWriter;
import dev.assay.wire.event.Outgoing;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jspecify.annotations.Nullable;

/** Publishes verdicts. */
@ApplicationScoped
public class VerdictOutlet {

    private final MutinyEmitter<byte[]> emitter;
    private final EventWriter writer;

    VerdictOutlet(
            @Channel("sandbox-verdicts") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    MutinyEmitter<byte[]> emitter,
            EventWriter writer) {
        this.emitter = emitter;
        this.writer = writer;
    }

    /** Returns when the broker has it. */
    void publish(VerdictReached verdict, @Nullable String traceparent) {
        writer.publish(emitter, List.of(new Outgoing(verdict, traceparent)));
    }
}
