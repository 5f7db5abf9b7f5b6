package dev.assay.orchestrator;

import static io.restassured.RestAssured.given;

import dev.assay.contracts.id.Digest;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.json.Json;
import dev.assay.contracts.run.RunRecord;
import dev.assay.contracts.run.RunRequest;
import dev.assay.contracts.run.RunStatus;
import dev.assay.contracts.suite.SuiteDocument;
import io.restassured.response.ValidatableResponse;

/** The service as its users see it. */
final class RestApi {
    private RestApi() {}

    static ValidatableResponse post(String path, byte[] json) {
        return given().contentType("application/json").body(json).post(path).then();
    }

    static ValidatableResponse post(String path) {
        return given().post(path).then();
    }

    static Digest register(SuiteDocument suite) {
        return new Digest(
                post("/orchestrator/suites", Json.bytes(suite)).extract().path("digest"));
    }

    static RunRecord open(RunRequest request) {
        return Json.read(
                post("/orchestrator/runs", Json.bytes(request))
                        .statusCode(201)
                        .extract()
                        .asByteArray(),
                RunRecord.class);
    }

    static RunStatus status(RunId run) {
        return Json.read(
                given().get("/orchestrator/runs/" + run)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray(),
                RunStatus.class);
    }

    static RunRecord act(RunId run, String action) {
        return Json.read(
                post("/orchestrator/runs/" + run + "/" + action)
                        .statusCode(200)
                        .extract()
                        .asByteArray(),
                RunRecord.class);
    }
}
