package dev.assay.orchestrator;

import dev.assay.contracts.id.RunId;
import dev.assay.contracts.run.PauseReason;
import dev.assay.contracts.run.RunRecord;
import dev.assay.contracts.run.RunRequest;
import dev.assay.contracts.run.RunStatus;
import dev.assay.orchestrator.ledger.ProgressBoard;
import dev.assay.orchestrator.ledger.RunControl;
import dev.assay.orchestrator.run.RunOpening;
import dev.assay.orchestrator.run.Runs;
import dev.assay.wire.rest.ProblemException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;

/** Runs over REST. */
@Path("/orchestrator/runs")
@Produces(MediaType.APPLICATION_JSON)
public class RunResource {
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int MOST_RUNS = 1_000;

    private final RunOpening opening;
    private final Runs runs;
    private final RunControl control;
    private final ProgressBoard progress;
    private final Orchestration orchestration;

    RunResource(
            RunOpening opening, Runs runs, RunControl control, ProgressBoard progress, Orchestration orchestration) {
        this.opening = opening;
        this.runs = runs;
        this.control = control;
        this.progress = progress;
        this.orchestration = orchestration;
    }

    /** Opens a run. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBody(content = @Content(schema = @Schema(implementation = RunRequest.class)))
    public Response open(byte[] body, @HeaderParam(HttpHeaders.CONTENT_ENCODING) @Nullable String encoding) {
        RunRecord run = opening.open(JsonBody.read(body, encoding, RunRequest.class));
        orchestration.wake();
        return Response.created(URI.create("/orchestrator/runs/" + run.runId()))
                .entity(run)
                .build();
    }

    /**
     * The newest runs, newest first.
     *
     * @param limit 1 to 1,000
     */
    @GET
    public List<RunRecord> list(@QueryParam("limit") @DefaultValue("50") int limit) {
        if (limit < 1 || limit > MOST_RUNS) {
            throw new ProblemException(
                    BAD_REQUEST, "Invalid limit", "limit must be from 1 to " + MOST_RUNS + ", got " + limit);
        }
        return runs.newest(limit);
    }

    /** One run and how far it has come. */
    @GET
    @Path("{run}")
    public RunStatus get(@PathParam("run") String run) {
        return progress.status(id(run));
    }

    /** Gives a run up. */
    @POST
    @Path("{run}/cancel")
    public RunRecord cancel(@PathParam("run") String run) {
        return announced(control.cancel(id(run)));
    }

    /**
     * Stops releasing a run's work.
     *
     * @param reason a {@link PauseReason}
     */
    @POST
    @Path("{run}/pause")
    public RunRecord pause(
            @PathParam("run") String run, @QueryParam("reason") @DefaultValue("INTERRUPTED") String reason) {
        return announced(control.pause(id(run), Choice.of("reason", reason, PauseReason.class)));
    }

    /** Lets a paused run go on. */
    @POST
    @Path("{run}/resume")
    public RunRecord resume(@PathParam("run") String run) {
        return announced(control.resume(id(run)));
    }

    private RunRecord announced(RunRecord run) {
        orchestration.wake();
        return run;
    }

    private static RunId id(String run) {
        try {
            return new RunId(run);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(NOT_FOUND, "Unknown run", String.valueOf(e.getMessage()));
        }
    }
}
