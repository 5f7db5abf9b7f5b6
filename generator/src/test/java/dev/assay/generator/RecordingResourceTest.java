package dev.assay.generator;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.DecoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
final class RecordingResourceTest {

    private static final String LINES = """
            {"task":"HumanEval/1","completion":"    return 1\\n"}
            {"task":"HumanEval/1","completion":"    return 2\\n"}

            {"task":"HumanEval/2","answer":"no idea"}
            """;

    private static ValidatableResponse upload(String lines) {
        return given().body(lines.getBytes(StandardCharsets.UTF_8))
                .contentType("application/x-ndjson")
                .post("/generator/recordings")
                .then();
    }

    @Test
    void recordingIsCountedAndNamedByItsDigest() {
        String digest = upload(LINES)
                .statusCode(200)
                .body("tasks", equalTo(2), "samples", equalTo(3), "maxSamplesPerTask", equalTo(2))
                .extract()
                .path("digest");

        upload(LINES.replace(
                        "\"task\":\"HumanEval/2\",\"answer\":\"no idea\"",
                        "\"answer\" : \"no idea\", \"task\":\"HumanEval/2\""))
                .statusCode(200)
                .body("digest", equalTo(digest));
    }

    @Test
    void compressedRecordingIsTheSameRecording() throws IOException {
        String digest = upload(LINES).extract().path("digest");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(LINES.getBytes(StandardCharsets.UTF_8));
        }

        given().config(RestAssuredConfig.config()
                        .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()))
                .header("Content-Encoding", "gzip")
                .contentType("application/x-ndjson")
                .body(bytes.toByteArray())
                .post("/generator/recordings")
                .then()
                .statusCode(200)
                .body("digest", equalTo(digest));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "{\"task\":\"t\"}                               | needs one of completion, solution, answer",
                "{\"completion\":\"x\"}                         | task",
                "{\"task\":\"t\",\"completion\":7               | ",
                "not json                                       | Unrecognized token",
                "{\"task\":\"\",\"completion\":\"x\"}           | not a task id",
                "[1]                                            | ",
            })
    void faultNamesItsLine(String fault, String reason) {
        upload("{\"task\":\"t\",\"completion\":\"x\"}\n" + fault.strip() + "\n{\"task\":\"t\",\"completion\":\"x\"}\n")
                .statusCode(400)
                .contentType(startsWith("application/problem+json"))
                .body("title", equalTo("Not a recording"))
                .body("detail", startsWith("line "))
                .body("detail", containsString(reason == null ? "" : reason));
    }

    @Test
    void emptyRecordingIsRefused() {
        upload("\n").statusCode(400).body("detail", containsString("no answer"));
    }

    @Test
    void serviceIsReady() {
        given().get("/q/health/ready").then().statusCode(200);
    }

    @Test
    void unknownBlobIsAProblem() {
        given().get("/generator/blobs/answers/" + "0".repeat(64)).then().statusCode(404);
        given().get("/generator/blobs/answers/xyz").then().statusCode(400);
    }
}
