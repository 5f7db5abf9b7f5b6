package dev.assay.wire.rest;

import dev.assay.wire.blob.BlobKind;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Lets through who bears the API token, and to a kind of blobs who bears that kind's token. */
public class TokenFilter {

    private static final String BEARER = "Bearer ";

    private final AuthConfig config;

    TokenFilter(AuthConfig config) {
        this.config = config;
    }

    @ServerRequestFilter
    @Nullable
    Response check(ContainerRequestContext request) {
        Optional<String> api = config.apiToken();
        if (api.isEmpty()) {
            return null;
        }
        String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (header != null && header.startsWith(BEARER)) {
            String token = header.substring(BEARER.length());
            String path = request.getUriInfo().getPath();
            Stream<String> accepted = Stream.concat(
                    api.stream(),
                    Arrays.stream(BlobKind.values())
                            .filter(kind -> path.startsWith(kind.path()))
                            .flatMap(kind -> config.blobToken(kind).stream()));
            if (accepted.anyMatch(each -> same(each, token))) {
                return null;
            }
        }
        return new Problem(401, "Not authorised", "this path needs an Authorization header with a valid bearer token")
                .response();
    }

    private static boolean same(String expected, String actual) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), actual.getBytes(StandardCharsets.UTF_8));
    }
}
