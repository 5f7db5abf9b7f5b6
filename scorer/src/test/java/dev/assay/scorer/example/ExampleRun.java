package dev.assay.scorer.example;

import dev.assay.contracts.id.Digest;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.id.SampleId;
import dev.assay.contracts.id.SubjectName;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.json.Json;
import dev.assay.contracts.run.Isolation;
import dev.assay.contracts.run.JudgeKind;
import dev.assay.contracts.run.Protocol;
import dev.assay.contracts.run.Provider;
import dev.assay.contracts.run.Purpose;
import dev.assay.contracts.run.RunPlan;
import dev.assay.contracts.run.RunPlan.PlannedTask;
import dev.assay.contracts.run.RunRecord;
import dev.assay.contracts.run.RunRecord.JudgeUse;
import dev.assay.contracts.run.RunRecord.Quarantine;
import dev.assay.contracts.run.RunRecord.Trigger;
import dev.assay.contracts.run.RunState;
import dev.assay.contracts.run.Stage;
import dev.assay.contracts.run.Subject;
import dev.assay.contracts.run.SuiteRef;
import dev.assay.contracts.suite.TaskMeta;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A run of two subjects on twelve tasks: the first of two groups, the last set aside, three of one origin. */
public final class ExampleRun {

    /** The plan of every example run. */
    public static final RunPlan PLAN = new RunPlan(
            12,
            Map.of(),
            Map.of(),
            IntStream.range(0, 12).mapToObj(ExampleRun::task).toList());

    /** Samples that each subject gives to each task. */
    public static final int SAMPLES = 5;

    /** The subjects' names, in order. */
    public static final List<SubjectName> SUBJECTS = List.of(new SubjectName("alpha"), new SubjectName("beta/2"));

    private ExampleRun() {}

    /** The bytes of the plan's blob. */
    public static byte[] planBlob() {
        return Json.canonical(PLAN);
    }

    /** The run with this number. */
    public static RunRecord run(int no, RunState state, int revision) {
        return new RunRecord(
                new RunId("run-" + no),
                no,
                "default",
                Purpose.EVALUATION,
                state,
                null,
                revision,
                new Trigger("cli", null, null, null, null),
                Map.of(),
                null,
                "run-" + no,
                new SuiteRef("example", "1", Digest.of("suite"), "native"),
                Digest.of(planBlob()),
                SUBJECTS.stream().map(ExampleRun::subject).toList(),
                new Protocol(List.of(1, 5, 10), 7, null),
                List.of(Stage.MAIN),
                List.of(new JudgeUse(JudgeKind.EXECUTION, true, 1)),
                Isolation.HOST_NS,
                true,
                List.of(new Quarantine(taskId(11), "FAILED")),
                List.of(),
                Instant.EPOCH,
                null,
                null);
    }

    /** A sample of that run. */
    public static SampleId sample(int run, int subject, int task, int index) {
        return new SampleId(new RunId("run-" + run), SUBJECTS.get(subject), taskId(task), index);
    }

    /** The id of a task. */
    public static TaskId taskId(int no) {
        return new TaskId("Example/" + no);
    }

    private static Subject subject(SubjectName name) {
        return new Subject(
                name,
                Subject.Role.TEST,
                new Provider.Replay(Digest.of("recording")),
                "fp1:" + name,
                SAMPLES,
                null,
                Map.of());
    }

    private static PlannedTask task(int no) {
        Digest digest = Digest.of("task " + no);
        return new PlannedTask(
                taskId(no),
                digest,
                digest,
                digest,
                null,
                no == 0 ? List.of("base", "plus") : List.of("base"),
                null,
                meta(no));
    }

    private static TaskMeta meta(int no) {
        return new TaskMeta(
                1,
                no < 4 ? "generation" : "repair",
                null,
                "python",
                no < 6 ? "low" : "high",
                no % 2 == 0 ? List.of("even", "first") : List.of("odd"),
                null,
                no >= 8 && no < 11 ? "one origin" : null,
                null,
                null,
                null,
                List.of(),
                List.of());
    }
}
