package dev.assay.formats.nativesuite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.assay.contracts.suite.Limits;
import dev.assay.contracts.suite.SuiteDocument;
import dev.assay.contracts.suite.SuiteDocument.RubricDimension;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NativeSuiteTest {

    @TempDir
    Path outside;

    private Path folder;
    private SuiteOnDisk suite;

    @BeforeEach
    void setUp() {
        folder = outside.resolve("a suite");
        suite = new SuiteOnDisk(folder);
    }

    @Test
    void everySupportedKeyArrivesInTheDocument() {
        suite.manifest("""
                name: small
                version: "2.4"
                last_updated: "2026-11-21"
                description: A small one.
                categories: {generation: 1}
                weights: {pass@1: 0.6, type_errors: 0.4}
                tolerances: {default: 5, security: 1, "generation/low": 3.5}
                rubric: [{dimension: correctness, weight: 0.6}, {dimension: style, weight: 0.4}]
                limits: {wall_seconds: 20, cpu_seconds: 6.5, memory_mb: 512, output_kb: 64, processes: 8}
                environment: {image: default}
                changelog: [{version: "2.4", date: "2026-11-21", changes: "One task."}]
                """);

        SuiteDocument document = suite.read();

        assertThat(document.name()).isEqualTo("small");
        assertThat(document.version()).isEqualTo("2.4");
        assertThat(document.format()).isEqualTo("native");
        assertThat(document.project()).isEqualTo("default");
        assertThat(document.description()).isEqualTo("A small one.");
        assertThat(document.lastUpdated()).isEqualTo(LocalDate.of(2026, 11, 21));
        assertThat(document.weights()).containsOnly(entry("pass@1", 0.6), entry("type_errors", 0.4));
        assertThat(document.tolerances())
                .containsOnly(entry("default", 5.0), entry("security", 1.0), entry("generation/low", 3.5));
        assertThat(document.rubric())
                .containsExactly(new RubricDimension("correctness", 0.6), new RubricDimension("style", 0.4));
        assertThat(document.image()).isNull();
        assertThat(document.changelog()).hasSize(1);
        assertThat(document.tasks().getFirst().judge().limits()).isEqualTo(new Limits(20, 6.5, 512, 64, 8));
    }

    @Test
    void allFaultsOfAllFilesAreReportedTogetherInOrder() {
        suite.manifest("nme: small\nversion: 1.0\n");
        suite.taskWith("language: python", "lang: python");
        suite.write("tasks/b/broken.yaml", "id: [\n");

        assertThat(suite.faults())
                .containsExactly(
                        "suite.yaml:1: name: is missing",
                        "suite.yaml:1: nme: unknown key 'nme', did you mean 'name'?",
                        "suite.yaml:2: version: must be text; write it in quotes: \"1.0\"",
                        "tasks/add-one.yaml:1: language: is missing",
                        "tasks/add-one.yaml:3: lang: unknown key 'lang'",
                        "tasks/b/broken.yaml:2: not valid YAML: expected the node content, but found '<stream end>'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "categories: {generation: 2} | 3 | categories.generation: says 2, but 1 active tasks have this category",
                "categories: {genration: 1} | 3 | categories.genration: unknown key 'genration', did you mean 'generation'?",
                "weights: {pass@1: 0.5} | 3 | weights: must sum to 1, not 0.5",
                "weights: {pass@1: 0.5, type_error: 0.5} | 3 | weights: unknown component 'type_error', did you mean 'type_errors'?",
                "tolerances: {securty: 1} | 3 | tolerances.securty: 'securty' is no category, tag or category/complexity, did you mean 'security'?",
                "tolerances: {default: -1} | 3 | tolerances.default: must be a number from 0 to 100, not '-1'",
                "rubric: [{dimension: style, weight: 1}, {dimension: style, weight: 1}] | 3 | rubric[1].dimension: 'style' is given twice",
                "environment: {image: python-3.11-numpy} | 3 | environment.image: an image other than 'default' ('python-3.11-numpy') is not supported yet, see docs/suites.md",
                "limits: {processes: many} | 3 | limits.processes: must be an integer from 1 to 100000, not 'many'",
                "changelog: [{changes: x}] | 3 | changelog[0].version: is missing",
                "last_updated: today | 3 | last_updated: must be a date like \"2026-11-21\", not 'today'",
                "limits: 5 | 3 | limits: must be a mapping of keys to values, not an integer",
                "name: again | 3 | name: the key 'name' is given twice (first on line 1)",
            })
    void faultInTheManifestIsNamedByLineAndField(String line, int number, String message) {
        suite.manifest(SuiteOnDisk.MANIFEST + line + "\n");

        assertThat(suite.faults()).containsExactly("suite.yaml:" + number + ": " + message);
    }

    @Test
    void taskOfACategoryThatTheManifestDoesNotListIsRefused() {
        suite.manifest(SuiteOnDisk.MANIFEST + "categories: {repair: 0}\n");

        assertThat(suite.faults())
                .containsExactly("tasks/add-one.yaml:2: category: suite.yaml does not list the category 'generation'");
    }

    @Test
    void retiredTasksAreNotCountedInTheirCategory() {
        suite.manifest(SuiteOnDisk.MANIFEST + "categories: {generation: 1}\n")
                .write("tasks/old.yaml", SuiteOnDisk.TASK.replace("id: add-one", "id: old\nstatus: retired"));

        assertThat(suite.faults()).isEmpty();
    }

    @Test
    void sameIdInTwoFilesIsRefused() {
        suite.write("tasks/copy.yaml", SuiteOnDisk.TASK);

        assertThat(suite.faults())
                .containsExactly("tasks/copy.yaml:1: id: 'add-one' is also the id in "
                        + folder.resolve("tasks/add-one.yaml:1").toString().replace(folder + "/", ""));
    }

    @Test
    void suiteWithoutActiveTaskIsRefused() {
        suite.taskWith("id: add-one", "id: add-one\nstatus: retired");

        assertThat(suite.faults()).containsExactly("suite.yaml:1: name: the suite has no active task");
    }

    @Test
    void folderWithoutManifestIsRefused() throws IOException {
        Files.delete(folder.resolve("suite.yaml"));

        assertThat(suite.faults()).containsExactly("suite.yaml: there is no such file");
    }

    @Test
    void folderWithoutTasksIsRefused() throws IOException {
        Files.delete(folder.resolve("tasks/add-one.yaml"));
        Files.delete(folder.resolve("tasks"));

        assertThat(suite.faults())
                .contains("tasks: there is no such folder in the suite; it holds a file for each task");
    }

    @Test
    void linkOutOfTheFolderIsNotFollowed() throws IOException {
        Path secret = Files.writeString(outside.resolve("secret.yaml"), SuiteOnDisk.TASK.replace("add-one", "secret"));
        Files.createSymbolicLink(folder.resolve("tasks/secret.yaml"), secret);
        Files.createSymbolicLink(folder.resolve("notes.txt"), secret);
        suite.taskWith("language: python", "language: python\ncontext_files: [{path: notes.txt}]");

        assertThat(suite.faults())
                .containsExactly(
                        "tasks/add-one.yaml:4: context_files[0].path: 'notes.txt' leads out of the suite's folder",
                        "tasks/secret.yaml: leads out of the suite's folder");
    }

    @Test
    void manifestThatLinksOutOfTheFolderIsNotRead() throws IOException {
        Path other = Files.writeString(outside.resolve("other.yaml"), SuiteOnDisk.MANIFEST);
        Files.delete(folder.resolve("suite.yaml"));
        Files.createSymbolicLink(folder.resolve("suite.yaml"), other);

        assertThat(suite.faults()).containsExactly("suite.yaml: leads out of the suite's folder");
    }

    @Test
    void fileThatIsNoTaskIsAWarning() {
        suite.write("tasks/notes.json", "{}").write("tasks/README.md", "about").write("tasks/.hidden.yaml", "x");

        assertThat(suite.warnings()).containsExactly("tasks/notes.json: is no .yaml file and is not read as a task");
    }

    @Test
    void manifestThatIsNoTextIsRefused() throws IOException {
        Files.write(
                folder.resolve("suite.yaml"),
                "name: small\ndescription: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(suite.faults()).containsExactly("suite.yaml:2: is not valid UTF-8");
    }

    @Test
    void referenceInThePromptIsRefused() {
        suite.taskWith("its argument plus one.", "its argument plus one.\n\n  def add_one(x):\n      return x + 1");

        assertThat(suite.faults())
                .containsExactly(
                        "tasks/add-one.yaml:10: reference: the whole reference stands in the prompt or a context file");
    }

    @Test
    void referenceInAContextFileIsRefused() {
        suite.write("solution.py", "def add_one(x):\n\n    return x+1\n")
                .taskWith("language: python", "language: python\ncontext_files: [{path: solution.py}]");

        assertThat(suite.faults())
                .containsExactly(
                        "tasks/add-one.yaml:8: reference: the whole reference stands in the prompt or a context file");
    }

    @Test
    void testsInThePromptAreRefusedAndASingleAssertionIsAWarning() {
        String tests = SuiteOnDisk.TASK
                .replace("type: io", "type: tests")
                .replace(
                        "cases: [{input: [1], output: 2}]",
                        "code: \"def check(candidate):\\n  assert candidate(100) == 101\\n  assert candidate(1) == 2\"");
        suite.task(tests.replace("plus one.", "plus one. assert candidate(100) == 101"));
        assertThat(suite.warnings())
                .containsExactly(
                        "tasks/add-one.yaml:10: evaluation: group 'io': the prompt shows one of its assertions:"
                                + " assert candidate(100) == 101");

        suite.task(
                tests.replace(
                        "plus one.",
                        "plus one.\n  def check(candidate):\n      assert candidate(100) == 101\n      assert candidate(1) == 2"));
        assertThat(suite.faults())
                .containsExactly("tasks/add-one.yaml:13: evaluation: the tests of group 'io' stand in the prompt or a"
                        + " context file");
    }
}
