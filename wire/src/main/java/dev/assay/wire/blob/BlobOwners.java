package dev.assay.wire.blob;

import dev.assay.contracts.id.Digest;
import dev.assay.wire.access.AuthConfig;
import dev.assay.wire.access.BlobKind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The services that own blobs, by HTTP. */
final class BlobOwners {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final BlobsConfig config;
    private final AuthConfig auth;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(TIMEOUT)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    BlobOwners(BlobsConfig config, AuthConfig auth) {
        this.config = config;
        this.auth = auth;
    }

    /** @throws BlobUnavailableException if the owner does not have it, is out of reach, or sent something else */
    byte[] read(BlobKind kind, Digest digest) {
        URI address = address(kind, digest);
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(TIMEOUT);
        auth.blobToken(kind).or(auth::apiToken).ifPresent(token -> request.header("Authorization", "Bearer " + token));
        try {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            if (response.statusCode() != OK) {
                throw new BlobUnavailableException(
                        kind,
                        digest,
                        address + " answers " + response.statusCode(),
                        response.statusCode() == NOT_FOUND);
            }
            if (!Digest.of(response.body()).equals(digest)) {
                throw new BlobUnavailableException(kind, digest, address + " sent another content", false);
            }
            return response.body();
        } catch (IOException e) {
            throw new BlobUnavailableException(kind, digest, address + ": " + e, false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BlobUnavailableException(kind, digest, "interrupted", false);
        }
    }

    private URI address(BlobKind kind, Digest digest) {
        URI base = switch (kind) {
            case PROMPT, JUDGE, PLAN -> config.orchestratorUrl();
            case ANSWER -> config.generatorUrl();
        };
        String text = base.toString();
        return URI.create((text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + kind.path() + digest);
    }
}
