package dev.assay.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.suite.SuiteDocument;
import dev.assay.contracts.suite.TaskDocument;
import dev.assay.formats.dataset.evalplus.EvalPlus;
import dev.assay.formats.dataset.evalplus.EvalPlusProblem;
import dev.assay.formats.dataset.evalplus.Oracle;
import dev.assay.formats.fault.Faults;
import dev.assay.formats.recording.Recording;
import dev.assay.formats.recording.RecordingReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Reads the real public files, which are not part of this repository. */
@EnabledIfEnvironmentVariable(named = "ASSAY_CONFORMANCE_DATA", matches = ".+")
class PublicDataConformanceTest {

    private final Path data = Path.of(Objects.requireNonNullElse(System.getenv("ASSAY_CONFORMANCE_DATA"), "."));

    @Test
    void humanEvalHas164Tasks() {
        ReadSuite suite = read(null, "humaneval/HumanEval.jsonl.gz");

        assertThat(suite.warnings()).isEmpty();
        assertThat(suite.document().format()).isEqualTo("humaneval");
        assertThat(suite.document().tasks())
                .hasSize(164)
                .allSatisfy(task -> assertThat(task.reference()).isNotNull());
    }

    @Test
    void codeGenRecordingHasAHundredSamplesOfEveryTask() {
        SuiteDocument suite =
                read(SuiteFormat.HUMANEVAL, "humaneval/HumanEval.jsonl.gz").document();
        List<Integer> lengths = new ArrayList<>();

        Recording recording = new RecordingReader(
                        suite.tasks().stream().map(TaskDocument::id).toList())
                .read(
                        data.resolve("samples/codegen-16b-mono/humaneval.samples.jsonl.gz"),
                        answer -> lengths.add(
                                Objects.requireNonNull(answer.completion()).length()));

        assertThat(recording.samples()).isEqualTo(16_400);
        assertThat(lengths).hasSize(16_400);
        assertThat(recording.samplesPerTask().values()).containsOnly(100);
        assertThat(recording.missing(
                        suite.tasks().stream().map(TaskDocument::id).toList()))
                .isEmpty();
    }

    @Test
    void mbppHas500TasksWhoseReferencesDefineTheFunctionThatIsTested() {
        ReadSuite suite = read(null, "mbpp/mbpp.jsonl");

        assertThat(suite.document().tasks())
                .hasSize(500)
                .allSatisfy(task -> assertThat(
                                Objects.requireNonNull(task.reference()).code())
                        .containsPattern("(?m)^(def " + task.prompt().entryPoint() + "\\b|"
                                + task.prompt().entryPoint() + " *=)"));
        assertThat(new SuiteReader()
                        .read(new SuiteSource.Data(null, data.resolve("mbpp/mbpp.jsonl")), Extent.ALL)
                        .document()
                        .tasks())
                .hasSize(974);
    }

    @Test
    void humanEvalPlusHasTheCountsOfItsRelease() {
        List<EvalPlusProblem> full =
                EvalPlus.humanEvalPlus(data.resolve("humaneval-plus/HumanEvalPlus.jsonl.gz"), new Faults());
        List<EvalPlusProblem> mini =
                EvalPlus.humanEvalPlus(data.resolve("humaneval-plus/HumanEvalPlus-Mini.jsonl.gz"), new Faults());

        assertThat(full).hasSize(164);
        assertThat(base(full)).isEqualTo(1_570);
        assertThat(plus(full)).isEqualTo(122_683);
        assertThat(mini).hasSize(164);
        assertThat(plus(mini)).isEqualTo(1_107);
        assertThat(full).filteredOn(problem -> problem.tolerance() > 0).hasSize(3);
        assertThat(full)
                .filteredOn(problem -> problem.oracle() != Oracle.REFERENCE)
                .hasSize(1);
    }

    @Test
    void mbppPlusHasTheCountsOfItsRelease() {
        List<EvalPlusProblem> problems =
                EvalPlus.mbppPlus(data.resolve("mbpp-plus/MbppPlus-dev-767efcc.jsonl.gz"), new Faults());

        assertThat(problems).hasSize(399);
        assertThat(base(problems)).isEqualTo(1_236);
        assertThat(plus(problems)).isEqualTo(42_082);
        assertThat(problems).filteredOn(problem -> problem.tolerance() > 0).hasSize(16);
        assertThat(problems)
                .filteredOn(problem -> problem.oracle() != Oracle.REFERENCE)
                .hasSize(15);
    }

    private static int base(List<EvalPlusProblem> problems) {
        return problems.stream()
                .mapToInt(problem -> problem.baseInputs().size())
                .sum();
    }

    private static int plus(List<EvalPlusProblem> problems) {
        return problems.stream()
                .mapToInt(problem -> problem.plusInputs().size())
                .sum();
    }

    private ReadSuite read(@Nullable SuiteFormat format, String file) {
        return new SuiteReader().read(new SuiteSource.Data(format, data.resolve(file)));
    }
}
