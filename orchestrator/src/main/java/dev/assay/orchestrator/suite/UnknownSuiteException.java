package dev.assay.orchestrator.suite;

/** No such suite is registered. */
public final class UnknownSuiteException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param suite how it was asked for: its digest, or name and version */
    public UnknownSuiteException(String suite) {
        super("no suite '" + suite + "' is registered; POST /orchestrator/suites registers one");
    }
}
