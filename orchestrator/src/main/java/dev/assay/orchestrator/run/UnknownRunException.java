package dev.assay.orchestrator.run;

import dev.assay.contracts.id.RunId;

/** There is no such run. */
public final class UnknownRunException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownRunException(RunId run) {
        super("there is no run '" + run + "'");
    }
}
