package dev.assay.wire.rest;

import dev.assay.contracts.json.Json;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.List;

/** Fails in every way. */
@Path("/trouble")
@Produces(MediaType.APPLICATION_JSON)
public class TroubleResource {

    /** A body. */
    public record Order(String name, int count, List<String> notes) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Order mapped(Order order) {
        return order;
    }

    @POST
    @Path("read")
    @Consumes(MediaType.APPLICATION_JSON)
    public Order read(byte[] body) {
        return Json.read(body, Order.class);
    }

    @GET
    @Path("problem")
    public Order problem() {
        throw new ProblemException(409, "Not in this state", "run 7 is CANCELLED");
    }

    @GET
    @Path("forbidden")
    public Order forbidden() {
        throw new ForbiddenException("not yours");
    }

    @GET
    @Path("defect")
    public Order defect() {
        throw new IllegalStateException("secret of the inside");
    }

    @GET
    @Path("disk")
    public Order disk() {
        throw new UncheckedIOException(new NoSuchFileException("/secret/place"));
    }
}
