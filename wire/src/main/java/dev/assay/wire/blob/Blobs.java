package dev.assay.wire.blob;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.assay.contracts.id.Digest;
import dev.assay.contracts.json.Json;
import dev.assay.wire.rest.AuthConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;

/** Contents by digest: fetched once from their owner, verified, kept in memory and, if a folder is set, on disk. */
@ApplicationScoped
public class Blobs {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final BlobsConfig config;
    private final AuthConfig auth;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(TIMEOUT)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final Cache<Key, byte[]> memory;

    Blobs(BlobsConfig config, AuthConfig auth) {
        this.config = config;
        this.auth = auth;
        this.memory = Caffeine.newBuilder()
                .maximumWeight(config.memoryBytes())
                .weigher((Key key, byte[] content) -> content.length)
                .build();
    }

    /**
     * The content with this digest; do not change the array.
     *
     * @throws BlobUnavailableException if its owner does not have it, is out of reach, or sent something else
     */
    public byte[] fetch(BlobKind kind, Digest digest) {
        Key key = new Key(kind, digest);
        byte[] content = memory.getIfPresent(key);
        if (content == null) {
            content = fromDisk(key).orElseGet(() -> fromOwner(key));
            memory.put(key, content);
        }
        return content;
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

    private byte[] fromOwner(Key key) {
        URI base = key.kind() == BlobKind.ANSWER ? config.generatorUrl() : config.orchestratorUrl();
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        base.resolve(key.kind().path() + key.digest()))
                .timeout(TIMEOUT);
        auth.blobToken(key.kind()).ifPresent(token -> request.header("Authorization", "Bearer " + token));
        HttpResponse<byte[]> response;
        try {
            response = http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new BlobUnavailableException(key.kind(), key.digest(), base + ": " + e, false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BlobUnavailableException(key.kind(), key.digest(), "interrupted", false);
        }
        if (response.statusCode() != OK) {
            throw new BlobUnavailableException(
                    key.kind(),
                    key.digest(),
                    base + " answers " + response.statusCode(),
                    response.statusCode() == NOT_FOUND);
        }
        if (!Digest.of(response.body()).equals(key.digest())) {
            throw new BlobUnavailableException(key.kind(), key.digest(), base + " sent another content", false);
        }
        toDisk(key, response.body());
        return response.body();
    }

    private Optional<byte[]> fromDisk(Key key) {
        return config.cacheDir().map(key::file).filter(Files::isReadable).map(file -> {
            try {
                byte[] content = Files.readAllBytes(file);
                return Digest.of(content).equals(key.digest()) ? content : null;
            } catch (IOException e) {
                return null;
            }
        });
    }

    private void toDisk(Key key, byte[] content) {
        if (config.cacheDir().isEmpty()) {
            return;
        }
        Path file = key.file(config.cacheDir().get());
        try {
            Path folder = file.getParent();
            if (folder != null) {
                Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            Path partial = Files.createTempFile(folder, "partial", ".blob");
            Files.write(partial, content);
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the blob cache " + file, e);
        }
    }

    private record Key(BlobKind kind, Digest digest) {
        Path file(Path folder) {
            return folder.resolve(kind.name().toLowerCase(java.util.Locale.ROOT))
                    .resolve(digest.hex());
        }
    }
}
