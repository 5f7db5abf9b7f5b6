package dev.assay.scorer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.contracts.event.EventType;
import dev.assay.contracts.event.RunChanged;
import dev.assay.contracts.event.RunProgressed;
import dev.assay.contracts.event.RunScored;
import dev.assay.contracts.event.VerdictReached;
import dev.assay.contracts.event.VerdictReached.Assurance;
import dev.assay.contracts.event.VerdictReached.JudgeUsed;
import dev.assay.contracts.event.VerdictsStored;
import dev.assay.contracts.event.VerdictsStored.Stored;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.id.SampleId;
import dev.assay.contracts.id.SubjectName;
import dev.assay.contracts.json.Json;
import dev.assay.contracts.outcome.Judged;
import dev.assay.contracts.run.JudgeKind;
import dev.assay.contracts.run.RunState;
import dev.assay.contracts.topic.Topic;
import dev.assay.scorer.example.ExampleRun;
import dev.assay.scorer.example.ExampleVerdict;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
class ScorerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    Config config;

    private Topics topics;

    @BeforeEach
    void open() {
        topics = new Topics(config);
    }

    @AfterEach
    void close() {
        topics.close();
    }

    private void changed(int run, RunState state, int revision) {
        topics.publish(new RunChanged(ExampleRun.run(run, state, revision)));
    }

    private static void eventually(Callable<Boolean> holds) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(holds);
    }

    private List<Stored> stored(int run) {
        return topics.scores(VerdictsStored.class).stream()
                .filter(each -> each.run().equals(new RunId("run-" + run)))
                .flatMap(each -> each.verdicts().stream())
                .toList();
    }

    private Set<SampleId> acknowledged(int run) {
        return stored(run).stream().map(Stored::sampleId).collect(Collectors.toSet());
    }

    private List<RunScored> scored(int run) {
        return topics.scores(RunScored.class).stream()
                .filter(each -> each.run().equals(new RunId("run-" + run)))
                .toList();
    }

    private List<RunScored> judge(int run, List<VerdictReached> verdicts) {
        changed(run, RunState.RUNNING, 1);
        verdicts.forEach(topics::publish);
        int samples =
                (int) verdicts.stream().map(VerdictReached::sampleId).distinct().count();
        eventually(() -> acknowledged(run).size() == samples);
        changed(run, RunState.JUDGED, 2);
        eventually(() -> scored(run).size() == ExampleRun.SUBJECTS.size());
        return scored(run);
    }

    @Test
    void verdictsBecomeAcknowledgementsProgressAndScores() {
        List<RunScored> scored = judge(1, ExampleVerdict.all(1));

        assertThat(scored).extracting(RunScored::subject).containsExactlyElementsOf(ExampleRun.SUBJECTS);
        assertThat(scored).extracting(RunScored::judged).containsExactly(55, 54);
        assertThat(stored(1))
                .filteredOn(each -> each.outcome() == Judged.TIMEOUT)
                .hasSize(5)
                .allSatisfy(each -> assertThat(each.message()).startsWith("AssertionError: expected 1, got"))
                .allSatisfy(each -> assertThat(each.cpuMillis()).isEqualTo(30));
        eventually(() -> topics.scores(RunProgressed.class).stream()
                .anyMatch(each -> each.run().equals(new RunId("run-1"))
                        && each.subjects().getFirst().counts().equals(Map.of("PASSED", 54, "FAILED", 1, "TIMEOUT", 5))
                        && each.subjects().getLast().judged() == 59));
    }

    @Test
    void repeatedAndReorderedVerdictsGiveTheSameScoresToTheByte() {
        List<VerdictReached> shuffled = new ArrayList<>(ExampleVerdict.all(3));
        shuffled.addAll(ExampleVerdict.all(3));
        Collections.shuffle(shuffled, new Random(5));

        List<RunScored> once = judge(2, ExampleVerdict.all(2));
        List<RunScored> repeated = judge(3, shuffled);

        assertThat(bytes(repeated)).isEqualTo(bytes(once).replace("run-2", "run-3"));
    }

    @Test
    void frozenScoresAreNotChangedByLateVerdicts() {
        List<RunScored> frozen = judge(4, ExampleVerdict.all(4));
        VerdictReached late =
                ExampleVerdict.on(ExampleRun.sample(4, 1, 2, 0)).execution("z").reached();

        topics.publish(late);
        eventually(() -> stored(4).stream().anyMatch(each -> each.executionId().equals("z")));
        changed(4, RunState.JUDGED, 3);
        eventually(() -> scored(4).size() == 2 * ExampleRun.SUBJECTS.size());

        assertThat(bytes(scored(4).subList(2, 4))).isEqualTo(bytes(frozen));
        assertThat(verdictLines(4)).contains("\"subject\":\"beta/2\",\"task_id\":\"Example/2\",\"sample\":0");
    }

    private static String bytes(List<RunScored> scored) {
        return new String(Json.canonical(scored), StandardCharsets.UTF_8);
    }

    @Test
    void poisonIsSetAsideAloneWithItsReason() {
        changed(5, RunState.RUNNING, 1);
        topics.publish(Topic.VERDICTS, "k", EventType.VERDICT_REACHED.cloudEventsType(), new byte[] {'{', 'x'});
        topics.publish(verdict(new SampleId(new RunId("run-5"), new SubjectName("nobody"), ExampleRun.taskId(0), 0)));
        topics.publish(verdict(ExampleRun.sample(5, 0, 99, 0)));
        topics.publish(verdict(ExampleRun.sample(5, 0, 0, ExampleRun.SAMPLES)));
        topics.publish(ExampleVerdict.on(ExampleRun.sample(5, 0, 0, 1))
                .judge(new JudgeUsed(JudgeKind.LLM, "nul \u0000", "1", null, null, Assurance.SPLIT))
                .reached());
        ExampleVerdict.all(5).forEach(topics::publish);

        eventually(() ->
                acknowledged(5).size() == 120 && topics.deadLetterReasons().size() >= 5);

        assertThat(topics.deadLetterReasons())
                .anyMatch(reason -> reason.contains("not a dev.assay.verdict.reached.v1"))
                .anyMatch(reason -> reason.endsWith("run run-5 has no subject 'nobody'"))
                .anyMatch(reason -> reason.endsWith("run run-5 has no task 'Example/99'"))
                .anyMatch(reason ->
                        reason.endsWith("run run-5 has 5 samples a task for subject 'alpha', there is no sample 5"))
                .anyMatch(reason -> reason.contains("cannot be stored: ERROR: invalid byte sequence"));
    }

    /** Takes half a minute: for so long a run's record may be late. */
    @Test
    void verdictOfAnUnknownRunIsSetAside() {
        topics.publish(verdict(ExampleRun.sample(404, 0, 0, 0)));

        eventually(
                () -> topics.deadLetterReasons().stream().anyMatch(reason -> reason.endsWith("unknown run run-404")));
    }

    private static VerdictReached verdict(SampleId sample) {
        return ExampleVerdict.on(sample).reached();
    }

    @Test
    void verdictsAreServedAsLinesWithAllTheirKeys() {
        judge(6, ExampleVerdict.all(6));

        List<JsonNode> lines = verdictLines(6)
                .lines()
                .map(line -> Json.read(line, JsonNode.class))
                .toList();

        assertThat(lines).hasSize(120);
        assertThat(lines.getFirst().fieldNames())
                .toIterable()
                .containsExactly(
                        "subject",
                        "task_id",
                        "sample",
                        "stage",
                        "judge",
                        "assurance",
                        "outcome",
                        "detail",
                        "limit_hit",
                        "groups",
                        "measures",
                        "wall_ms",
                        "cpu_ms",
                        "peak_memory_kb",
                        "reused",
                        "isolation");
        assertThat(lines.getFirst().toString())
                .contains("\"groups\":{\"base\":\"PASSED\",\"plus\":\"FAILED\"}", "\"isolation\":\"HOST_NS\"");
        assertThat(lines)
                .filteredOn(line -> line.get("outcome").asText().equals("NOT_JUDGED"))
                .singleElement()
                .satisfies(line -> assertThat(line.at("/detail/type").asText()).isEqualTo("SLOT_DIED"))
                .satisfies(line -> assertThat(line.at("/detail/blame").asText()).isEqualTo("SANDBOX"));
    }

    private static String verdictLines(int run) {
        return given().get("/scorer/runs/run-" + run + "/verdicts")
                .then()
                .statusCode(200)
                .contentType("application/x-ndjson")
                .extract()
                .asString();
    }

    @Test
    void frozenScoresAreServed() {
        List<RunScored> published = judge(7, ExampleVerdict.all(7));

        RunScored[] served = Json.read(
                given().get("/scorer/runs/run-7/scores")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray(),
                RunScored[].class);

        assertThat(bytes(List.of(served))).isEqualTo(bytes(published));
    }

    @Test
    void unknownRunIsAProblem() {
        given().get("/scorer/runs/nothing/verdicts").then().statusCode(404).contentType("application/problem+json");
        given().get("/scorer/runs/NO%20ID/scores").then().statusCode(404);
    }

    @Test
    void isReadyOnceAllRunsAreRead() {
        eventually(() -> given().get("/q/health/ready").statusCode() == 200);
    }
}
