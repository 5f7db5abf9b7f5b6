package dev.assay.orchestrator.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LoopTest {
    private static final Duration SOON = Duration.ofMillis(1);
    private static final Duration NEVER = Duration.ofHours(1);

    private final AtomicInteger steps = new AtomicInteger();

    @Test
    void stepWithWorkIsRepeatedUntilThereIsNone() {
        try (Loop loop = new Loop("test", SOON, NEVER, () -> steps.incrementAndGet() < 5)) {
            loop.start();

            await().until(() -> steps.get() == 5);
        }
        assertThat(steps).hasValue(5);
    }

    @Test
    void restingLoopStepsWhenItIsWoken() {
        try (Loop loop = new Loop("test", SOON, NEVER, () -> steps.incrementAndGet() < 0)) {
            loop.start();
            await().until(() -> steps.get() == 1);

            loop.wake();

            await().until(() -> steps.get() == 2);
        }
    }

    @Test
    void failureOfAStepDoesNotEndTheLoop() {
        try (Loop loop = new Loop("test", SOON, SOON, () -> {
            if (steps.incrementAndGet() == 1) {
                throw new IllegalStateException("the database is out");
            }
            return false;
        })) {
            loop.start();

            await().until(() -> steps.get() > 1);
        }
    }
}
