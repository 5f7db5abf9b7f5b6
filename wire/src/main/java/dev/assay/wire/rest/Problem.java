package dev.assay.wire.rest;

import dev.assay.contracts.json.Json;
import jakarta.ws.rs.core.Response;

/**
 * An error as RFC 9457 tells it.
 *
 * @param status of HTTP
 * @param title the same for every problem of its kind
 * @param detail what is wrong this time, for people
 */
public record Problem(int status, String title, String detail) {

    /** The media type. */
    public static final String MEDIA_TYPE = "application/problem+json";

    Response response() {
        return Response.status(status).type(MEDIA_TYPE).entity(Json.text(this)).build();
    }
}
