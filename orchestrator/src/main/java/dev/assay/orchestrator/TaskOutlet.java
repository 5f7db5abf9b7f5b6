package dev.assay.orchestrator;

import dev.assay.contracts.event.TaskAssigned;
import dev.assay.wire.Persistently;
import dev.assay.wire.event.EventWriter;
import dev.assay.wire.event.Outgoing;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Publishes assignments. */
@ApplicationScoped
public class TaskOutlet {
    private final MutinyEmitter<byte[]> emitter;
    private final EventWriter writer;

    TaskOutlet(
            @Channel("orchestrator-tasks") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    MutinyEmitter<byte[]> emitter,
            EventWriter writer) {
        this.emitter = emitter;
        this.writer = writer;
    }

    /** Returns when the broker has all of them; waits while it is out. */
    public void publish(List<TaskAssigned> tasks) {
        List<Outgoing> events = tasks.stream().map(Outgoing::of).toList();
        Persistently.run("publishing assignments", () -> writer.publish(emitter, events));
    }
}
