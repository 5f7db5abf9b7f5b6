package dev.assay.wire.run;

import dev.assay.contracts.event.RunChanged;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Fails on runs named so, until it is mended. */
@ApplicationScoped
class FailingObserver {

    private final List<RunChanged> taken = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private volatile boolean mended;

    void on(@Observes @Priority(1_000) RunChanged changed) {
        if (changed.run().runId().value().startsWith("failing") && !mended) {
            failures.incrementAndGet();
            throw new IllegalStateException("not mended yet");
        }
        taken.add(changed);
    }

    void mend() {
        mended = true;
    }

    int failures() {
        return failures.get();
    }

    List<Integer> revisionsOf(String run) {
        return taken.stream()
                .map(RunChanged::run)
                .filter(each -> each.runId().value().equals(run))
                .map(each -> each.revision())
                .toList();
    }
}
