package dev.assay.orchestrator.run;

import static dev.assay.orchestrator.run.Requests.replay;
import static dev.assay.orchestrator.run.Requests.run;
import static dev.assay.orchestrator.suite.SuiteDocuments.retired;
import static dev.assay.orchestrator.suite.SuiteDocuments.suite;
import static dev.assay.orchestrator.suite.SuiteDocuments.task;
import static dev.assay.orchestrator.suite.SuiteDocuments.unreferenced;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.contracts.id.SubjectName;
import dev.assay.contracts.run.Provider;
import dev.assay.contracts.run.RunPlan;
import dev.assay.contracts.run.RunPlan.PlannedTask;
import dev.assay.contracts.run.RunRequest;
import dev.assay.contracts.run.RunRequest.SubjectRequest;
import dev.assay.contracts.suite.SuiteDocument;
import dev.assay.orchestrator.suite.Suite;
import dev.assay.orchestrator.suite.SuiteContents;
import dev.assay.orchestrator.suite.SuiteHead;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanningTest {
    private final Suite suite = registered(suite(task("b"), task("a"), unreferenced("c"), retired("old")));

    @Test
    void withoutASelectionAllActiveTasksArePlannedInTheSuitesOrder() {
        RunPlan plan = Planning.plan(run(suite.digest(), null, false, replay("m", 1)), suite);

        assertThat(plan.tasks()).extracting(task -> task.id().value()).containsExactly("b", "a", "c");
        assertThat(plan.suiteTasks()).isEqualTo(3);
        assertThat(plan.weights()).isEqualTo(Map.of("pass@1", 1.0));
        assertThat(plan.tasks()).extracting(PlannedTask::groups).containsOnly(List.of("tests"));
    }

    @Test
    void selectionIsPlannedInTheSuitesOrder() {
        RunPlan plan = Planning.plan(run(suite.digest(), List.of("a", "b"), false, replay("m", 1)), suite);

        assertThat(plan.tasks()).extracting(task -> task.id().value()).containsExactly("b", "a");
        assertThat(plan.suiteTasks()).isEqualTo(3);
    }

    @Test
    void emptySelectionIsRefused() {
        refused(run(suite.digest(), List.of(), false, replay("m", 1)), "tasks: the selection is empty");
    }

    @Test
    void unknownTaskIsNamed() {
        refused(run(suite.digest(), List.of("a", "zz", "z"), false, replay("m", 1)), "no task 'z' (and lacks 1 more)");
    }

    @Test
    void retiredTaskIsRefused() {
        refused(run(suite.digest(), List.of("old"), false, replay("m", 1)), "'old' is retired");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void fewerThanOneSamplePerTaskIsRefused(int samples) {
        refused(run(suite.digest(), null, false, replay("m", samples)), "samplesPerTask of 'm' must be at least 1");
    }

    @Test
    void moreSamplesThanCanBeCountedAreRefused() {
        refused(run(suite.digest(), null, false, replay("m", 50_000_000)), "more than the 100000000 of one run");
    }

    @Test
    void runWithoutSubjectsIsRefused() {
        refused(run(suite.digest(), null, false), "subjects: a run needs at least one");
    }

    @Test
    void twoSubjectsOfOneNameAreRefused() {
        refused(run(suite.digest(), null, false, replay("m", 1), replay("m", 2)), "two are named 'm'");
    }

    @Test
    void subjectThatAnswersWithReferencesNeedsThemAll() {
        SubjectRequest reference =
                new SubjectRequest(new SubjectName("ref"), new Provider.Reference(), 1, null, Map.of());

        refused(run(suite.digest(), null, false, reference), "task 'c' has none");
        assertThat(Planning.plan(run(suite.digest(), List.of("a"), false, reference), suite)
                        .tasks())
                .hasSize(1);
    }

    private void refused(RunRequest request, String message) {
        assertThatThrownBy(() -> Planning.plan(request, suite))
                .isInstanceOf(InvalidRunException.class)
                .hasMessageContaining(message);
    }

    private static Suite registered(SuiteDocument document) {
        SuiteContents contents = SuiteContents.of(document);
        return new Suite(
                1,
                contents.digest(),
                document.project(),
                document.name(),
                document.version(),
                document.format(),
                new SuiteHead(null, null, document.weights(), document.tolerances(), List.of(), null, List.of()),
                contents.tasks());
    }
}
