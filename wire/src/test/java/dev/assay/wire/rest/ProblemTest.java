package dev.assay.wire.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.assay.wire.EmbeddedStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(EmbeddedStack.class)
class ProblemTest {

    private static final String ORDER = "{\"name\":\"n\",\"count\":1,\"notes\":[]}";

    @ParameterizedTest
    @ValueSource(strings = {"/trouble", "/trouble/read"})
    void soundBodyIsTaken(String path) {
        json(ORDER).post(path).then().statusCode(200).body("count", equalTo(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/trouble", "/trouble/read"})
    void bodyThatIsNoJsonIsToldWithItsPlace(String path) {
        problem(json("{\"name\":\"n\",\n  count").post(path), 400, "Unreadable body", "line 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/trouble", "/trouble/read"})
    void missingFieldIsNamed(String path) {
        problem(json("{\"name\":\"n\",\"notes\":[]}").post(path), 400, "Unreadable body", "'count'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/trouble", "/trouble/read"})
    void fieldOfAnotherTypeIsNamed(String path) {
        problem(
                json("{\"name\":\"n\",\"count\":\"many\",\"notes\":[]}").post(path),
                400,
                "Unreadable body",
                "[\"count\"]");
    }

    @Test
    void exceptionOfAResourceIsToldAsItIs() {
        problem(authorised().get("/trouble/problem"), 409, "Not in this state", "run 7 is CANCELLED");
    }

    @Test
    void refusalsOfTheFrameworkAreProblems() {
        problem(authorised().get("/nowhere"), 404, "Not Found", "");
        problem(authorised().delete("/trouble"), 405, "Method Not Allowed", "");
        problem(authorised().contentType("text/plain").body("x").post("/trouble"), 415, "Unsupported Media Type", "");
        problem(authorised().accept("text/html").get("/trouble/problem"), 406, "Not Acceptable", "");
        problem(authorised().get("/trouble/forbidden"), 403, "Forbidden", "not yours");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/trouble/defect", "/trouble/disk"})
    void defectTellsNothingOfTheInside(String path) {
        authorised()
                .get(path)
                .then()
                .statusCode(500)
                .contentType(Problem.MEDIA_TYPE)
                .body("title", equalTo("Internal error"))
                .body(allOf(not(containsString("secret")), not(containsString("at dev.assay"))));
    }

    private static void problem(Response response, int status, String title, String detail) {
        response.then()
                .statusCode(status)
                .contentType(Problem.MEDIA_TYPE)
                .body("status", equalTo(status))
                .body("title", equalTo(title))
                .body("detail", containsString(detail));
    }

    private static RequestSpecification json(String body) {
        return authorised().contentType("application/json").body(body);
    }

    private static RequestSpecification authorised() {
        return given().header("Authorization", "Bearer opens-everything");
    }
}
