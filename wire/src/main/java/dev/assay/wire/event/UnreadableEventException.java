package dev.assay.wire.event;

/** A record is no event that this software knows. */
final class UnreadableEventException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;

    UnreadableEventException(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** In words, for the operator. */
    String reason() {
        return reason;
    }
}
