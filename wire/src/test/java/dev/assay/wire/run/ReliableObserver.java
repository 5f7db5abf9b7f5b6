package dev.assay.wire.run;

import dev.assay.contracts.event.RunChanged;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what it is told, after the one that fails. */
@ApplicationScoped
class ReliableObserver {

    private final List<RunChanged> told = new CopyOnWriteArrayList<>();

    void on(@Observes @Priority(2_000) RunChanged changed) {
        told.add(changed);
    }

    List<Integer> revisionsOf(String run) {
        return told.stream()
                .map(RunChanged::run)
                .filter(each -> each.runId().value().equals(run))
                .map(each -> each.revision())
                .toList();
    }
}
