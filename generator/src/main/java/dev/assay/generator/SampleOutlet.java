package dev.assay.generator;

import dev.assay.generator.work.Publication;
import dev.assay.wire.event.EventWriter;
import dev.assay.wire.event.Outgoing;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Sends answers to {@code assay.samples}, and verdicts on answers that will never come to {@code assay.verdicts}. */
@ApplicationScoped
public class SampleOutlet implements Publication {

    private final MutinyEmitter<byte[]> samples;
    private final MutinyEmitter<byte[]> verdicts;
    private final EventWriter writer;

    SampleOutlet(
            @Channel("generator-samples") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    MutinyEmitter<byte[]> samples,
            @Channel("generator-verdicts") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    MutinyEmitter<byte[]> verdicts,
            EventWriter writer) {
        this.samples = samples;
        this.verdicts = verdicts;
        this.writer = writer;
    }

    @Override
    public void samples(List<Outgoing> events) {
        writer.publish(samples, events);
    }

    @Override
    public void verdicts(List<Outgoing> events) {
        writer.publish(verdicts, events);
    }
}
