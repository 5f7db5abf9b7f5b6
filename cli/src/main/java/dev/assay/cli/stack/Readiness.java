package dev.assay.cli.stack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.cli.exit.CommandFailure;
import dev.assay.cli.exit.ExitCode;
import dev.assay.contracts.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Waits until all services say that they are ready. */
final class Readiness {

    private static final Duration INTERVAL = Duration.ofMillis(100);
    private static final int OK = 200;

    private final URI url;

    Readiness(URI base) {
        this.url = base.resolve("/q/health/ready");
    }

    /** @throws CommandFailure with what the services give as the reason, if they are not ready in time or never will be */
    void await(Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        List<String> reasons = List.of();
        try (HttpClient http = HttpClient.newHttpClient()) {
            while (System.nanoTime() < end) {
                HttpResponse<byte[]> response = ask(http);
                if (response != null && response.statusCode() == OK) {
                    return;
                }
                if (response != null) {
                    Answer answer = Answer.of(response.body());
                    if (answer.hopeless()) {
                        throw new CommandFailure(ExitCode.UNAVAILABLE, String.join("\n", answer.reasons()));
                    }
                    reasons = answer.reasons();
                }
                Thread.sleep(INTERVAL);
            }
        }
        throw new CommandFailure(
                ExitCode.UNAVAILABLE,
                "the services are not ready after " + limit.toSeconds() + " s: " + String.join("; ", reasons));
    }

    private @Nullable HttpResponse<byte[]> ask(HttpClient http) throws InterruptedException {
        try {
            return http.send(HttpRequest.newBuilder(url).GET().build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            return null;
        }
    }

    /**
     * @param reasons of the checks that are down
     * @param hopeless whether a check says that waiting is of no use
     */
    private record Answer(List<String> reasons, boolean hopeless) {

        static Answer of(byte[] body) {
            List<String> reasons = new ArrayList<>();
            boolean hopeless = false;
            for (JsonNode check : Json.read(body, JsonNode.class).path("checks")) {
                if (!check.path("status").asText().equals("UP")) {
                    JsonNode reason = check.path("data").path("reason");
                    hopeless |= reason.isTextual();
                    reasons.add(reason.asText(check.path("name").asText()));
                }
            }
            return new Answer(reasons, hopeless);
        }
    }
}
