package dev.assay.wire.rest;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.assay.contracts.id.Digest;
import dev.assay.wire.EmbeddedStack;
import dev.assay.wire.access.BlobKind;
import dev.assay.wire.blob.Shelf;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(EmbeddedStack.class)
class TokenFilterTest {

    private static final byte[] CONTENT = "a secret of its kind".getBytes(UTF_8);
    private static final Digest DIGEST = Digest.of(CONTENT);

    @Inject
    Shelf shelf;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Bearer wrong",
                "Bearer opens-everythin",
                "Bearer opens-everything2",
                "Basic opens-everything",
                "opens-everything",
                "Bearer opens-prompts",
                "Bearer opens-judges"
            })
    void nobodyElseIsLetThrough(String authorization) {
        given().header("Authorization", authorization)
                .get("/trouble/problem")
                .then()
                .statusCode(401)
                .contentType(Problem.MEDIA_TYPE)
                .header("WWW-Authenticate", "Bearer")
                .body("title", equalTo("Not authorised"));
    }

    @Test
    void requestWithoutATokenIsNotLetThrough() {
        given().get("/trouble/problem").then().statusCode(401).contentType(Problem.MEDIA_TYPE);
        given().contentType("application/json")
                .body("{")
                .post("/trouble")
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer opens-everything", "bearer opens-everything"})
    void apiTokenOpensEverything(String authorization) {
        given().header("Authorization", authorization)
                .get("/trouble/problem")
                .then()
                .statusCode(409);
        for (BlobKind kind : BlobKind.values()) {
            shelf.put(kind, CONTENT);
            given().header("Authorization", authorization)
                    .get(kind.path() + DIGEST)
                    .then()
                    .statusCode(200);
        }
    }

    @ParameterizedTest
    @EnumSource
    void tokenOfAKindOpensThatKindOnly(BlobKind kind) {
        for (BlobKind other : BlobKind.values()) {
            shelf.put(other, CONTENT);
            assertThat(status(tokenOf(kind), other.path() + DIGEST)).isEqualTo(kind == other ? 200 : 401);
        }
    }

    static Stream<String> detours() {
        return Stream.of(
                "/orchestrator/blobs/prompts/../judges/" + DIGEST,
                "/orchestrator/blobs/prompts/%2e%2e/judges/" + DIGEST,
                "/orchestrator/blobs/prompts/..%2fjudges/" + DIGEST,
                "/orchestrator/blobs/prompts/;/../judges/" + DIGEST,
                "/orchestrator//blobs/prompts/../judges/" + DIGEST,
                "//orchestrator/blobs/judges/" + DIGEST,
                "/orchestrator/blobs/judges/" + DIGEST + "?x=/orchestrator/blobs/prompts/");
    }

    @ParameterizedTest
    @MethodSource("detours")
    void tokenOfAKindOpensNoOtherByADetour(String path) {
        shelf.put(BlobKind.JUDGE, CONTENT);

        assertThat(status(tokenOf(BlobKind.PROMPT), path)).isBetween(400, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health", "/q/health/live", "/q/health/ready", "/q/health/started"})
    void healthNeedsNoToken(String path) {
        assertThat(given().get(path).statusCode()).isIn(200, 503);
    }

    private static int status(String token, String path) {
        return given().urlEncodingEnabled(false)
                .header("Authorization", "Bearer " + token)
                .get(path)
                .statusCode();
    }

    private static String tokenOf(BlobKind kind) {
        return "opens-" + kind.name().toLowerCase(Locale.ROOT) + "s";
    }
}
