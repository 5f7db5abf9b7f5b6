package dev.assay.orchestrator.run;

import static dev.assay.orchestrator.run.Requests.replay;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.id.Digest;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.run.Isolation;
import dev.assay.contracts.run.JudgeKind;
import dev.assay.contracts.run.PauseReason;
import dev.assay.contracts.run.Protocol;
import dev.assay.contracts.run.Provider;
import dev.assay.contracts.run.Purpose;
import dev.assay.contracts.run.RunRecord;
import dev.assay.contracts.run.RunRecord.JudgeUse;
import dev.assay.contracts.run.RunRecord.Quarantine;
import dev.assay.contracts.run.RunRecord.Trigger;
import dev.assay.contracts.run.RunState;
import dev.assay.contracts.run.Stage;
import dev.assay.contracts.run.Subject;
import dev.assay.contracts.run.SuiteRef;
import dev.assay.orchestrator.run.Lifecycle.Running;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LifecycleTest {
    private static final Instant CREATED = Instant.parse("2026-11-21T10:00:00Z");
    private static final Instant LATER = CREATED.plusSeconds(60);

    private final RunRecord opened = opened();

    @Test
    void runIsJudgedThenFinishedAndEachStepRaisesTheRevision() {
        RunRecord judged = new Running(opened).judge(LATER).record();
        RunRecord finished =
                new Lifecycle.Judged(judged).finish(LATER.plusSeconds(1)).record();

        assertThat(judged.state()).isEqualTo(RunState.JUDGED);
        assertThat(judged.judgedAt()).isEqualTo(LATER);
        assertThat(judged.revision()).isEqualTo(2);
        assertThat(finished.state()).isEqualTo(RunState.FINISHED);
        assertThat(finished.judgedAt()).isEqualTo(LATER);
        assertThat(finished.finishedAt()).isEqualTo(LATER.plusSeconds(1));
        assertThat(finished.revision()).isEqualTo(3);
    }

    @Test
    void pauseKeepsItsReasonUntilTheRunIsResumed() {
        RunRecord paused = new Running(opened).pause(PauseReason.BUDGET).record();
        RunRecord resumed = new Lifecycle.Paused(paused).resume().record();

        assertThat(paused.pauseReason()).isEqualTo(PauseReason.BUDGET);
        assertThat(resumed.state()).isEqualTo(RunState.RUNNING);
        assertThat(resumed.pauseReason()).isNull();
        assertThat(resumed.revision()).isEqualTo(3);
        assertThat(resumed.epoch()).isEqualTo(opened.epoch());
    }

    @Test
    void validationChangesPlanQuarantineAndWarningsOnly() {
        Quarantine broken = new Quarantine(new TaskId("a"), "its reference answer ends as FAILED");

        RunRecord validated = new Running(opened)
                .validated(Digest.of("timed"), List.of(broken), List.of("one"))
                .record();

        assertThat(validated)
                .usingRecursiveComparison()
                .ignoringFields("plan", "quarantined", "warnings", "revision")
                .isEqualTo(opened);
        assertThat(validated.plan()).isEqualTo(Digest.of("timed"));
        assertThat(validated.quarantined()).containsExactly(broken);
        assertThat(validated.warnings()).containsExactly("one");
    }

    @Test
    void stateOfARecordIsItsLifecycle() {
        assertThat(Lifecycle.of(opened)).isInstanceOf(Running.class);
        assertThat(Lifecycle.of(new Running(opened).cancel(LATER).record())).isInstanceOf(Lifecycle.Cancelled.class);
    }

    private static RunRecord opened() {
        return new RunRecord(
                new RunId("r1"),
                1,
                "default",
                Purpose.EVALUATION,
                RunState.RUNNING,
                null,
                1,
                new Trigger("rest", null, null, null, null),
                Map.of(),
                null,
                "r1",
                new SuiteRef("s", "1.0", Digest.of("suite"), "native"),
                Digest.of("plan"),
                List.of(new Subject(
                        replay("m", 1).name(),
                        Subject.Role.TEST,
                        new Provider.Reference(),
                        "fp1:0",
                        1,
                        null,
                        Map.of())),
                new Protocol(List.of(1), 7, null),
                List.of(Stage.MAIN),
                List.of(new JudgeUse(JudgeKind.EXECUTION, true, 1)),
                Isolation.PROCESS,
                false,
                List.of(),
                List.of(),
                CREATED,
                null,
                null);
    }
}
