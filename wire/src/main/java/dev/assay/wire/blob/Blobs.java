package dev.assay.wire.blob;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.assay.contracts.id.Digest;
import dev.assay.contracts.json.Json;
import dev.assay.wire.access.AuthConfig;
import dev.assay.wire.access.BlobKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;

/** Contents by digest: fetched once from their owner, verified, kept in memory and, if a folder is set, on disk. */
@ApplicationScoped
public class Blobs {

    /** About what an entry weighs beside its content. */
    private static final int ENTRY_BYTES = 256;

    private final BlobOwners owners;
    private final Optional<BlobFolder> folder;
    private final Cache<Key, byte[]> memory;
    private final Map<Key, CompletableFuture<byte[]>> onTheWay = new ConcurrentHashMap<>();

    Blobs(BlobsConfig config, AuthConfig auth) {
        this.owners = new BlobOwners(config, auth);
        this.folder = config.cacheDir().map(BlobFolder::new);
        this.memory = Caffeine.newBuilder()
                .maximumWeight(config.memoryBytes())
                .weigher((Key key, byte[] content) -> content.length + ENTRY_BYTES)
                .build();
    }

    /**
     * The content with this digest; do not change the array. Callers who want the same at the same time share one request.
     *
     * @throws BlobUnavailableException if its owner does not have it, is out of reach, or sent something else
     */
    public byte[] fetch(BlobKind kind, Digest digest) {
        Key key = new Key(kind, digest);
        byte[] content = memory.getIfPresent(key);
        return content == null ? shared(key) : content;
    }

    /**
     * The content with this digest, read as JSON.
     *
     * @throws BlobUnavailableException if its owner does not have it, is out of reach, or sent something else
     * @throws UncheckedIOException if it is not JSON of this type
     */
    public <T> T fetch(BlobKind kind, Digest digest, Class<T> type) {
        return Json.read(fetch(kind, digest), type);
    }

    private byte[] shared(Key key) {
        CompletableFuture<byte[]> mine = new CompletableFuture<>();
        CompletableFuture<byte[]> earlier = onTheWay.putIfAbsent(key, mine);
        if (earlier != null) {
            return awaited(earlier);
        }
        try {
            byte[] content = read(key);
            memory.put(key, content);
            mine.complete(content);
            return content;
        } catch (Throwable e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            onTheWay.remove(key);
        }
    }

    private static byte[] awaited(CompletableFuture<byte[]> earlier) {
        try {
            return earlier.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof BlobUnavailableException unavailable ? unavailable : e;
        }
    }

    private byte[] read(Key key) {
        return folder.flatMap(disk -> disk.read(key.kind(), key.digest())).orElseGet(() -> {
            byte[] content = owners.read(key.kind(), key.digest());
            folder.ifPresent(disk -> disk.write(key.kind(), key.digest(), content));
            return content;
        });
    }

    private record Key(BlobKind kind, Digest digest) {}
}
