package dev.assay.wire.run;

import dev.assay.contracts.event.RunChanged;
import dev.assay.contracts.id.RunId;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.BeanContainer;
import jakarta.enterprise.inject.spi.EventContext;
import jakarta.enterprise.inject.spi.EventMetadata;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.inject.spi.ObserverMethod;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells everybody who observes {@link RunChanged}, each on its own: one that fails is told again with growing pauses until
 * it succeeds, and keeps neither the others nor other runs waiting. What it had missed of a run is left out once it has
 * taken a newer revision, which says everything.
 */
@ApplicationScoped
class RunObservers {

    private static final Logger LOG = Logger.getLogger(RunObservers.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final BeanContainer beans;
    private final Map<Missed, RunChanged> missed = new LinkedHashMap<>();
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("run-observers").daemon().factory());
    private Duration pause = FIRST_PAUSE;
    private boolean scheduled;

    RunObservers(BeanContainer beans) {
        this.beans = beans;
    }

    private record Missed(ObserverMethod<? super RunChanged> observer, RunId run) {}

    synchronized void tell(RunChanged event) {
        for (ObserverMethod<? super RunChanged> observer : beans.resolveObserverMethods(event)) {
            Missed key = new Missed(observer, event.run().runId());
            missed.remove(key);
            tell(key, event, true);
        }
        scheduleWhatIsMissed();
    }

    @PreDestroy
    void stop() {
        later.shutdownNow();
    }

    private synchronized void tellAgain() {
        scheduled = false;
        for (Map.Entry<Missed, RunChanged> each : List.copyOf(missed.entrySet())) {
            missed.remove(each.getKey());
            tell(each.getKey(), each.getValue(), false);
        }
        pause = missed.isEmpty() ? FIRST_PAUSE : longer(pause);
        scheduleWhatIsMissed();
    }

    private void tell(Missed key, RunChanged event, boolean first) {
        try {
            key.observer().notify(new Told<>(event));
        } catch (RuntimeException e) {
            LOG.errorf(
                    first ? e : null,
                    "%s could not act on revision %d of run %s and will be told again: %s",
                    key.observer().getBeanClass().getName(),
                    event.run().revision(),
                    key.run(),
                    e);
            missed.put(key, event);
        }
    }

    private void scheduleWhatIsMissed() {
        if (missed.isEmpty() || scheduled) {
            return;
        }
        try {
            later.schedule(this::tellAgain, pause.toMillis(), TimeUnit.MILLISECONDS);
            scheduled = true;
        } catch (RejectedExecutionException e) {
            LOG.debug("stopping, so that nobody is told again", e);
        }
    }

    private static Duration longer(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    private record Told<E>(E event) implements EventContext<E>, EventMetadata {

        @Override
        public E getEvent() {
            return event;
        }

        @Override
        public EventMetadata getMetadata() {
            return this;
        }

        @Override
        public Set<Annotation> getQualifiers() {
            return Set.of();
        }

        @Override
        public @Nullable InjectionPoint getInjectionPoint() {
            return null;
        }

        @Override
        public Type getType() {
            return RunChanged.class;
        }
    }
}
