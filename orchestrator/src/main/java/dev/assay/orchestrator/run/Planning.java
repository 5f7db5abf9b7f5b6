package dev.assay.orchestrator.run;

import dev.assay.contracts.id.Digest;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.id.SubjectName;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.run.Isolation;
import dev.assay.contracts.run.JudgeKind;
import dev.assay.contracts.run.Protocol;
import dev.assay.contracts.run.Provider;
import dev.assay.contracts.run.Purpose;
import dev.assay.contracts.run.RunPlan;
import dev.assay.contracts.run.RunPlan.PlannedTask;
import dev.assay.contracts.run.RunRecord;
import dev.assay.contracts.run.RunRecord.JudgeUse;
import dev.assay.contracts.run.RunRecord.Trigger;
import dev.assay.contracts.run.RunRequest;
import dev.assay.contracts.run.RunRequest.SubjectRequest;
import dev.assay.contracts.run.RunState;
import dev.assay.contracts.run.Stage;
import dev.assay.contracts.run.Subject;
import dev.assay.orchestrator.suite.Suite;
import dev.assay.orchestrator.suite.SuiteTask;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns what was asked for into what will be done. */
public final class Planning {
    private static final int MOST_SAMPLES = 100_000_000;
    private static final List<JudgeUse> JUDGES = List.of(new JudgeUse(JudgeKind.EXECUTION, true, 1));

    private Planning() {}

    /**
     * The plan of an evaluation.
     *
     * @throws InvalidRunException if the request contradicts itself or the suite
     */
    public static RunPlan plan(RunRequest request, Suite suite) {
        if (request.project().isBlank()) {
            throw new InvalidRunException("project: is blank");
        }
        requireSubjects(request.subjects());
        List<SuiteTask> tasks = request.tasks() == null ? suite.activeTasks() : selected(request.tasks(), suite);
        for (SubjectRequest subject : request.subjects()) {
            requireCountable(subject, tasks);
            if (subject.provider() instanceof Provider.Reference) {
                requireReferences(subject.name(), tasks);
            }
        }
        return plan(suite, tasks.stream().map(SuiteTask::planned).toList());
    }

    /** A plan of these tasks of the suite. */
    static RunPlan plan(Suite suite, List<PlannedTask> tasks) {
        return new RunPlan(
                suite.activeTasks().size(), suite.head().weights(), suite.head().tolerances(), tasks);
    }

    /** What the validation of a suite's references asks for. */
    static RunRequest validation(Suite suite, String project, Isolation minimumIsolation) {
        return new RunRequest(
                project,
                suite.digest(),
                null,
                List.of(new SubjectRequest(SubjectName.REFERENCE, new Provider.Reference(), 1, null, Map.of())),
                new Protocol(List.of(1), 0, null),
                minimumIsolation,
                false,
                false,
                new Trigger("validation", null, null, null, null),
                Map.of());
    }

    /** The first revision of a run's record. */
    static RunRecord record(
            RunRequest request,
            Purpose purpose,
            Suite suite,
            Digest plan,
            Validation validation,
            int runNo,
            Instant now) {
        RunId runId = RunIds.next(now);
        return new RunRecord(
                runId,
                runNo,
                request.project(),
                purpose,
                RunState.RUNNING,
                null,
                1,
                request.trigger(),
                request.labels(),
                null,
                runId.value(),
                suite.ref(),
                plan,
                request.subjects().stream().map(Planning::subject).toList(),
                request.protocol(),
                List.of(Stage.MAIN),
                JUDGES,
                request.minimumIsolation(),
                request.reuseExecutions(),
                validation.quarantined(),
                validation.warnings(),
                now.truncatedTo(ChronoUnit.MILLIS),
                null,
                null);
    }

    private static Subject subject(SubjectRequest request) {
        return new Subject(
                request.name(),
                Subject.Role.TEST,
                request.provider(),
                Fingerprint.of(request.provider(), request.sampling()),
                request.samplesPerTask(),
                request.sampling(),
                request.labels());
    }

    private static void requireSubjects(List<SubjectRequest> subjects) {
        if (subjects.isEmpty()) {
            throw new InvalidRunException("subjects: a run needs at least one");
        }
        Set<SubjectName> names = new HashSet<>();
        for (SubjectRequest subject : subjects) {
            if (!names.add(subject.name())) {
                throw new InvalidRunException("subjects: two are named '" + subject.name() + "'");
            }
            if (subject.samplesPerTask() < 1) {
                throw new InvalidRunException("subjects: samplesPerTask of '" + subject.name()
                        + "' must be at least 1, got " + subject.samplesPerTask());
            }
        }
    }

    private static void requireCountable(SubjectRequest subject, List<SuiteTask> tasks) {
        long samples = (long) tasks.size() * subject.samplesPerTask();
        if (samples > MOST_SAMPLES) {
            throw new InvalidRunException("subjects: " + subject.samplesPerTask() + " samples of '" + subject.name()
                    + "' for each of " + tasks.size() + " tasks are more than the " + MOST_SAMPLES + " of one run");
        }
    }

    private static List<SuiteTask> selected(List<TaskId> wanted, Suite suite) {
        if (wanted.isEmpty()) {
            throw new InvalidRunException("tasks: the selection is empty");
        }
        Set<TaskId> missing = new HashSet<>(wanted);
        List<SuiteTask> tasks =
                suite.tasks().stream().filter(task -> missing.remove(task.id())).toList();
        if (!missing.isEmpty()) {
            throw new InvalidRunException("tasks: suite " + suite.name() + "@" + suite.version() + " has no task '"
                    + missing.stream().sorted().findFirst().orElseThrow() + "'"
                    + (missing.size() > 1 ? " (and lacks " + (missing.size() - 1) + " more)" : ""));
        }
        for (SuiteTask task : tasks) {
            if (!task.active()) {
                throw new InvalidRunException("tasks: task '" + task.id() + "' is retired");
            }
        }
        return tasks;
    }

    private static void requireReferences(SubjectName subject, List<SuiteTask> tasks) {
        for (SuiteTask task : tasks) {
            if (task.reference() == null) {
                throw new InvalidRunException(
                        "subjects: '" + subject + "' answers with references, but task '" + task.id() + "' has none");
            }
        }
    }
}
