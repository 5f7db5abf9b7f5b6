package dev.assay.reporter;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import dev.assay.contracts.event.RunChanged;
import dev.assay.contracts.event.RunProgressed;
import dev.assay.contracts.event.RunScored;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.run.RunRecord;
import dev.assay.contracts.run.RunState;
import dev.assay.contracts.run.Subject;
import dev.assay.reporter.history.History;
import dev.assay.reporter.history.ScoredRun;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
final class RunReportTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Broker broker;

    @Inject
    History history;

    @Test
    void finishedRunIsReportedInEveryForm() {
        publishFinished("all-forms", 1, "strong", "weak");

        given().get("/reporter/runs/all-forms/report?revision=2")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("run.id", is("all-forms"))
                .body("run.finished_at", is("2026-11-21T11:10:01Z"))
                .body("subjects.name", contains("strong", "weak"))
                .body("subjects[0].scores.'pass@1'.value", is(0.8f))
                .body("subjects[0].scores.'pass@5'.missing", is("n < k for 12 of 65 tasks"));
        when().get("/reporter/runs/all-forms/report.md")
                .then()
                .statusCode(200)
                .contentType("text/markdown")
                .body(containsString("| pass@1 | 80.0 \\[75.0, 85.0\\] |"));
        when().get("/reporter/runs/all-forms/report.txt")
                .then()
                .statusCode(200)
                .contentType("text/plain")
                .body(containsString("80.0 [75.0, 85.0]"));
    }

    @Test
    void reorderedAndRepeatedEventsAndPoisonBetweenThemChangeNothing() {
        publishFinished("orderly", 2, "strong", "weak");
        RunRecord finished = run("disorderly", 3, RunState.FINISHED, 2, "strong", "weak");
        RunRecord running = run("disorderly", 3, RunState.RUNNING, 1, "strong", "weak");

        broker.send(Examples.scored("disorderly", "weak", 1));
        broker.sendGarbage("disorderly");
        broker.send(new RunChanged(finished), new RunChanged(running), new RunChanged(finished));
        broker.send(new RunProgressed(new RunId("disorderly"), Instant.EPOCH, List.of()));
        broker.send(Examples.scored("disorderly", "strong", 1), Examples.scored("disorderly", "weak", 1));

        assertThat(report("disorderly").replace("disorderly", "orderly")).isEqualTo(report("orderly"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(broker.deadKeys()).containsOnlyOnce("disorderly"));
    }

    @Test
    void newestRevisionOfScoresCounts() {
        RunScored second = Examples.scored("rescored", "strong", 2);
        broker.send(new RunChanged(run("rescored", 4, RunState.FINISHED, 2, "strong")));
        broker.send(second, Examples.scored("rescored", "strong", 1));

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        when().get("/reporter/runs/rescored/report").then().body("subjects.revision", contains(2)));
        assertThat(history.find(new RunId("rescored"))).map(ScoredRun::scores).contains(List.of(second));
    }

    @Test
    void textThatPostgresCannotHoldIsKept() {
        RunRecord run = Examples.run(
                "odd-text",
                5,
                RunState.FINISHED,
                2,
                "golden",
                List.of("nul \u0000 and half \ud83d of a rocket"),
                Examples.subject("strong"));
        broker.send(new RunChanged(run), Examples.scored("odd-text", "strong", 1));

        await().atMost(PATIENCE)
                .untilAsserted(() -> when().get("/reporter/runs/odd-text/report.txt")
                        .then()
                        .statusCode(200)
                        .body(containsString("nul ? and half ? of a rocket")));
    }

    @Test
    void reportOfARunningRunSaysThatItIsIncomplete() {
        broker.send(new RunChanged(run("running", 6, RunState.RUNNING, 1, "strong")));

        given().get("/reporter/runs/running/report?revision=1")
                .then()
                .statusCode(200)
                .body("subjects.size()", is(0))
                .body("warnings", hasItem("the run is running: this report is incomplete"));
    }

    @Test
    void reportWaitsForTheRevisionThatTheCallerKnows() throws Exception {
        CompletableFuture<Response> report =
                CompletableFuture.supplyAsync(() -> given().get("/reporter/runs/awaited/report?revision=2"));
        broker.send(new RunChanged(run("awaited", 7, RunState.RUNNING, 1, "strong")));
        await().atMost(PATIENCE).until(() -> history.find(new RunId("awaited")).isPresent());
        assertThat(report).isNotDone();
        broker.send(
                new RunChanged(run("awaited", 7, RunState.FINISHED, 2, "strong")),
                Examples.scored("awaited", "strong", 1));

        report.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .then()
                .statusCode(200)
                .body("run.state", is("FINISHED"))
                .body("subjects.size()", is(1));
    }

    @Test
    void reportWaitsForScoresThatAreStillArriving() throws Exception {
        broker.send(
                new RunChanged(run("arriving", 8, RunState.FINISHED, 2, "strong", "weak")),
                Examples.scored("arriving", "strong", 1));
        await().atMost(PATIENCE).until(() -> history.find(new RunId("arriving")).isPresent());
        CompletableFuture<Response> report =
                CompletableFuture.supplyAsync(() -> given().get("/reporter/runs/arriving/report"));
        assertThat(report).isNotDone();
        broker.send(Examples.scored("arriving", "weak", 1));

        report.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .then()
                .statusCode(200)
                .body("subjects.name", contains("strong", "weak"));
    }

    @Test
    void scoresThatNeverArriveAreNamed() {
        broker.send(
                new RunChanged(run("incomplete", 9, RunState.FINISHED, 2, "strong", "weak")),
                Examples.scored("incomplete", "strong", 1));
        given().get("/reporter/runs/incomplete/report?revision=2")
                .then()
                .statusCode(200)
                .body("subjects.name", contains("strong"))
                .body("warnings", hasItem("weak: its scores have not arrived"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"report", "report.md", "report.txt"})
    void unknownRunIsAProblem(String form) {
        for (String run : List.of("nobody", "No_Run%0A")) {
            given().urlEncodingEnabled(false)
                    .get("/reporter/runs/" + run + "/" + form)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .body("status", is(404))
                    .body("title", equalTo("Unknown run"));
        }
    }

    @Test
    void newestRunsComeFirst() {
        broker.send(
                new RunChanged(run("old", 9_001, RunState.CANCELLED, 1, "strong")),
                new RunChanged(run("newer", 9_003, RunState.CANCELLED, 1, "strong")),
                new RunChanged(run("new", 9_002, RunState.CANCELLED, 1, "strong")));

        await().atMost(PATIENCE)
                .untilAsserted(() -> when().get("/reporter/runs?limit=3")
                        .then()
                        .statusCode(200)
                        .body("runId", contains("newer", "new", "old")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1001", "-1", "ten", "99999999999"})
    void limitOutOfRangeIsAProblem(String limit) {
        given().queryParam("limit", limit)
                .get("/reporter/runs")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", is("limit must be a number from 1 to 1000, got '" + limit + "'"));
    }

    @Test
    void serviceIsReadyWithItsDatabaseItsChannelsAndAllRuns() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> when().get("/q/health/ready")
                        .then()
                        .statusCode(200)
                        .body("status", is("UP"))
                        .body("checks.name", hasItem("runs read to the end"))
                        .body("checks.name", hasItem("Database connections health check")));
    }

    private void publishFinished(String id, int runNo, String... subjects) {
        broker.send(
                new RunChanged(run(id, runNo, RunState.RUNNING, 1, subjects)),
                new RunChanged(run(id, runNo, RunState.FINISHED, 2, subjects)));
        for (String subject : subjects) {
            broker.send(Examples.scored(id, subject, 1));
        }
    }

    private String report(String id) {
        return given().get("/reporter/runs/" + id + "/report?revision=2")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static RunRecord run(String id, int runNo, RunState state, int revision, String... subjects) {
        return Examples.run(
                id,
                runNo,
                state,
                revision,
                List.of(subjects).stream().map(Examples::subject).toArray(Subject[]::new));
    }
}
