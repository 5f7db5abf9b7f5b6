package dev.assay.formats.nativesuite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.suite.CodeForm;
import dev.assay.contracts.suite.Comparison;
import dev.assay.contracts.suite.Evaluation;
import dev.assay.contracts.suite.Limits;
import dev.assay.contracts.suite.Prompt.Message;
import dev.assay.contracts.suite.Reference;
import dev.assay.contracts.suite.TaskDocument;
import dev.assay.contracts.suite.TaskDocument.Status;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NativeTaskTest {

    @TempDir
    Path folder;

    private SuiteOnDisk suite;

    @BeforeEach
    void setUp() {
        suite = new SuiteOnDisk(folder);
    }

    @Test
    void smallestTaskHasDefaults() {
        TaskDocument task = suite.readTask();

        assertThat(task.id().value()).isEqualTo("add-one");
        assertThat(task.status()).isEqualTo(Status.ACTIVE);
        assertThat(task.prompt().messages())
                .containsExactly(new Message(
                        "user", "Write a Python function `add_one` that returns\nits argument plus one.\n"));
        assertThat(task.prompt().code()).isNull();
        assertThat(task.prompt().entryPoint()).isEqualTo("add_one");
        assertThat(task.judge().promptCode()).isNull();
        assertThat(task.judge().limits()).isEqualTo(Limits.DEFAULT);
        assertThat(task.reference()).isEqualTo(new Reference(CodeForm.SOLUTION, "def add_one(x):\n    return x + 1\n"));
        assertThat(task.meta().version()).isEqualTo(1);
    }

    @Test
    void everySupportedKeyArrivesInTheTask() {
        suite.write("docs/rules.txt", "add_one adds one").task("""
                        id: add-one
                        version: 3
                        status: active
                        category: review
                        subcategory: numeric
                        language: python
                        complexity: low
                        tags: [edge-cases, numbers]
                        tier: 2
                        cluster: increments
                        last_reviewed: "2026-11-21"
                        published_at: "2026-11-20"
                        messages:
                          - {role: system, content: "You write Python."}
                          - {role: user, content: "Write add_one."}
                        context_files: [{path: docs/rules.txt}]
                        criteria: ["adds one"]
                        failure_conditions: []
                        limits: {cpu_seconds: 2.5}
                        stages: []
                        evaluation:
                          - {group: tests, type: tests, entry_point: add_one, code: "def check(candidate):\\n    assert candidate(1) == 2"}
                          - {group: io, type: io, entry_point: add_one, compare: approx, cases: [{input: [1], output: 2.0}]}
                        """);

        TaskDocument task = suite.readTask();

        assertThat(task.meta().version()).isEqualTo(3);
        assertThat(task.meta().category()).isEqualTo("review");
        assertThat(task.meta().subcategory()).isEqualTo("numeric");
        assertThat(task.meta().complexity()).isEqualTo("low");
        assertThat(task.meta().tags()).containsExactly("edge-cases", "numbers");
        assertThat(task.meta().tier()).isEqualTo(2);
        assertThat(task.meta().cluster()).isEqualTo("increments");
        assertThat(task.meta().lastReviewed()).isEqualTo(LocalDate.of(2026, 11, 21));
        assertThat(task.meta().publishedAt()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(task.meta().criteria()).containsExactly("adds one");
        assertThat(task.prompt().messages()).extracting(Message::role).containsExactly("system", "user");
        assertThat(task.prompt().contextFiles()).singleElement().satisfies(file -> {
            assertThat(file.path()).isEqualTo("docs/rules.txt");
            assertThat(suite.read().contextFiles()).containsEntry(file.digest(), "add_one adds one");
        });
        assertThat(task.reference()).isNull();
        assertThat(task.judge().limits().cpuSeconds()).isEqualTo(2.5);
        assertThat(task.judge().groups()).extracting(Evaluation::group).containsExactly("tests", "io");
        assertThat(task.judge().groups().getLast())
                .isInstanceOfSatisfying(
                        Evaluation.Io.class, io -> assertThat(io.compare()).isEqualTo(Comparison.APPROX));
    }

    @Test
    void retiredTaskIsKeptButNotActive() {
        suite.write("tasks/old.yaml", SuiteOnDisk.TASK.replace("id: add-one", "id: old\nstatus: retired"));

        assertThat(suite.read().tasks())
                .extracting(task -> task.id() + " " + task.status())
                .containsExactly("add-one ACTIVE", "old RETIRED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "id: add-one            | idd: add-one | 1 | idd: unknown key 'idd', did you mean 'id'?",
                "category: generation   | category: generatoin | 2 | category: 'generatoin' is not one of generation, completion, refactor, repair, review, search, reasoning, security, pipeline, did you mean 'generation'?",
                "language: python       | language: java | 3 | language: the language 'java' is not supported yet, see docs/suites.md",
                "id: add-one            | id: 'add one' | 1 | id: 'add one' may have only letters, digits and . _ / - and begins with a letter or digit",
                "id: add-one            | id: 12 | 1 | id: must be text; write it in quotes: \"12\"",
                "id: add-one            | id: | 1 | id: is missing",
                "type: io               | type: oi | 12 | evaluation[0].type: 'oi' is not one of tests, io, schema, reference, criteria, findings, ranking, patch",
                "type: io               | type: criteria | 12 | evaluation[0].type: the evaluation type 'criteria' is not supported yet, see docs/suites.md",
                "entry_point: add_one   | entry_point: add-one | 13 | evaluation[0].entry_point: 'add-one' is no name of a function",
                "entry_point: add_one   | entrypoint: add_one | 13 | evaluation[0].entrypoint: unknown key 'entrypoint', did you mean 'entry_point'?",
                "output: 2              | outptu: 2 | 14 | evaluation[0].cases[0].outptu: unknown key 'outptu', did you mean 'output'?",
                "input: [1]             | input: 1 | 14 | evaluation[0].cases[0].input: must be the list of arguments; write [x] for a function of one argument",
                "cases: [{input: [1], output: 2}] | cases: [] | 14 | evaluation[0].cases: needs at least one case",
                "output: 2              | output: .nan | 14 | evaluation[0].cases[0].output: '.nan' is no finite double, which JSON needs; use a tests group for it",
                "output: 2              | output: -0.0 | 14 | evaluation[0].cases[0].output: JSON does not keep the sign of -0.0; use a tests group for it",
                "output: 2              | output: 007 | 14 | evaluation[0].cases[0].output: '007' begins with 0; write 0o… for octal, or leave the 0 out",
                "output: 2              | output: {1: 2} | 14 | evaluation[0].cases[0].output: keys are text in JSON; write \"1\" in quotes, or use a tests group for other keys",
                "group: io              | group: a b | 11 | evaluation[0].group: 'a b' may have only letters, digits and . _ - and at most 50 of them",
                "group: io              | compare: fuzzy | 11 | evaluation[0].compare: 'fuzzy' is not one of exact, approx, unordered",
                "language: python       | `language: python\nsuffix: x` | 4 | suffix: 'suffix' is not supported yet, see docs/suites.md",
                "language: python       | `language: python\nresponse_schema: {}` | 4 | response_schema: 'response_schema' is not supported yet, see docs/suites.md",
                "language: python       | `language: python\nstages: [{name: draft}]` | 4 | stages: a task of several stages is not supported yet, see docs/suites.md",
                "language: python       | `language: python\nsuccess: {measure: recall, at_least: 0.8}` | 4 | success: a graded task is not supported yet, see docs/suites.md",
                "language: python       | `language: python\nmessages: []` | 4 | messages: a task has either 'prompt' or 'messages', not both",
                "language: python       | `language: python\ntier: 4` | 4 | tier: must be an integer from 1 to 3, not '4'",
                "language: python       | `language: python\ntags: [a, a]` | 4 | tags[1]: 'a' is given twice",
                "language: python       | `language: python\ntags: a` | 4 | tags: must be a list, not text",
                "language: python       | `language: python\nstatus: actve` | 4 | status: 'actve' is not one of active, retired, did you mean 'active'?",
                "language: python       | `language: python\nlast_reviewed: 21.11.2026` | 4 | last_reviewed: must be a date like \"2026-11-21\", not '21.11.2026'",
                "language: python       | `language: python\nlimits: {memory_mb: 1}` | 4 | limits.memory_mb: must be an integer from 16 to 1048576, not '1'",
                "language: python       | `language: python\nlimits: {wall_seconds: 0}` | 4 | limits.wall_seconds: must be a number more than 0 and at most 3600, not '0'",
                "language: python       | `language: python\nlimits: {wall_secs: 5}` | 4 | limits.wall_secs: unknown key 'wall_secs', did you mean 'wall_seconds'?",
                "language: python       | `language: python\nvariant_of: {task: add-two, kind: renamed}` | 4 | variant_of: the suite has no task 'add-two', did you mean 'add-one'?",
                "language: python       | `language: python\nvariant_of: {task: add-one, kind: renamed}` | 4 | variant_of: a task is no variant of itself",
                "language: python       | `language: python\ncontext_files: [{path: ../secret.txt}]` | 4 | context_files[0].path: '../secret.txt' must be a path within the suite's folder, with forward slashes",
                "language: python       | `language: python\ncontext_files: [{path: /etc/passwd}]` | 4 | context_files[0].path: '/etc/passwd' must be a path within the suite's folder, with forward slashes",
                "language: python       | `language: python\ncontext_files: [{path: tasks/add-one.yaml}]` | 4 | context_files[0].path: 'tasks/add-one.yaml' belongs to the suite itself and would show a subject how it is judged",
                "language: python       | `language: python\ncontext_files: [{path: none.txt}]` | 4 | context_files[0].path: there is no file 'none.txt' in the suite's folder",
            })
    void faultIsNamedByFileLineAndField(String part, String replacement, int line, String message) {
        suite.taskWith(part, replacement);

        assertThat(suite.faults()).contains("tasks/add-one.yaml:" + line + ": " + message);
    }

    @Test
    void conversationOfSeveralTurnsIsNotSupportedYet() {
        suite.task(
                SuiteOnDisk.TASK.replaceFirst(
                        "prompt: \\|\\R.*\\R.*\\R",
                        "messages: [{role: user, content: add_one}, {role: assistant, content: b}, {role: user, content: c}]\n"));

        assertThat(suite.faults())
                .containsExactly("tasks/add-one.yaml:4: messages: a conversation other than a system message and one"
                        + " user message is not supported yet, see docs/suites.md");
    }

    @Test
    void testsMustDefineCheck() {
        suite.taskWith("type: io", "type: tests")
                .task(SuiteOnDisk.TASK
                        .replace("type: io", "type: tests")
                        .replace("cases: [{input: [1], output: 2}]", "code: \"assert add_one(1) == 2\""));

        assertThat(suite.faults())
                .containsExactly("tasks/add-one.yaml:14: evaluation[0].code: must define check(candidate), which"
                        + " asserts what an answer must fulfil");
    }

    @Test
    void twoGroupsOfOneNameAreRefused() {
        suite.task(SuiteOnDisk.TASK
                + "  - {group: io, type: io, entry_point: add_one, cases: [{input: [2], output: 3}]}\n");

        assertThat(suite.faults())
                .containsExactly("tasks/add-one.yaml:15: evaluation[1].group: two groups of this task are called 'io'");
    }

    @Test
    void promptThatDoesNotNameTheFunctionIsAWarning() {
        suite.taskWith("`add_one`", "");

        assertThat(suite.warnings())
                .containsExactly("tasks/add-one.yaml:4: prompt: does not name 'add_one', the function that is tested");
    }

    @Test
    void wallTimeBelowCpuTimeIsAWarning() {
        suite.taskWith("language: python", "language: python\nlimits: {cpu_seconds: 20}");

        assertThat(suite.warnings())
                .containsExactly("tasks/add-one.yaml:4: limits: wall_seconds (10.0) is less than cpu_seconds (20.0), so"
                        + " the limit of CPU time is never reached");
    }
}
