package dev.assay.orchestrator.suite;

/** A suite contradicts itself; the message says where. */
public final class InvalidSuiteException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidSuiteException(String message) {
        super(message);
    }
}
