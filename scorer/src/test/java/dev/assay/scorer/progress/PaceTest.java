package dev.assay.scorer.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Pace<String> pace = new Pace<>(Duration.ofSeconds(1));

    @Test
    void idleThingsAreNeverDue() {
        assertThat(pace.due(0)).isEmpty();
    }

    @Test
    void activityIsDueOnceAndAgainAfterARest() {
        pace.mark("run");

        assertThat(pace.due(0)).containsExactly("run");
        assertThat(pace.due(SECOND)).isEmpty();

        pace.mark("run");
        assertThat(pace.due(SECOND)).containsExactly("run");
        pace.mark("run");
        assertThat(pace.due(SECOND + SECOND / 2)).isEmpty();
        assertThat(pace.due(2 * SECOND)).containsExactly("run");
    }

    @Test
    void slowLooksAreFollowedByLongRests() {
        pace.mark("run");
        pace.due(0);
        pace.looked("run", SECOND, Duration.ofSeconds(1));
        pace.mark("run");

        assertThat(pace.due(20 * SECOND)).isEmpty();
        assertThat(pace.due(21 * SECOND)).containsExactly("run");
    }
}
