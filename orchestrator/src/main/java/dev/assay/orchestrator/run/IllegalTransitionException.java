package dev.assay.orchestrator.run;

import dev.assay.contracts.run.RunRecord;
import java.util.Locale;

/** A run was asked for something that its state does not allow. */
public final class IllegalTransitionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param action what was asked for, as a participle */
    public IllegalTransitionException(String action, RunRecord run) {
        super("run " + run.runId() + " is " + run.state().name().toLowerCase(Locale.ROOT) + " and cannot be " + action);
    }
}
