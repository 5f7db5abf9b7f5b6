package dev.assay.wire.run;

import dev.assay.contracts.id.RunId;

/** An event names a run that no {@code assay.runs} record tells of. */
public final class UnknownRunException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownRunException(RunId run) {
        super("unknown run " + run);
    }
}
