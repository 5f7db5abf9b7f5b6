package dev.assay.orchestrator;

import dev.assay.contracts.event.RunChanged;
import dev.assay.contracts.run.RunRecord;
import dev.assay.wire.event.EventWriter;
import dev.assay.wire.event.Outgoing;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Publishes revisions of runs. */
@ApplicationScoped
public class RunOutlet {
    private final MutinyEmitter<byte[]> emitter;
    private final EventWriter writer;

    RunOutlet(
            @Channel("orchestrator-runs") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    MutinyEmitter<byte[]> emitter,
            EventWriter writer) {
        this.emitter = emitter;
        this.writer = writer;
    }

    /**
     * Returns when the broker has all of them.
     *
     * @throws RuntimeException if it did not take one; then publish all of them again
     */
    public void publish(List<RunRecord> runs) {
        writer.publish(
                emitter,
                runs.stream().map(run -> Outgoing.of(new RunChanged(run))).toList());
    }
}
