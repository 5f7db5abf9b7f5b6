package dev.assay.wire.access;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/**
 * Who may call REST. What no token is set for is open to everybody, which is for a network that lets nobody else through.
 * Health and metrics need none.
 */
@ConfigMapping(prefix = "assay.auth")
public interface AuthConfig {

    /** Opens everything, and closes what has no token of its own. */
    Optional<String> apiToken();

    /** Opens prompt blobs only: what the generator holds. */
    Optional<String> promptToken();

    /** Opens judge blobs only: what the sandbox runner holds. */
    Optional<String> judgeToken();

    /** Opens plan blobs only: what every service holds. */
    Optional<String> planToken();

    /** Opens answer blobs only: what the sandbox runner holds. */
    Optional<String> answerToken();

    /** The token that opens blobs of this kind. */
    default Optional<String> blobToken(BlobKind kind) {
        return switch (kind) {
            case PROMPT -> promptToken();
            case JUDGE -> judgeToken();
            case PLAN -> planToken();
            case ANSWER -> answerToken();
        };
    }
}
