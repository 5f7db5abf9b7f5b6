package dev.assay.wire.rest;

import dev.assay.contracts.json.Json;
import jakarta.ws.rs.core.HttpHeaders;
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

    public Response response() {
        return builder().build();
    }

    public Response response(String header, String value) {
        return builder().header(header, value).build();
    }

    /** With the headers of another response, which may tell more, as {@code Allow} does. */
    public Response response(Response other) {
        Response.ResponseBuilder builder = builder();
        other.getHeaders().forEach((name, values) -> {
            if (!name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE)
                    && !name.equalsIgnoreCase(HttpHeaders.CONTENT_LENGTH)) {
                values.forEach(value -> builder.header(name, value));
            }
        });
        return builder.build();
    }

    private Response.ResponseBuilder builder() {
        return Response.status(status).type(MEDIA_TYPE).entity(Json.text(this));
    }
}
