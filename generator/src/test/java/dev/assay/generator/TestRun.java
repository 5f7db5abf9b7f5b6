package dev.assay.generator;

import dev.assay.contracts.event.RunChanged;
import dev.assay.contracts.event.TaskAssigned;
import dev.assay.contracts.id.Digest;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.id.SampleId;
import dev.assay.contracts.id.SubjectName;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.run.Isolation;
import dev.assay.contracts.run.PauseReason;
import dev.assay.contracts.run.Protocol;
import dev.assay.contracts.run.Provider;
import dev.assay.contracts.run.Purpose;
import dev.assay.contracts.run.RunRecord;
import dev.assay.contracts.run.RunState;
import dev.assay.contracts.run.Stage;
import dev.assay.contracts.run.Subject;
import dev.assay.contracts.run.SuiteRef;
import dev.assay.contracts.suite.Prompt;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A run of one subject, with an id of its own. */
final class TestRun {

    static final SubjectName SUBJECT = new SubjectName("coder 7b");
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Digest SUITE = Digest.of("suite");

    private final RunId id = new RunId("run-" + COUNT.incrementAndGet());
    private final Provider provider;
    private int revision;

    TestRun(Provider provider) {
        this.provider = provider;
    }

    RunId id() {
        return id;
    }

    RunChanged in(RunState state) {
        Subject subject = new Subject(SUBJECT, Subject.Role.TEST, provider, fingerprint(), 1, null, Map.of());
        return new RunChanged(new RunRecord(
                id,
                1,
                "project",
                Purpose.EVALUATION,
                state,
                state == RunState.PAUSED ? PauseReason.INTERRUPTED : null,
                ++revision,
                new RunRecord.Trigger("rest", null, null, null, null),
                Map.of(),
                null,
                id.value(),
                new SuiteRef("suite", "1", SUITE, "native"),
                Digest.of("plan"),
                List.of(subject),
                new Protocol(List.of(1), 7, null),
                List.of(Stage.MAIN),
                List.of(),
                Isolation.PROCESS,
                false,
                List.of(),
                List.of(),
                Instant.EPOCH,
                null,
                null));
    }

    TaskAssigned assign(String task, int index) {
        return assign(task, index, 1, Digest.of("prompt of " + task), null);
    }

    TaskAssigned assign(String task, int index, int attempt, Digest prompt, @Nullable Digest reference) {
        return new TaskAssigned(
                new SampleId(id, SUBJECT, new TaskId(task), index),
                attempt,
                Stage.MAIN,
                reference == null
                        ? List.of()
                        : List.of(new TaskAssigned.Input(TaskAssigned.REFERENCE_ROLE, null, reference)),
                SUITE,
                Digest.of("task " + task),
                prompt,
                Digest.of("judge of " + task),
                fingerprint(),
                "python",
                null,
                id.value(),
                42,
                null,
                null,
                null);
    }

    static Prompt prompt(@Nullable String code, String entryPoint) {
        return new Prompt(
                List.of(new Prompt.Message("user", "Write " + entryPoint)),
                code,
                entryPoint,
                null,
                null,
                null,
                List.of());
    }

    private String fingerprint() {
        return "fp1:" + Digest.of(provider.toString());
    }
}
