package dev.assay.embedded;

/** A server could not be started or stopped. The message is meant for the user: what is wrong and what helps. */
public final class EmbeddedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EmbeddedException(String message) {
        super(message);
    }

    EmbeddedException(String message, Throwable cause) {
        super(message, cause);
    }
}
