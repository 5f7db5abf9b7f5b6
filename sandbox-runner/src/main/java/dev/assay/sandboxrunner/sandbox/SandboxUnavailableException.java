package dev.assay.sandboxrunner.sandbox;

/** This machine does not allow the sandbox asked for; the message says why and what helps. */
public final class SandboxUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String reason;

    /** @param message the reason and the remedy, for the user */
    public SandboxUnavailableException(String message) {
        super(message);
        this.reason = message;
    }

    /** The message. */
    public String reason() {
        return reason;
    }
}
