package dev.assay.orchestrator;

import dev.assay.contracts.id.Digest;
import dev.assay.orchestrator.blob.StoredBlobs;
import dev.assay.wire.access.BlobKind;
import dev.assay.wire.rest.ProblemException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Contents by digest: prompts and judges on separate paths, since they are opened by separate tokens. */
@Path("/orchestrator/blobs")
@Produces(MediaType.APPLICATION_OCTET_STREAM)
public class BlobResource {
    private static final int NOT_FOUND = 404;

    private final StoredBlobs blobs;

    BlobResource(StoredBlobs blobs) {
        this.blobs = blobs;
    }

    /** A prompt, a context file or a reference answer. */
    @GET
    @Path("prompts/{digest}")
    public Response prompt(@PathParam("digest") String digest) {
        return blob(BlobKind.PROMPT, digest);
    }

    /** A judge. */
    @GET
    @Path("judges/{digest}")
    public Response judge(@PathParam("digest") String digest) {
        return blob(BlobKind.JUDGE, digest);
    }

    /** A plan. */
    @GET
    @Path("plans/{digest}")
    public Response plan(@PathParam("digest") String digest) {
        return blob(BlobKind.PLAN, digest);
    }

    private Response blob(BlobKind kind, String wanted) {
        byte[] content = blobs.find(kind, digest(wanted)).orElseThrow(() -> unknown(wanted));
        return Response.ok(content)
                .header(HttpHeaders.CACHE_CONTROL, "private, max-age=31536000, immutable")
                .tag(new EntityTag(wanted))
                .build();
    }

    private static Digest digest(String wanted) {
        try {
            return new Digest(wanted);
        } catch (IllegalArgumentException e) {
            throw unknown(wanted);
        }
    }

    private static ProblemException unknown(String wanted) {
        return new ProblemException(NOT_FOUND, "Unknown blob", "there is no content with the digest '" + wanted + "'");
    }
}
