package dev.assay.generator;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.assay.contracts.event.Generation;
import dev.assay.contracts.event.Generation.Extraction;
import dev.assay.contracts.event.Part;
import dev.assay.contracts.event.SampleGenerated;
import dev.assay.contracts.event.TaskAssigned;
import dev.assay.contracts.event.VerdictReached;
import dev.assay.contracts.id.Digest;
import dev.assay.contracts.id.SampleId;
import dev.assay.contracts.outcome.NotJudged;
import dev.assay.contracts.outcome.NotJudged.Blame;
import dev.assay.contracts.run.Provider;
import dev.assay.contracts.run.RunState;
import dev.assay.contracts.run.Usage;
import dev.assay.contracts.suite.CodeForm;
import dev.assay.contracts.suite.Reference;
import dev.assay.generator.store.GeneratorStore;
import dev.assay.generator.work.Assignment;
import dev.assay.generator.work.Assignments;
import dev.assay.generator.work.Lease;
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
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
final class RecordedRunTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Broker broker;

    @Inject
    Assignments assignments;

    @Inject
    GeneratorStore store;

    private static Digest upload(String... lines) {
        String digest = given().body(String.join("\n", lines).getBytes(StandardCharsets.UTF_8))
                .contentType("application/x-ndjson")
                .post("/generator/recordings")
                .then()
                .statusCode(200)
                .extract()
                .path("digest");
        return new Digest(digest);
    }

    private TestRun started(Digest recording) {
        TestRun run = new TestRun(new Provider.Replay(recording));
        broker.send(List.of(run.in(RunState.RUNNING)));
        return run;
    }

    private List<SampleGenerated> awaitSamples(TestRun run, int count) {
        await().atMost(PATIENCE).until(() -> broker.samplesOf(run.id()).size() >= count);
        return broker.samplesOf(run.id());
    }

    private int answersOf(TestRun run) {
        return store.jdbi()
                .withHandle(handle -> handle.createQuery("select count(*) from generator.answer where epoch = ?")
                        .bind(0, run.id().value())
                        .mapTo(int.class)
                        .one());
    }

    private int pendingOf(TestRun run) {
        return store.jdbi()
                .withHandle(handle -> handle.createQuery("select count(*) from generator.pending where run_id = ?")
                        .bind(0, run.id().value())
                        .mapTo(int.class)
                        .one());
    }

    @Test
    void recordedAnswersBecomeSamples() {
        Digest recording = upload("""
                {"task":"t/1","completion":"    return 1\\n","model":"coder-1","totalMillis":800,"firstContentMillis":90,\
                "usage":{"input":10,"output":5,"estimated":false}}""", """
                {"task":"t/1","completion":"    return 2","solution":"def one():\\n    return 1"}""");
        TestRun run = started(recording);

        broker.send(run.assign("t/1", 0), "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        broker.send(List.of(run.assign("t/1", 1)));

        List<SampleGenerated> samples = new ArrayList<>(awaitSamples(run, 2));
        samples.sort((one, other) ->
                one.assignment().sampleId().compareTo(other.assignment().sampleId()));
        SampleGenerated first = samples.getFirst();
        assertThat(first.parts())
                .containsExactly(
                        new Part(Part.Type.CODE, "python", CodeForm.COMPLETION, null, "    return 1\n", null, null));
        assertThat(first.generation().extraction()).isEqualTo(Extraction.VERBATIM);
        assertThat(first.generation().returnedModel()).isEqualTo("coder-1");
        assertThat(first.generation().usage()).isEqualTo(new Usage(10, 5, null, null, false));
        assertThat(first.generation().timing()).isEqualTo(new Generation.Timing(null, null, 90L, 800L, 1));
        assertThat(samples.getLast().parts().getFirst().form()).isEqualTo(CodeForm.SOLUTION);
        assertThat(samples.getLast().generation().usage()).isNull();
        assertThat(broker.receivedOf(run.id()))
                .anySatisfy(each -> assertThat(each.traceparent()).contains("0af7651916cd43dd8448eb211c80319c"));
        await().atMost(PATIENCE).until(() -> pendingOf(run) == 0);
    }

    @Test
    void redeliveryPublishesTheStoredAnswerAndStoresNoOther() {
        String[] lines = new String[40];
        for (int at = 0; at < lines.length; at++) {
            lines[at] = "{\"task\":\"t/" + at % 4 + "\",\"completion\":\"    return " + at + "\"}";
        }
        TestRun run = started(upload(lines));
        Random random = new Random(5);
        List<TaskAssigned> deliveries = new ArrayList<>();
        for (int at = 0; at < lines.length; at++) {
            for (int copies = 1 + random.nextInt(5); copies > 0; copies--) {
                deliveries.add(run.assign("t/" + at % 4, at / 4));
            }
        }
        Collections.shuffle(deliveries, random);

        broker.send(deliveries.subList(0, deliveries.size() / 2));
        broker.send(deliveries.subList(deliveries.size() / 2, deliveries.size()));

        await().atMost(PATIENCE).until(() -> digestsBySample(run).size() == lines.length && pendingOf(run) == 0);
        int before = broker.samplesOf(run.id()).size();
        broker.send(deliveries.subList(0, 10));
        awaitSamples(run, before + 1);
        assertThat(digestsBySample(run).values())
                .allSatisfy(digests -> assertThat(digests).hasSize(1));
        assertThat(answersOf(run)).isEqualTo(lines.length);
    }

    private Map<SampleId, Set<Digest>> digestsBySample(TestRun run) {
        return broker.samplesOf(run.id()).stream()
                .collect(Collectors.groupingBy(
                        each -> each.assignment().sampleId(),
                        Collectors.mapping(SampleGenerated::answerDigest, Collectors.toSet())));
    }

    @Test
    void releasedAgainTheSampleCarriesTheNewAttempt() {
        TestRun run = started(upload("{\"task\":\"t\",\"solution\":\"x = 1\"}"));
        Digest prompt = Digest.of("prompt of t");
        broker.send(List.of(run.assign("t", 0, 1, prompt, null)));
        awaitSamples(run, 1);

        broker.send(List.of(run.assign("t", 0, 2, prompt, null)));

        List<SampleGenerated> samples = awaitSamples(run, 2);
        assertThat(samples).extracting(each -> each.assignment().attempt()).contains(1, 2);
        assertThat(samples).extracting(SampleGenerated::answerDigest).containsOnly(Digest.of("x = 1"));
    }

    @Test
    void answerThatWasNotRecordedEndsAsNotJudged() {
        TestRun run = started(upload("{\"task\":\"t\",\"solution\":\"x = 1\"}"));

        broker.send(List.of(run.assign("t", 0), run.assign("t", 1), run.assign("u", 0)));

        await().atMost(PATIENCE).until(() -> broker.verdictsOf(run.id()).size() >= 2);
        assertThat(broker.verdictsOf(run.id()))
                .extracting(VerdictReached::outcome)
                .containsOnly(new NotJudged("ANSWER_MISSING", Blame.RECORDING, false));
        assertThat(broker.verdictsOf(run.id()).getFirst().detail()).isNotNull();
        assertThat(awaitSamples(run, 1)).hasSize(1);
        await().atMost(PATIENCE).until(() -> pendingOf(run) == 0);
    }

    @Test
    void leaseOfACrashedProcessIsTakenOver() {
        TestRun run = new TestRun(new Provider.Replay(upload("{\"task\":\"t\",\"solution\":\"x = 1\"}")));
        assignments.add(List.of(new Assignment(run.assign("t", 0), null)));
        Lease crashed = assignments.lease(run.id(), TestRun.SUBJECT, 10, Duration.ofMillis(500));
        assertThat(crashed.assignments()).hasSize(1);

        broker.send(List.of(run.in(RunState.RUNNING)));

        awaitSamples(run, 1);
        await().atMost(PATIENCE).until(() -> pendingOf(run) == 0);
    }

    @Test
    void whoLostTheLeaseChangesNothing() {
        TestRun run = new TestRun(new Provider.Reference());
        assignments.add(List.of(new Assignment(run.assign("t", 0), null)));
        Lease slow = assignments.lease(run.id(), TestRun.SUBJECT, 10, Duration.ZERO);
        await().atMost(PATIENCE).until(() -> {
            assignments.takeOverExpired();
            return !assignments
                    .lease(run.id(), TestRun.SUBJECT, 10, Duration.ofMinutes(1))
                    .assignments()
                    .isEmpty();
        });

        assignments.done(slow.id(), slow.assignments());

        assertThat(pendingOf(run)).isEqualTo(1);
    }

    @Test
    void pausedRunIsWorkedOnWhenItIsResumed() {
        TestRun run = new TestRun(new Provider.Replay(upload("{\"task\":\"t\",\"solution\":\"x = 1\"}")));
        TestRun other = started(upload("{\"task\":\"other\",\"solution\":\"x = 1\"}"));
        broker.send(List.of(run.in(RunState.PAUSED), run.assign("t", 0)));
        await().atMost(PATIENCE).until(() -> pendingOf(run) == 1);
        broker.send(List.of(other.assign("other", 0)));
        awaitSamples(other, 1);
        assertThat(broker.samplesOf(run.id())).isEmpty();

        broker.send(List.of(run.in(RunState.RUNNING)));

        awaitSamples(run, 1);
    }

    @Test
    void cancelledRunIsForgotten() {
        TestRun run = new TestRun(new Provider.Replay(Digest.of("nothing")));
        broker.send(List.of(run.in(RunState.PAUSED), run.assign("t", 0)));
        await().atMost(PATIENCE).until(() -> pendingOf(run) == 1);

        broker.send(List.of(run.in(RunState.CANCELLED)));

        await().atMost(PATIENCE).until(() -> pendingOf(run) == 0);
        assertThat(broker.samplesOf(run.id())).isEmpty();
        assertThat(broker.verdictsOf(run.id())).isEmpty();
    }

    @Test
    void codeIsExtractedFromChatOnceThePromptCanBeHad() {
        Digest prompt = PromptBlobs.add(TestRun.prompt("import math\n\n\ndef root(x):\n    \"\"\"\"\"\"\n", "root"));
        PromptBlobs.outOfReach(prompt, true);
        TestRun run = started(upload(
                "{\"task\":\"t\",\"answer\":\"Sure:\\n```python\\ndef root(x):\\n    return math.sqrt(x)\\n```\"}",
                "{\"task\":\"t\",\"answer\":\"I cannot help with that.\"}",
                "{\"task\":\"t\",\"solution\":\"needs no prompt\"}"));
        broker.send(List.of(
                run.assign("t", 0, 1, prompt, null),
                run.assign("t", 1, 1, prompt, null),
                run.assign("t", 2, 1, prompt, null)));
        awaitSamples(run, 1);
        assertThat(broker.samplesOf(run.id())).hasSize(1);

        PromptBlobs.outOfReach(prompt, false);

        List<SampleGenerated> samples = new ArrayList<>(awaitSamples(run, 3));
        samples.sort((one, other) ->
                one.assignment().sampleId().compareTo(other.assignment().sampleId()));
        assertThat(samples.getFirst().parts().getFirst().body())
                .isEqualTo("import math\n\n\ndef root(x):\n    return math.sqrt(x)\n");
        assertThat(samples.getFirst().generation().extraction()).isEqualTo(Extraction.FENCED);
        assertThat(samples.get(1).parts()).isEmpty();
        assertThat(samples.get(1).codeDigest()).isNull();
        assertThat(samples.get(1).generation().extraction()).isEqualTo(Extraction.NONE);
    }

    @Test
    void promptThatNobodyHasEndsTheSample() {
        TestRun run = started(upload("{\"task\":\"t\",\"answer\":\"```\\nx = 1\\n```\"}"));

        broker.send(List.of(run.assign("t", 0)));

        await().atMost(PATIENCE).until(() -> !broker.verdictsOf(run.id()).isEmpty());
        assertThat(broker.verdictsOf(run.id()).getFirst().outcome())
                .isEqualTo(new NotJudged("PROMPT_MISSING", Blame.PIPELINE, false));
    }

    @Test
    void referencesAreAnsweredFromTheSuite() {
        Digest reference = PromptBlobs.add(new Reference(CodeForm.COMPLETION, "    return 1\n"));
        TestRun run = new TestRun(new Provider.Reference());
        broker.send(List.of(run.in(RunState.RUNNING)));

        broker.send(List.of(
                run.assign("t", 0, 1, Digest.of("prompt"), reference),
                run.assign("u", 0, 1, Digest.of("prompt"), null)));

        assertThat(awaitSamples(run, 1).getFirst().parts())
                .containsExactly(
                        new Part(Part.Type.CODE, "python", CodeForm.COMPLETION, null, "    return 1\n", null, null));
        await().atMost(PATIENCE).until(() -> !broker.verdictsOf(run.id()).isEmpty());
        assertThat(broker.verdictsOf(run.id()).getFirst().outcome())
                .isEqualTo(new NotJudged("REFERENCE_MISSING", Blame.SUITE, false));
    }

    @Test
    void longCodeTravelsAsABlob() {
        String code = "x = '" + "ä".repeat(Part.INLINE_LIMIT) + "'";
        TestRun run = started(upload("{\"task\":\"t\",\"solution\":\"" + code + "\"}"));

        broker.send(List.of(run.assign("t", 0)));

        Part part = awaitSamples(run, 1).getFirst().parts().getFirst();
        assertThat(part.body()).isNull();
        assertThat(part.blob()).isEqualTo(Digest.of(code));
        String blob = given().get("/generator/blobs/answers/" + part.blob())
                .then()
                .statusCode(200)
                .extract()
                .body()
                .asString();
        assertThat(Digest.of(blob)).isNotNull();
        given().get("/generator/runs/" + run.id() + "/samples").then().statusCode(200);
    }

    @Test
    void poisonIsSetAsideAndTheRestGoesOn() {
        TestRun run = started(upload("{\"task\":\"t\",\"solution\":\"x = 1\"}"));
        broker.sendGarbage("poison-of-" + run.id(), "{not json");

        broker.send(List.of(run.assign("t", 0)));

        awaitSamples(run, 1);
        await().atMost(PATIENCE).until(() -> broker.deadKeys().contains("poison-of-" + run.id()));
    }

    @Test
    void charactersThatDatabasesRefuseAreKept() {
        TestRun run = started(
                upload("{\"task\":\"t\",\"solution\":\"x\\u0000\"}", "{\"task\":\"t\",\"solution\":\"x\\ud800\"}"));

        broker.send(List.of(run.assign("t", 0), run.assign("t", 1)));

        assertThat(awaitSamples(run, 2))
                .extracting(each -> each.parts().getFirst().body())
                .containsExactlyInAnyOrder("x\0", "x\ud800");
    }

    @Test
    void samplesOfARunAreARecordingAgain() {
        Digest prompt = PromptBlobs.add(TestRun.prompt(null, "one"));
        TestRun run = started(upload(
                "{\"task\":\"b\",\"answer\":\"```python\\none = 1\\n```\",\"totalMillis\":7}",
                "{\"task\":\"a\",\"completion\":\"    return 1\"}",
                "{\"task\":\"a\",\"solution\":\"one = 1\"}"));
        broker.send(List.of(run.assign("b", 0, 1, prompt, null), run.assign("a", 0), run.assign("a", 1)));
        awaitSamples(run, 3);

        String lines = given().get("/generator/runs/" + run.id() + "/samples")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(lines.lines().toList())
                .containsExactly(
                        "{\"subject\":\"coder 7b\",\"task_id\":\"a\",\"sample\":0,\"completion\":\"    return 1\","
                                + "\"extraction\":\"VERBATIM\",\"finish\":\"UNKNOWN\",\"answer_digest\":\""
                                + Digest.of("    return 1") + "\"}",
                        "{\"subject\":\"coder 7b\",\"task_id\":\"a\",\"sample\":1,\"solution\":\"one = 1\","
                                + "\"extraction\":\"VERBATIM\",\"finish\":\"UNKNOWN\",\"answer_digest\":\""
                                + Digest.of("one = 1") + "\"}",
                        "{\"subject\":\"coder 7b\",\"task_id\":\"b\",\"sample\":0,"
                                + "\"answer\":\"```python\\none = 1\\n```\",\"extraction\":\"FENCED\","
                                + "\"finish\":\"UNKNOWN\",\"total_ms\":7,\"answer_digest\":\""
                                + Digest.of("```python\none = 1\n```") + "\"}");
        given().get("/generator/runs/no-such-run/samples").then().statusCode(404);
    }
}
