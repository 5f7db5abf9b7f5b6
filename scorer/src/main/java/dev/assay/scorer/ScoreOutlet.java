package dev.assay.scorer;

import dev.assay.contracts.event.Event;
import dev.assay.wire.Persistently;
import dev.assay.wire.event.EventWriter;
import dev.assay.wire.event.Outgoing;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Publishes acknowledgements, progress and scores. */
@ApplicationScoped
public class ScoreOutlet {

    private final MutinyEmitter<byte[]> emitter;
    private final EventWriter writer;

    ScoreOutlet(
            @Channel("scorer-scores") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<byte[]> emitter,
            EventWriter writer) {
        this.emitter = emitter;
        this.writer = writer;
    }

    /** Returns when the broker has all of them, however long it is out. */
    public void publish(List<? extends Event> events) {
        List<Outgoing> outgoing = events.stream().map(Outgoing::of).toList();
        Persistently.run("publishing " + events.size() + " events", () -> writer.publish(emitter, outgoing));
    }
}
