package dev.assay.wire.access;

import dev.assay.wire.rest.Problem;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Lets through who bears the API token, and to a kind of blobs who bears that kind's token. */
public class TokenFilter {

    private static final String SCHEME = "Bearer ";
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private final AuthConfig config;

    TokenFilter(AuthConfig config) {
        this.config = config;
    }

    /** Answers 401 to whom it does not let through; null lets the request through. */
    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    public @Nullable Response check(ContainerRequestContext request) {
        List<String> accepted = Stream.concat(
                        config.apiToken().stream(),
                        blobs(request.getUriInfo().getPath()).flatMap(config::blobToken).stream())
                .toList();
        if (accepted.isEmpty()) {
            return null;
        }
        String token = token(request.getHeaderString(HttpHeaders.AUTHORIZATION));
        if (token != null && accepted.stream().anyMatch(each -> same(each, token))) {
            return null;
        }
        return new Problem(401, "Not authorised", "this path needs an Authorization header with a valid bearer token")
                .response(HttpHeaders.WWW_AUTHENTICATE, SCHEME.strip());
    }

    /** The kind of blob that this is the path of; nothing but a digest may follow. */
    private static Optional<BlobKind> blobs(String path) {
        String absolute = path.startsWith("/") ? path : "/" + path;
        return Arrays.stream(BlobKind.values())
                .filter(kind -> absolute.startsWith(kind.path()))
                .filter(kind ->
                        DIGEST.matcher(absolute.substring(kind.path().length())).matches())
                .findFirst();
    }

    private static @Nullable String token(@Nullable String header) {
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? header.substring(SCHEME.length()).strip()
                : null;
    }

    private static boolean same(String expected, String actual) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), actual.getBytes(StandardCharsets.UTF_8));
    }
}
