package dev.assay.scorer.execution;

import java.sql.SQLException;
import java.util.Set;

/** The database refuses what it was given, and would again. The message says why. */
public final class UnstorableException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    /** SQLState classes: data exception, integrity constraint violation, program limit exceeded. */
    private static final Set<String> REFUSALS = Set.of("22", "23", "54");

    private UnstorableException(SQLException refusal) {
        super("cannot be stored: " + refusal.getMessage(), refusal);
    }

    /** This failure if the data caused it, else the failure itself. */
    static RuntimeException orItself(RuntimeException failure) {
        for (Throwable cause = failure; cause.getCause() != null; cause = cause.getCause()) {
            if (cause.getCause() instanceof SQLException sql
                    && sql.getSQLState() != null
                    && sql.getSQLState().length() == 5
                    && REFUSALS.contains(sql.getSQLState().substring(0, 2))) {
                return new UnstorableException(sql);
            }
        }
        return failure;
    }
}
