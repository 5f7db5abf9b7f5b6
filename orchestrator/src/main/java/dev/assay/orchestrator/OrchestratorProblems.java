package dev.assay.orchestrator;

import dev.assay.contracts.json.Json;
import dev.assay.orchestrator.run.IllegalTransitionException;
import dev.assay.orchestrator.run.InvalidRunException;
import dev.assay.orchestrator.run.UnknownRunException;
import dev.assay.orchestrator.suite.InvalidSuiteException;
import dev.assay.orchestrator.suite.UnknownSuiteException;
import dev.assay.wire.rest.Problem;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns this service's own exceptions into problems. */
public class OrchestratorProblems {
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    @ServerExceptionMapper
    public Response unknown(UnknownSuiteException e) {
        return response(NOT_FOUND, "Unknown suite", e);
    }

    @ServerExceptionMapper
    public Response unknown(UnknownRunException e) {
        return response(NOT_FOUND, "Unknown run", e);
    }

    @ServerExceptionMapper
    public Response invalid(InvalidSuiteException e) {
        return response(BAD_REQUEST, "Invalid suite", e);
    }

    @ServerExceptionMapper
    public Response invalid(InvalidRunException e) {
        return response(BAD_REQUEST, "Invalid run", e);
    }

    @ServerExceptionMapper
    public Response conflict(IllegalTransitionException e) {
        return response(CONFLICT, "Not in this state", e);
    }

    private static Response response(int status, String title, RuntimeException e) {
        return Response.status(status)
                .type(Problem.MEDIA_TYPE)
                .entity(Json.text(new Problem(status, title, String.valueOf(e.getMessage()))))
                .build();
    }
}
