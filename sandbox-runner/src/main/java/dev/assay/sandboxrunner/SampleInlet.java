package dev.assay.sandboxrunner;

import dev.assay.contracts.event.SampleGenerated;
import dev.assay.contracts.event.VerdictReached;
import dev.assay.contracts.run.RunRecord;
import dev.assay.contracts.run.RunState;
import dev.assay.sandboxrunner.judging.SampleJudge;
import dev.assay.sandboxrunner.sandbox.JudgingPool;
import dev.assay.wire.Persistently;
import dev.assay.wire.event.EventReader;
import dev.assay.wire.event.Received;
import dev.assay.wire.run.RunView;
import dev.assay.wire.run.UnknownRunException;
import dev.assay.wire.trace.Traces;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.reactive.messaging.ChannelRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Receives answers; takes none before the sandbox has proven its level. Several are judged at once, in any order. */
@ApplicationScoped
public class SampleInlet {

    private static final String CHANNEL = "sandbox-samples";

    private final EventReader reader;
    private final RunView runs;
    private final SampleJudge judge;
    private final VerdictOutlet outlet;
    private final Rejudging rejudging;
    private final Traces traces;
    private final ChannelRegistry channels;
    private final CompletableFuture<JudgingPool> pool = new CompletableFuture<>();

    SampleInlet(
            EventReader reader,
            RunView runs,
            SampleJudge judge,
            VerdictOutlet outlet,
            Rejudging rejudging,
            Traces traces,
            ChannelRegistry channels) {
        this.reader = reader;
        this.runs = runs;
        this.judge = judge;
        this.outlet = outlet;
        this.rejudging = rejudging;
        this.traces = traces;
        this.channels = channels;
    }

    /** Takes work from now on. */
    void take(JudgingPool opened) {
        pool.complete(opened);
        channels.getPausable(CHANNEL).resume();
    }

    @Incoming(CHANNEL)
    @RunOnVirtualThread
    void consume(ConsumerRecord<String, byte[]> delivered) {
        Optional<Received<SampleGenerated>> received = reader.read(delivered, SampleGenerated.class);
        if (received.isEmpty()) {
            return;
        }
        SampleGenerated sample = received.get().event();
        RunRecord run;
        try {
            run = runs.require(sample.assignment().sampleId().run());
        } catch (UnknownRunException e) {
            reader.deadLetter(delivered, String.valueOf(e.getMessage()));
            return;
        }
        if (run.state() == RunState.CANCELLED) {
            return;
        }
        String traceparent = received.get().traceparent();
        VerdictReached verdict =
                traces.within(traceparent, "judge sample", () -> judge.judge(sample, run, pool.join()));
        rejudging.remember(verdict);
        Persistently.run("publishing a verdict", () -> outlet.publish(verdict, traceparent));
    }
}
