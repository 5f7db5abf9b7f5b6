package dev.assay.reporter;

import dev.assay.contracts.event.RunChanged;
import dev.assay.reporter.history.History;
import dev.assay.wire.Persistently;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Receives changes of runs. */
@ApplicationScoped
public class RunInlet {

    private final History history;

    RunInlet(History history) {
        this.history = history;
    }

    void on(@Observes RunChanged changed) {
        Persistently.run("storing run " + changed.run().runId(), () -> history.put(changed.run()));
    }
}
