package dev.assay.orchestrator.run;

import dev.assay.contracts.id.Digest;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.run.Isolation;
import dev.assay.contracts.run.Purpose;
import dev.assay.contracts.run.RunPlan;
import dev.assay.contracts.run.RunPlan.PlannedTask;
import dev.assay.contracts.run.RunRecord;
import dev.assay.contracts.run.RunRequest;
import dev.assay.contracts.run.RunState;
import dev.assay.orchestrator.blob.StoredBlobs;
import dev.assay.orchestrator.database.Database;
import dev.assay.orchestrator.suite.Suite;
import dev.assay.orchestrator.suite.SuiteTask;
import dev.assay.orchestrator.suite.Suites;
import dev.assay.wire.access.BlobKind;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Opens runs: an evaluation, and before it the validation of those references that nobody has judged yet. */
@Singleton
public class RunOpening {
    private final Jdbi jdbi;
    private final Suites suites;
    private final StoredBlobs blobs;
    private final Runs runs;
    private final ReferenceVerdicts references;

    RunOpening(Database database, Suites suites, StoredBlobs blobs, Runs runs, ReferenceVerdicts references) {
        this.jdbi = database.jdbi();
        this.suites = suites;
        this.blobs = blobs;
        this.runs = runs;
        this.references = references;
    }

    /**
     * Opens an evaluation.
     *
     * @throws dev.assay.orchestrator.suite.UnknownSuiteException if its suite is not registered
     * @throws InvalidRunException if the request contradicts itself or the suite
     */
    public RunRecord open(RunRequest request) {
        return jdbi.inTransaction(handle -> {
            Suite suite = suites.lock(handle, request.suite());
            RunPlan plan = Planning.plan(request, suite);
            if (!request.validate()) {
                return insert(handle, request, Purpose.EVALUATION, suite, Validation.none(plan), null);
            }
            Map<TaskId, ReferenceVerdict> known = references.find(handle, plan.tasks());
            List<PlannedTask> unknown = plan.tasks().stream()
                    .filter(task -> task.reference() != null)
                    .filter(task -> !conclusive(known.get(task.id())))
                    .toList();
            if (unknown.isEmpty()) {
                return insert(handle, request, Purpose.EVALUATION, suite, Validation.of(plan, known), null);
            }
            int validation = running(handle, suite, unknown)
                    .orElseGet(() -> validate(handle, suite, request.project(), request.minimumIsolation(), unknown));
            return insert(handle, request, Purpose.EVALUATION, suite, Validation.none(plan), validation);
        });
    }

    /**
     * Judges all references of a suite anew, unless that is under way.
     *
     * @return the run that does it
     * @throws dev.assay.orchestrator.suite.UnknownSuiteException if it is not registered
     * @throws InvalidRunException if no task has a reference
     */
    public RunRecord validate(Digest digest, Isolation minimumIsolation) {
        return jdbi.inTransaction(handle -> {
            Suite suite = suites.lock(handle, digest);
            List<PlannedTask> tasks = suite.activeTasks().stream()
                    .filter(task -> task.reference() != null)
                    .map(SuiteTask::planned)
                    .toList();
            if (tasks.isEmpty()) {
                throw new InvalidRunException("suite " + suite.name() + "@" + suite.version()
                        + " has no task with a reference answer, so there is nothing to validate");
            }
            int run = running(handle, suite, tasks)
                    .orElseGet(() -> validate(handle, suite, suite.project(), minimumIsolation, tasks));
            return runs.require(handle, run);
        });
    }

    /** Lets a run begin whose validation is over. */
    public void validated(int runNo) {
        jdbi.useTransaction(handle -> runs.change(handle, runNo, state -> switch (state) {
            case Lifecycle.Running running -> {
                Runs.waitNoLonger(handle, runNo);
                RunPlan plan =
                        blobs.read(handle, BlobKind.PLAN, running.record().plan(), RunPlan.class);
                Validation validation = Validation.of(plan, references.find(handle, plan.tasks()));
                Digest timed = blobs.put(handle, BlobKind.PLAN, validation.plan());
                yield running.validated(timed, validation.quarantined(), validation.warnings());
            }
            case Lifecycle.Paused other -> other;
            case Lifecycle.Judged other -> other;
            case Lifecycle.Finished other -> other;
            case Lifecycle.Cancelled other -> other;
        }));
    }

    private static boolean conclusive(@Nullable ReferenceVerdict verdict) {
        return verdict != null && verdict.conclusive();
    }

    private int validate(
            Handle handle, Suite suite, String project, Isolation minimumIsolation, List<PlannedTask> tasks) {
        RunRecord run = insert(
                handle,
                Planning.validation(suite, project, minimumIsolation),
                Purpose.VALIDATION,
                suite,
                Validation.none(Planning.plan(suite, tasks)),
                null);
        suites.validatedBy(handle, suite, run.runNo());
        return run.runNo();
    }

    private Optional<Integer> running(Handle handle, Suite suite, List<PlannedTask> tasks) {
        Optional<Integer> last = suites.validationRun(handle, suite);
        if (last.isEmpty()) {
            return last;
        }
        RunRecord run = runs.require(handle, last.get());
        if (run.state() != RunState.RUNNING) {
            return Optional.empty();
        }
        Set<String> covered = blobs.read(handle, BlobKind.PLAN, run.plan(), RunPlan.class).tasks().stream()
                .map(RunOpening::content)
                .collect(Collectors.toCollection(HashSet::new));
        return covered.containsAll(tasks.stream().map(RunOpening::content).toList()) ? last : Optional.empty();
    }

    private static String content(PlannedTask task) {
        return task.taskDigest() + "/" + task.reference();
    }

    private RunRecord insert(
            Handle handle,
            RunRequest request,
            Purpose purpose,
            Suite suite,
            Validation validation,
            @Nullable Integer waitsFor) {
        Instant now = Instant.now();
        Digest plan = blobs.put(handle, BlobKind.PLAN, validation.plan());
        RunRecord run = Planning.record(request, purpose, suite, plan, validation, Runs.nextRunNo(handle), now);
        Runs.insert(handle, run, waitsFor, now);
        return run;
    }
}
