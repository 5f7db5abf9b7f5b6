package dev.assay.orchestrator.run;

import static dev.assay.orchestrator.suite.SuiteDocuments.suite;
import static dev.assay.orchestrator.suite.SuiteDocuments.task;
import static dev.assay.orchestrator.suite.SuiteDocuments.unreferenced;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.outcome.Judged;
import dev.assay.contracts.outcome.NotJudged;
import dev.assay.contracts.outcome.NotJudged.Blame;
import dev.assay.contracts.outcome.Outcome;
import dev.assay.contracts.run.RunPlan;
import dev.assay.contracts.run.RunPlan.PlannedTask;
import dev.assay.contracts.run.RunRecord.Quarantine;
import dev.assay.orchestrator.suite.SuiteContents;
import dev.assay.orchestrator.suite.SuiteTask;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ValidationTest {
    private final RunPlan plan = new RunPlan(
            3,
            Map.of(),
            Map.of(),
            SuiteContents.of(suite(task("good"), task("bad"), unreferenced("free"))).tasks().stream()
                    .map(SuiteTask::planned)
                    .toList());

    @Test
    void taskWhoseReferencePassesGetsItsTime() {
        Validation validation = Validation.of(plan, verdicts(Judged.PASSED, 120L, null));

        assertThat(validation.quarantined()).isEmpty();
        assertThat(validation.warnings()).isEmpty();
        assertThat(validation.plan().tasks())
                .extracting(PlannedTask::referenceMillis)
                .containsExactly(5L, 120L, null);
    }

    @ParameterizedTest
    @EnumSource(value = Judged.class, mode = EnumSource.Mode.EXCLUDE, names = "PASSED")
    void taskWhoseReferenceDoesNotPassIsSetAside(Judged outcome) {
        Validation validation = Validation.of(plan, verdicts(outcome, 120L, "assert f(1) == 2"));

        assertThat(validation.quarantined())
                .containsExactly(new Quarantine(
                        new TaskId("bad"), "its reference answer ends as " + outcome + ": assert f(1) == 2"));
        assertThat(validation.plan().tasks().get(1).referenceMillis()).isNull();
    }

    @Test
    void referenceThatCouldNotBeJudgedIsAWarningAndSetsNothingAside() {
        Validation validation =
                Validation.of(plan, verdicts(new NotJudged("SLOT_DIED", Blame.SANDBOX, true), null, null));

        assertThat(validation.quarantined()).isEmpty();
        assertThat(validation.warnings()).singleElement().asString().contains("not validated (1): bad");
    }

    @Test
    void referenceThatNobodyJudgedIsAWarning() {
        Validation validation = Validation.of(plan, Map.of());

        assertThat(validation.quarantined()).isEmpty();
        assertThat(validation.warnings()).singleElement().asString().contains("not validated (2): good, bad");
    }

    private Map<TaskId, ReferenceVerdict> verdicts(Outcome ofBad, @Nullable Long cpuMillis, @Nullable String message) {
        Map<TaskId, ReferenceVerdict> verdicts = new HashMap<>();
        List<PlannedTask> tasks = plan.tasks();
        verdicts.put(tasks.get(0).id(), verdict(tasks.get(0), Judged.PASSED, 5L, null));
        verdicts.put(tasks.get(1).id(), verdict(tasks.get(1), ofBad, cpuMillis, message));
        return verdicts;
    }

    private static ReferenceVerdict verdict(
            PlannedTask task, Outcome outcome, @Nullable Long cpuMillis, @Nullable String message) {
        return new ReferenceVerdict(
                task.taskDigest(), Objects.requireNonNull(task.reference()), outcome, cpuMillis, message);
    }
}
