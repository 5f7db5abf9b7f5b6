package dev.assay.wire.rest;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Turns every exception of a request into a problem. */
public class ProblemMapper {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);
    private static final int BAD_REQUEST = 400;
    private static final int SERVER_ERROR = 500;

    @ServerExceptionMapper
    Response problem(ProblemException e) {
        return e.problem().response();
    }

    @ServerExceptionMapper
    Response unreadableBody(MismatchedInputException e) {
        return unreadable(e);
    }

    @ServerExceptionMapper
    Response unreadableBody(JacksonException e) {
        return unreadable(e);
    }

    @ServerExceptionMapper
    Response unreadableBody(UncheckedIOException e) {
        JacksonException fault = jacksonFault(e);
        return fault == null ? defect(e) : unreadable(fault);
    }

    @ServerExceptionMapper
    Response refused(WebApplicationException e) {
        Response told = e.getResponse();
        JacksonException fault = jacksonFault(e);
        if (fault != null && told.getStatus() == BAD_REQUEST) {
            return unreadable(fault);
        }
        if (told.hasEntity()) {
            return told;
        }
        if (told.getStatus() >= SERVER_ERROR) {
            LOG.error("request failed", e);
        }
        return new Problem(told.getStatus(), title(told), String.valueOf(e.getMessage())).response(told);
    }

    @ServerExceptionMapper
    Response defect(Throwable e) {
        LOG.error("request failed", e);
        return new Problem(SERVER_ERROR, "Internal error", "this is a defect of the service; its log says more")
                .response();
    }

    private static Response unreadable(JacksonException e) {
        String where = e.getLocation() == null || e.getLocation().getLineNr() < 1
                ? ""
                : " (line %d, column %d)"
                        .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
        String field =
                e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()
                        ? " at " + mapping.getPathReference()
                        : "";
        return new Problem(BAD_REQUEST, "Unreadable body", e.getOriginalMessage() + field + where).response();
    }

    private static @Nullable JacksonException jacksonFault(Throwable thrown) {
        for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof JacksonException fault) {
                return fault;
            }
        }
        return null;
    }

    private static String title(Response told) {
        return told.getStatusInfo().getReasonPhrase();
    }
}
