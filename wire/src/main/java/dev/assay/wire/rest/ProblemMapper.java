package dev.assay.wire.rest;

import com.fasterxml.jackson.core.JacksonException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns exceptions of resources into problems. */
public class ProblemMapper {

    @ServerExceptionMapper
    Response problem(ProblemException e) {
        return e.problem().response();
    }

    @ServerExceptionMapper(priority = 1)
    Response unreadableBody(JacksonException e) {
        return new Problem(400, "Unreadable body", e.getOriginalMessage()).response();
    }
}
