package dev.assay.wire.event;

import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Publishes events of any topic. */
@ApplicationScoped
public class EventOutlet {

    private final MutinyEmitter<byte[]> emitter;
    private final EventWriter writer;

    EventOutlet(
            @Channel("test-events") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<byte[]> emitter,
            EventWriter writer) {
        this.emitter = emitter;
        this.writer = writer;
    }

    public void publish(Outgoing... events) {
        writer.publish(emitter, List.of(events));
    }
}
