package dev.assay.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.suite.SuiteDocument;
import dev.assay.contracts.suite.TaskDocument;
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

    private ReadSuite read(@Nullable SuiteFormat format, String file) {
        return new SuiteReader().read(new SuiteSource.Data(format, data.resolve(file)));
    }
}
