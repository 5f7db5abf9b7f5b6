package dev.assay.generator;

import dev.assay.contracts.id.Digest;
import dev.assay.generator.answer.AnswerRegister;
import dev.assay.wire.rest.ProblemException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Serves code that is too long to travel within a message. */
@Path("/generator/blobs/answers")
public class AnswerBlobResource {

    private final AnswerRegister register;

    AnswerBlobResource(AnswerRegister register) {
        this.register = register;
    }

    /** The code with this digest, as UTF-8. */
    @GET
    @Path("{sha256}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public byte[] get(@PathParam("sha256") String sha256) {
        return register.longCode(digest(sha256))
                .orElseThrow(() -> new ProblemException(404, "No such blob", "no long answer has digest " + sha256));
    }

    private static Digest digest(String sha256) {
        try {
            return new Digest(sha256);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(400, "Not a digest", String.valueOf(e.getMessage()));
        }
    }
}
