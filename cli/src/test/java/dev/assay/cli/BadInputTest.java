package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.exit.ExitCode;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a command line or its files is said before anything is started. */
class BadInputTest {

    private static final String GOOD_LINE =
            "{\"task_id\": \"shout\", \"solution\": \"def shout(t): return t.upper()\"}\n";

    @TempDir
    Path temporary;

    private SmallSuite suite;
    private Path answers;
    private Path dataDir;

    @BeforeEach
    void writeFiles() {
        suite = new SmallSuite(temporary.resolve("small"));
        answers = SmallSuite.write(temporary.resolve("answers.jsonl"), GOOD_LINE);
        dataDir = temporary.resolve("data");
    }

    private Invocation run(String suite, String subject, String... more) {
        String[] args = {"run", suite, "--subject", subject, "--data-dir", dataDir.toString()};
        Invocation invocation = Invocation.of(concat(args, more));
        assertThat(dataDir).doesNotExist();
        return invocation;
    }

    private static String[] concat(String[] first, String... second) {
        return java.util.stream.Stream.of(first, second)
                .flatMap(java.util.Arrays::stream)
                .toArray(String[]::new);
    }

    @Test
    void withoutArgumentsTheUsageIsTold() {
        Invocation.of().isRefused(ExitCode.BAD_INPUT, "Usage: assay", "demo");
    }

    @Test
    void helpAndVersionAreResults() {
        assertThat(Invocation.of("--help").out()).contains("Usage: assay");
        assertThat(Invocation.of("run", "--help").out()).contains("--subject", "Exit codes");
        assertThat(Invocation.of("--version").out()).startsWith("assay ");
    }

    @Test
    void unknownCommandIsRefusedWithWhatMayBeMeant() {
        Invocation.of("rum").isRefused(ExitCode.BAD_INPUT, "'rum'", "Did you mean", "assay run");
    }

    @Test
    void unknownOptionIsRefusedWithWhatMayBeMeant() {
        run(suite.path(), "a=replay:" + answers, "--smaples", "3")
                .isRefused(ExitCode.BAD_INPUT, "'--smaples'", "--samples", "see: assay run --help");
    }

    @Test
    void subjectMustBeGiven() {
        Invocation.of("run", suite.path()).isRefused(ExitCode.BAD_INPUT, "--subject");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nowhere", "nowhere/suite", "humaneval:nowhere.jsonl", "nowhere.jsonl"})
    void missingSuiteIsNamed(String missing) {
        run(missing, "a=replay:" + answers).isRefused(ExitCode.BAD_INPUT, "nowhere", "no such");
    }

    @Test
    void everyFaultOfASuiteIsNamedByFileLineAndField() {
        SmallSuite.write(Path.of(suite.path(), "suite.yaml"), "name: small\nversion: \"1.0\"\nwieghts: {}\n");
        suite.task("shout", SmallSuite.SHOUT.replace("category:", "categroy:"));

        Invocation invocation = run(suite.path(), "a=replay:" + answers);

        invocation.isRefused(
                ExitCode.BAD_INPUT, "suite.yaml:3: wieghts", "shout.yaml:2: categroy", "did you mean 'category'");
        Invocation.of("suites", "validate", suite.path(), "--data-dir", dataDir.toString())
                .isRefused(ExitCode.BAD_INPUT, "suite.yaml:3: wieghts", "shout.yaml:2: categroy");
    }

    @Test
    void malformedLineOfADataFileIsNamed() {
        String good = IntStream.range(0, 16).mapToObj(BadInputTest::problem).collect(Collectors.joining());
        Path file = SmallSuite.write(temporary.resolve("problems.jsonl"), good + "{\"task_id\": \n");

        run("humaneval:" + file, "a=replay:" + answers).isRefused(ExitCode.BAD_INPUT, file + ":17: ");
    }

    private static String problem(int number) {
        return """
                {"task_id": "HumanEval/%d", "prompt": "def f(x):\\n", "entry_point": "f", \
                "canonical_solution": "    return x\\n", "test": "def check(candidate):\\n    assert candidate(1) == 1\\n"}
                """.formatted(number);
    }

    @Test
    void malformedLineOfARecordingIsNamed() {
        SmallSuite.write(answers, GOOD_LINE.repeat(16) + "{\"task_id\": \"shout\", \"solution\"\n");

        run(suite.path(), "a=replay:" + answers).isRefused(ExitCode.BAD_INPUT, answers + ":17: ");
    }

    @Test
    void recordedAnswerForNoTaskIsNamed() {
        SmallSuite.write(answers, GOOD_LINE + "{\"task_id\": \"whisper\", \"solution\": \"pass\"}\n");

        run(suite.path(), "a=replay:" + answers).isRefused(ExitCode.BAD_INPUT, answers + ":2: ", "whisper");
    }

    @Test
    void missingRecordingIsNamed() {
        run(suite.path(), "a=replay:nowhere.jsonl").isRefused(ExitCode.BAD_INPUT, "nowhere.jsonl");
        run(suite.path(), "a=replay:" + temporary).isRefused(ExitCode.BAD_INPUT, temporary.toString());
    }

    @Test
    void faultOfTheSecondRecordingLeavesNothingOfTheFirst() {
        Path bad = SmallSuite.write(temporary.resolve("bad.jsonl"), "[]\n");

        run(suite.path(), "a=replay:" + answers, "--subject", "b=replay:" + bad)
                .isRefused(ExitCode.BAD_INPUT, bad + ":1: ");
    }

    @Test
    void unknownProviderIsRefused() {
        run(suite.path(), "a=opanai:gpt").isRefused(ExitCode.BAD_INPUT, "unknown provider", "replay:FILE");
    }

    @Test
    void twoSubjectsOfOneNameAreRefused() {
        run(suite.path(), "a=replay:" + answers, "--subject", "a=replay:" + answers)
                .isRefused(ExitCode.BAD_INPUT, "--subject", "two subjects have the name 'a'");
    }

    @ParameterizedTest
    @CsvSource({
        "--k, 0",
        "--k, 'x,1'",
        "--samples, 0",
        "--samples, many",
        "--min-coverage, 1.5",
        "--min-coverage, NaN",
        "--tasks, whisper",
        "--tasks, first:0",
        "--tasks, first:x",
        "--tasks, ''",
        "--category, poetry",
        "--tag, none",
        "--concurrency, 0",
        "--isolation, FORTRESS",
        "--color, pink",
        "--seed, x",
        "--server, localhost:8080",
        "--server, 'http://a b'",
        "--token, 'a b'"
    })
    void badValueOfAnOptionIsNamed(String option, String value) {
        run(suite.path(), "a=replay:" + answers, option, value).isRefused(ExitCode.BAD_INPUT, option);
    }

    @Test
    void badRunIdIsRefusedByAllCommandsThatTakeOne() {
        for (String command : new String[] {"report", "resume", "cancel"}) {
            Invocation.of(command, "a/b", "--data-dir", dataDir.toString()).isRefused(ExitCode.BAD_INPUT, "RUN");
            assertThat(dataDir).doesNotExist();
        }
    }

    @Test
    void badLimitIsRefused() {
        Invocation.of("runs", "--limit", "0", "--data-dir", dataDir.toString())
                .isRefused(ExitCode.BAD_INPUT, "--limit");
        assertThat(dataDir).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/proc/results", "/dev/null/results", "/dev/null"})
    void resultsThatCannotBeWrittenAreKnownBeforeTheRun(String folder) {
        run(suite.path(), "a=replay:" + answers, "--out", folder).isRefused(ExitCode.BAD_INPUT, "--out " + folder);
    }

    @Test
    void refusedRunMakesNoResultFolder() {
        Path out = temporary.resolve("out");

        run(suite.path(), "a=replay:" + answers, "--out", out.toString(), "--server", "http://127.0.0.1:1")
                .isRefused(ExitCode.UNAVAILABLE, "http://127.0.0.1:1");

        assertThat(out).doesNotExist();
    }
}
