package dev.assay.orchestrator.blob;

import dev.assay.contracts.id.Digest;
import dev.assay.contracts.json.Json;
import dev.assay.orchestrator.database.Database;
import dev.assay.wire.access.BlobKind;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The blobs of this service; they are never changed. */
@Singleton
public class StoredBlobs {
    private final Jdbi jdbi;

    StoredBlobs(Database database) {
        this.jdbi = database.jdbi();
    }

    /** Keeps these; the same content may come again. */
    public void put(Handle handle, Collection<Blob> blobs) {
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO orchestrator.blob (kind, digest, content) VALUES (:kind, :digest, :content)
                ON CONFLICT DO NOTHING""");
        for (Blob blob : new LinkedHashSet<>(blobs)) {
            batch.bind("kind", blob.kind().name())
                    .bind("digest", blob.digest().hex())
                    .bind("content", blob.content())
                    .add();
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    /** Keeps this value as a blob in its canonical form. */
    public Digest put(Handle handle, BlobKind kind, Object value) {
        Blob blob = Blob.of(kind, Json.canonical(value));
        put(handle, java.util.List.of(blob));
        return blob.digest();
    }

    /** The content with this digest. */
    public Optional<byte[]> find(BlobKind kind, Digest digest) {
        return jdbi.withHandle(handle -> find(handle, kind, digest));
    }

    /**
     * The blob with this digest, read as JSON.
     *
     * @throws IllegalStateException if it is not here, though something that is here refers to it
     */
    public <T> T read(Handle handle, BlobKind kind, Digest digest, Class<T> type) {
        return find(handle, kind, digest)
                .map(content -> Json.read(content, type))
                .orElseThrow(() -> new IllegalStateException(kind + " blob " + digest + " is missing"));
    }

    private static Optional<byte[]> find(Handle handle, BlobKind kind, Digest digest) {
        return handle.createQuery("SELECT content FROM orchestrator.blob WHERE kind = :kind AND digest = :digest")
                .bind("kind", kind.name())
                .bind("digest", digest.hex())
                .mapTo(byte[].class)
                .findOne();
    }
}
