package dev.assay.reporter.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.event.RunScored;
import dev.assay.contracts.run.RunState;
import dev.assay.reporter.Examples;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoredRunTest {

    private static final RunScored ONE = Examples.bare("run-1", "one");
    private static final RunScored TWO = Examples.bare("run-1", "two");

    @Test
    void finishedRunIsSettledWithTheScoresOfAllSubjects() {
        assertThat(run(RunState.FINISHED, ONE).isSettled(0)).isFalse();
        assertThat(run(RunState.FINISHED, ONE, TWO).isSettled(0)).isTrue();
    }

    @Test
    void judgedRunIsNeverSettled() {
        assertThat(run(RunState.JUDGED, ONE, TWO).isSettled(0)).isFalse();
    }

    @Test
    void runningRunIsSettledUnlessItsScoresAreAheadOfItsRecord() {
        assertThat(run(RunState.RUNNING).isSettled(0)).isTrue();
        assertThat(run(RunState.PAUSED).isSettled(0)).isTrue();
        assertThat(run(RunState.RUNNING, ONE).isSettled(0)).isFalse();
    }

    @Test
    void cancelledRunIsSettled() {
        assertThat(run(RunState.CANCELLED).isSettled(0)).isTrue();
    }

    @Test
    void olderRecordThanTheAskerKnowsIsNotSettled() {
        assertThat(run(RunState.RUNNING).isSettled(2)).isTrue();
        assertThat(run(RunState.RUNNING).isSettled(3)).isFalse();
    }

    private static ScoredRun run(RunState state, RunScored... scores) {
        return new ScoredRun(
                Examples.run("run-1", 1, state, 2, Examples.subject("one"), Examples.subject("two")), List.of(scores));
    }
}
