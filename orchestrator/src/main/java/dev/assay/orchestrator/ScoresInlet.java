package dev.assay.orchestrator;

import dev.assay.contracts.event.Event;
import dev.assay.contracts.event.RunProgressed;
import dev.assay.contracts.event.RunScored;
import dev.assay.contracts.event.VerdictsStored;
import dev.assay.contracts.event.VerdictsStored.Stored;
import dev.assay.wire.Persistently;
import dev.assay.wire.event.EventReader;
import dev.assay.wire.event.Received;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Receives what the scorer has stored, counted and scored. */
@ApplicationScoped
public class ScoresInlet {
    private final EventReader reader;
    private final Orchestration orchestration;

    ScoresInlet(EventReader reader, Orchestration orchestration) {
        this.reader = reader;
        this.orchestration = orchestration;
    }

    @Incoming("orchestrator-scores")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        List<Received<Event>> events = reader.read(records, Event.class);
        List<Stored> stored = only(events, VerdictsStored.class)
                .flatMap(each -> each.verdicts().stream())
                .toList();
        Persistently.run("settling verdicts", () -> orchestration.settle(stored));
        only(events, RunProgressed.class)
                .forEach(each -> Persistently.run("noting progress", () -> orchestration.progressed(each)));
        only(events, RunScored.class)
                .forEach(each -> Persistently.run("noting scores", () -> orchestration.scored(each)));
    }

    private static <E extends Event> Stream<E> only(List<Received<Event>> events, Class<E> type) {
        return events.stream().map(Received::event).filter(type::isInstance).map(type::cast);
    }
}
