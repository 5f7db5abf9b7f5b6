package dev.assay.orchestrator.run;

/** A run that was asked for cannot be made; the message names the field. */
public final class InvalidRunException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidRunException(String message) {
        super(message);
    }
}
