package dev.assay.orchestrator.run;

import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.run.RunPlan;
import dev.assay.contracts.run.RunRecord;
import dev.assay.contracts.run.RunState;
import dev.assay.orchestrator.database.Database;
import dev.assay.orchestrator.suite.Suite;
import dev.assay.orchestrator.suite.SuiteTask;
import dev.assay.orchestrator.suite.Suites;
import jakarta.inject.Singleton;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Tells what is known of suites. */
@Singleton
public class SuiteStatuses {
    private final Jdbi jdbi;
    private final Suites suites;
    private final Runs runs;
    private final ReferenceVerdicts references;

    SuiteStatuses(Database database, Suites suites, Runs runs, ReferenceVerdicts references) {
        this.jdbi = database.jdbi();
        this.suites = suites;
        this.runs = runs;
        this.references = references;
    }

    /**
     * The status of this suite.
     *
     * @param created whether it was registered just now
     */
    public SuiteStatus of(Suite suite, boolean created) {
        return jdbi.withHandle(handle -> new SuiteStatus(
                suite.project(),
                suite.name(),
                suite.version(),
                suite.format(),
                suite.digest(),
                suite.activeTasks().size(),
                created,
                validation(handle, suite)));
    }

    private SuiteStatus.References validation(Handle handle, Suite suite) {
        @Nullable
        RunRecord run = suites.validationRun(handle, suite)
                .map(no -> runs.require(handle, no))
                .orElse(null);
        RunPlan plan = Planning.plan(
                suite, suite.activeTasks().stream().map(SuiteTask::planned).toList());
        Map<TaskId, ReferenceVerdict> known = references.find(handle, plan.tasks());
        boolean complete =
                plan.tasks().stream().allMatch(task -> task.reference() == null || known.containsKey(task.id()));
        return new SuiteStatus.References(
                state(run, complete),
                run == null ? null : run.runId(),
                Validation.of(plan, known).quarantined());
    }

    private static SuiteStatus.State state(@Nullable RunRecord run, boolean complete) {
        if (run != null && (run.state() == RunState.RUNNING || run.state() == RunState.PAUSED)) {
            return SuiteStatus.State.RUNNING;
        }
        return complete ? SuiteStatus.State.DONE : SuiteStatus.State.NONE;
    }
}
