package dev.assay.orchestrator;

import static dev.assay.orchestrator.RestApi.act;
import static dev.assay.orchestrator.RestApi.open;
import static dev.assay.orchestrator.RestApi.post;
import static dev.assay.orchestrator.RestApi.register;
import static dev.assay.orchestrator.run.Requests.replay;
import static dev.assay.orchestrator.run.Requests.run;
import static dev.assay.orchestrator.suite.SuiteDocuments.retired;
import static dev.assay.orchestrator.suite.SuiteDocuments.suite;
import static dev.assay.orchestrator.suite.SuiteDocuments.task;
import static dev.assay.orchestrator.suite.SuiteDocuments.unreferenced;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.assay.contracts.id.Digest;
import dev.assay.contracts.json.Json;
import dev.assay.contracts.run.RunRecord;
import dev.assay.contracts.run.RunRequest;
import dev.assay.contracts.suite.SuiteDocument;
import dev.assay.contracts.suite.TaskDocument;
import dev.assay.orchestrator.suite.SuiteContents;
import dev.assay.orchestrator.suite.SuiteTask;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
class RestTest {
    @Test
    void suiteIsCreatedOnceAndFoundByDigestAndByName() {
        SuiteDocument suite = suite("found", Map.of(), task("found-1"), unreferenced("found-2"), retired("found-3"));

        String digest = post("/orchestrator/suites", Json.bytes(suite))
                .statusCode(201)
                .body("created", equalTo(true), "tasks", equalTo(2), "validation.state", equalTo("NONE"))
                .extract()
                .path("digest");
        post("/orchestrator/suites", Json.bytes(suite)).statusCode(200).body("created", equalTo(false));

        get("/orchestrator/suites/" + digest).statusCode(200).body("name", equalTo("found"));
        get("/orchestrator/suites/found@1.0").statusCode(200).body("digest", equalTo(digest));
        get("/orchestrator/suites/found").statusCode(200).body("digest", equalTo(digest));
        get("/orchestrator/suites").statusCode(200).body("digest", hasItem(digest));
    }

    @Test
    void packedSuiteIsTheSameSuite() throws IOException {
        SuiteDocument suite = suite(task("packed"));

        postPacked(Json.bytes(suite))
                .statusCode(201)
                .body("digest", equalTo(SuiteContents.of(suite).digest().hex()));
    }

    @Test
    void bodyThatUnpacksToMoreThanTheLimitIsRefused() throws IOException {
        problem(postPacked(new byte[65 * 1024 * 1024]), 413, "larger than 64 MiB");
    }

    @Test
    void suiteOfManyMegabytesIsAccepted() {
        TaskDocument[] tasks = IntStream.range(0, 12)
                .mapToObj(no -> unreferenced("large-" + no))
                .toArray(TaskDocument[]::new);
        String context = "x".repeat(12 * 1024 * 1024);

        post("/orchestrator/suites", Json.bytes(suite("large", Map.of(Digest.of(context), context), tasks)))
                .statusCode(201)
                .body("tasks", equalTo(12));
    }

    @Test
    void blobsAreServedEachOnItsOwnPathAndForEver() {
        TaskDocument task = task("blobs");
        SuiteTask digests = SuiteContents.of(suite(task)).tasks().getFirst();
        register(suite(task));

        byte[] prompt = get("/orchestrator/blobs/prompts/" + digests.promptDigest())
                .statusCode(200)
                .header("Cache-Control", containsString("immutable"))
                .extract()
                .asByteArray();
        assertThat(Digest.of(prompt)).isEqualTo(digests.promptDigest());
        get("/orchestrator/blobs/judges/" + digests.judgeDigest()).statusCode(200);
        get("/orchestrator/blobs/prompts/" + digests.reference()).statusCode(200);
        problem(get("/orchestrator/blobs/prompts/" + digests.judgeDigest()), 404, "no content with the digest");
        problem(get("/orchestrator/blobs/prompts/no-digest"), 404, "no-digest");
    }

    @Test
    void unreadableBodyNamesTheField() {
        problem(post("/orchestrator/suites", "{".getBytes(StandardCharsets.UTF_8)), 400, "Unexpected end-of-input");
        problem(post("/orchestrator/suites", new byte[0]), 400, "the body is empty");
        RunRequest request = run(register(suite(task("field"))), null, false, replay("m", 1));
        problem(opened(Json.text(request).replace("\"k\":[1]", "\"k\":[0]")), 400, "k needs at least one value");
        problem(
                opened(Json.text(request).replace("\"samplesPerTask\":1", "\"samplesPerTask\":\"many\"")),
                400,
                "samplesPerTask: ");
        problem(opened(Json.text(request).replace("\"seed\":7", "\"sed\":7")), 400, "seed");
    }

    @Test
    void contradictionsAreNamed() {
        Digest suite = register(suite(task("named")));
        problem(opened(run(Digest.of("none"), null, false, replay("m", 1))), 404, "no suite '");
        problem(opened(run(suite, List.of(), false, replay("m", 1))), 400, "the selection is empty");
        problem(opened(run(suite, List.of("nope"), false, replay("m", 1))), 400, "no task 'nope'");
        problem(opened(run(suite, null, false, replay("m", 0))), 400, "samplesPerTask of 'm'");
        problem(post("/orchestrator/suites", Json.bytes(suite(retired("gone")))), 400, "none of them is active");
        problem(
                post("/orchestrator/suites/" + register(suite(unreferenced("bare"))) + "/validation"),
                400,
                "nothing to validate");
    }

    @Test
    void whatIsNotThereIsAProblem() {
        problem(get("/orchestrator/suites/none@1"), 404, "no suite 'none@1'");
        problem(get("/orchestrator/suites/none"), 404, "no suite 'none'");
        problem(get("/orchestrator/runs/none"), 404, "no run 'none'");
        problem(get("/orchestrator/runs/NONE"), 404, "NONE");
        problem(post("/orchestrator/runs/none/cancel"), 404, "no run 'none'");
        problem(get("/orchestrator/runs?limit=0"), 400, "limit must be from 1");
    }

    @Test
    void transitionThatItsStateDoesNotAllowIsAConflict() {
        RunRecord run = open(run(register(suite(task("conflict"))), null, false, replay("m", 1)));
        String path = "/orchestrator/runs/" + run.runId();

        problem(post(path + "/resume"), 409, "is running and cannot be resumed");
        problem(post(path + "/pause?reason=TIRED"), 400, "reason must be one of [INTERRUPTED, BUDGET], got TIRED");
        act(run.runId(), "pause");
        problem(post(path + "/pause"), 409, "is paused and cannot be paused");
        act(run.runId(), "cancel");
        problem(post(path + "/cancel"), 409, "is cancelled and cannot be cancelled");
        problem(post(path + "/resume"), 409, "is cancelled and cannot be resumed");
        get("/orchestrator/runs?limit=1000")
                .statusCode(200)
                .body("runId", hasItem(run.runId().value()));
    }

    @Test
    void validationCanBeAskedForAndIsNotStartedTwice() {
        Digest suite = register(suite(task("asked")));

        String first = post("/orchestrator/suites/" + suite + "/validation")
                .statusCode(202)
                .body("purpose", equalTo("VALIDATION"))
                .extract()
                .path("runId");
        post("/orchestrator/suites/" + suite + "/validation").statusCode(202).body("runId", equalTo(first));
        get("/orchestrator/suites/" + suite)
                .body("validation.state", equalTo("RUNNING"), "validation.run", equalTo(first));
        post("/orchestrator/runs/" + first + "/cancel").statusCode(200);
    }

    @Test
    void serviceIsReadyWhenItsRunsAreKnown() {
        get("/q/health/ready")
                .statusCode(200)
                .body("checks.name", hasItem("orchestrator"), "checks.name", hasItem("runs read to the end"));
    }

    private static ValidatableResponse postPacked(byte[] json) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(json);
        }
        return given().contentType("application/json")
                .header("Content-Encoding", "gzip")
                .body(packed.toByteArray())
                .post("/orchestrator/suites")
                .then();
    }

    private static ValidatableResponse get(String path) {
        return given().get(path).then();
    }

    private static ValidatableResponse opened(RunRequest request) {
        return post("/orchestrator/runs", Json.bytes(request));
    }

    private static ValidatableResponse opened(String request) {
        return post("/orchestrator/runs", request.getBytes(StandardCharsets.UTF_8));
    }

    private static void problem(ValidatableResponse response, int status, String detail) {
        response.statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status), "detail", containsString(detail));
    }
}
