package dev.assay.wire.blob;

import dev.assay.contracts.id.Digest;
import dev.assay.wire.access.BlobKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** Serves blobs where their owners do. */
@Path("/")
@ApplicationScoped
public class Shelf {

    private final Map<String, byte[]> contents = new ConcurrentHashMap<>();
    private final Map<String, Integer> requests = new ConcurrentHashMap<>();
    private volatile CountDownLatch open = new CountDownLatch(0);

    public Digest put(BlobKind kind, byte[] content) {
        Digest digest = Digest.of(content);
        put(kind, digest, content);
        return digest;
    }

    void put(BlobKind kind, Digest digest, byte[] content) {
        contents.put(kind.path() + digest, content);
    }

    public int requests(BlobKind kind, Digest digest) {
        return requests.getOrDefault(kind.path() + digest, 0);
    }

    /** Lets requests wait until the latch is down. */
    void holdUntil(CountDownLatch latch) {
        open = latch;
    }

    @GET
    @Path("/orchestrator/blobs/prompts/{digest}")
    public byte[] prompt(@PathParam("digest") String digest) {
        return get(BlobKind.PROMPT, digest);
    }

    @GET
    @Path("/orchestrator/blobs/judges/{digest}")
    public byte[] judge(@PathParam("digest") String digest) {
        return get(BlobKind.JUDGE, digest);
    }

    @GET
    @Path("/orchestrator/blobs/plans/{digest}")
    public byte[] plan(@PathParam("digest") String digest) {
        return get(BlobKind.PLAN, digest);
    }

    @GET
    @Path("/generator/blobs/answers/{digest}")
    public byte[] answer(@PathParam("digest") String digest) {
        return get(BlobKind.ANSWER, digest);
    }

    private byte[] get(BlobKind kind, String digest) {
        String path = kind.path() + digest;
        requests.merge(path, 1, Integer::sum);
        try {
            open.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        byte[] content = contents.get(path);
        if (content == null) {
            throw new NotFoundException();
        }
        return content;
    }
}
