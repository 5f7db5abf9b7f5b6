package dev.assay.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.cli.exit.CommandFailure;
import dev.assay.cli.exit.ExitCode;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.json.Json;
import dev.assay.contracts.run.RunRecord;
import dev.assay.contracts.run.RunRecord.Quarantine;
import dev.assay.contracts.run.RunRequest;
import dev.assay.contracts.run.RunStatus;
import dev.assay.contracts.suite.SuiteDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The services, in this process or on a cluster; every method throws {@link CommandFailure} if they do not comply. */
public final class ServicesClient implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final int FIRST_ERROR = 400;
    private static final int FIRST_SERVER_ERROR = 500;
    private static final int UNAUTHORISED = 401;
    private static final int FORBIDDEN = 403;

    private final URI base;
    private final Optional<String> token;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    /**
     * @param base URL below which all services answer
     * @param token of the API; empty if none is asked for
     */
    public ServicesClient(URI base, Optional<String> token) {
        this.base = base.toString().endsWith("/") ? base : URI.create(base + "/");
        this.token = token;
    }

    /** The URL below which all services answer. */
    public URI base() {
        return base;
    }

    /** Registers a suite; does nothing to one that is registered. */
    public RegisteredSuite register(SuiteDocument suite) {
        return post("/orchestrator/suites", "application/json", BodyPublishers.ofByteArray(Json.bytes(suite)))
                .as(RegisteredSuite.class);
    }

    /** All registered suites, as the orchestrator lists them. */
    public JsonNode suites() {
        return get("/orchestrator/suites").as(JsonNode.class);
    }

    /** The tasks of a validated suite whose own reference fails. */
    public List<Quarantine> quarantined(RegisteredSuite suite) {
        JsonNode status = get("/orchestrator/suites/" + suite.digest()).as(JsonNode.class);
        return List.of(Json.read(status.path("validation").path("quarantined").toString(), Quarantine[].class));
    }

    /** Uploads recorded answers. */
    public UploadedRecording upload(Path recordedAnswers) {
        try {
            return post("/generator/recordings", "application/x-ndjson", BodyPublishers.ofFile(recordedAnswers))
                    .as(UploadedRecording.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a run. */
    public RunRecord start(RunRequest request) {
        return post("/orchestrator/runs", "application/json", BodyPublishers.ofByteArray(Json.bytes(request)))
                .as(RunRecord.class);
    }

    /** Judges a suite's references; gives the run that does it, or did it. */
    public RunRecord validate(RegisteredSuite suite) {
        return post(
                        "/orchestrator/suites/" + suite.digest() + "/validation",
                        "application/json",
                        BodyPublishers.noBody())
                .as(RunRecord.class);
    }

    /** Where a run stands. */
    public RunStatus status(RunId run) {
        return get("/orchestrator/runs/" + run).as(RunStatus.class);
    }

    /** The newest runs, newest first. */
    public List<RunRecord> runs(int limit) {
        return List.of(get("/orchestrator/runs?limit=" + limit).as(RunRecord[].class));
    }

    /** Pauses a run, so that it can be resumed. */
    public void pause(RunId run) {
        order(run, "pause");
    }

    /** Lets a paused run go on. */
    public RunRecord resume(RunId run) {
        return order(run, "resume");
    }

    /** Gives a run up for good. */
    public RunRecord cancel(RunId run) {
        return order(run, "cancel");
    }

    private RunRecord order(RunId run, String what) {
        return post("/orchestrator/runs/" + run + "/" + what, "application/json", BodyPublishers.noBody())
                .as(RunRecord.class);
    }

    /** {@code report.json}, not older than the record. */
    public String reportJson(RunRecord run) {
        return report(run, "report");
    }

    /** {@code report.md}, not older than the record. */
    public String reportMarkdown(RunRecord run) {
        return report(run, "report.md");
    }

    /** The report for a terminal, not older than the record. */
    public String reportText(RunRecord run) {
        return report(run, "report.txt");
    }

    private String report(RunRecord run, String form) {
        return get("/reporter/runs/" + run.runId() + "/" + form + "?revision=" + run.revision())
                .text();
    }

    /** The lines of {@code verdicts.jsonl}; close the stream. */
    public Stream<String> verdicts(RunId run) {
        return lines("/scorer/runs/" + run + "/verdicts");
    }

    /** The lines of {@code samples.jsonl}; close the stream. */
    public Stream<String> samples(RunId run) {
        return lines("/generator/runs/" + run + "/samples");
    }

    @Override
    public void close() {
        http.close();
    }

    private Reply get(String path) {
        return send(request(path).GET().build(), BodyHandlers.ofByteArray());
    }

    private Reply post(String path, String contentType, BodyPublisher body) {
        return send(request(path).header("Content-Type", contentType).POST(body).build(), BodyHandlers.ofByteArray());
    }

    private Stream<String> lines(String path) {
        HttpResponse<Stream<String>> response = exchange(request(path).GET().build(), BodyHandlers.ofLines());
        if (response.statusCode() >= FIRST_ERROR) {
            try (Stream<String> body = response.body()) {
                throw failure(response.statusCode(), String.join("\n", body.toList()));
            }
        }
        return response.body();
    }

    private Reply send(HttpRequest request, BodyHandler<byte[]> handler) {
        HttpResponse<byte[]> response = exchange(request, handler);
        if (response.statusCode() >= FIRST_ERROR) {
            throw failure(response.statusCode(), new String(response.body(), StandardCharsets.UTF_8));
        }
        return new Reply(response.body());
    }

    private <T> HttpResponse<T> exchange(HttpRequest request, BodyHandler<T> handler) {
        try {
            return http.send(request, handler);
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.UNAVAILABLE,
                    "cannot reach Assay at " + base + " (" + reason(e) + "); is it running, and is the address right?");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(ExitCode.INTERRUPTED, "interrupted");
        }
    }

    private static String reason(IOException e) {
        if (e.getMessage() != null) {
            return e.getMessage();
        }
        return e instanceof ConnectException ? "no connection" : e.getClass().getSimpleName();
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path.substring(1))).timeout(TIMEOUT);
        token.ifPresent(each -> request.header("Authorization", "Bearer " + each));
        return request;
    }

    private CommandFailure failure(int status, String body) {
        if (status == UNAUTHORISED || status == FORBIDDEN) {
            return new CommandFailure(
                    ExitCode.UNAVAILABLE, "Assay at " + base + " refuses this token; set --token or ASSAY_TOKEN");
        }
        if (status >= FIRST_SERVER_ERROR) {
            return new CommandFailure(
                    ExitCode.UNAVAILABLE,
                    "Assay at " + base + " failed: " + detail(body).orElse("HTTP " + status));
        }
        return detail(body)
                .map(detail -> new CommandFailure(ExitCode.BAD_INPUT, detail))
                .orElseGet(() -> noAssay("HTTP " + status));
    }

    private CommandFailure noAssay(String why) {
        return new CommandFailure(
                ExitCode.UNAVAILABLE, "what answers at " + base + " is not this version of Assay (" + why + ")");
    }

    private static Optional<String> detail(String body) {
        try {
            JsonNode problem = Json.read(body, JsonNode.class);
            return problem != null && problem.hasNonNull("detail")
                    ? Optional.of(problem.path("title").asText("Problem") + ": "
                            + problem.path("detail").asText())
                    : Optional.empty();
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private final class Reply {
        private final byte[] body;

        Reply(byte[] body) {
            this.body = body;
        }

        <T> T as(Class<T> type) {
            try {
                return Json.read(body, type);
            } catch (UncheckedIOException e) {
                throw noAssay("its answer is not understood");
            }
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }
}
