package dev.assay.wire;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import org.apache.kafka.common.errors.RetriableException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Carries work over outages of the database and the broker. */
public final class Persistently {

    private static final Logger LOG = Logger.getLogger(Persistently.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    /** SQLState classes: connection, transaction rollback, insufficient resources, operator intervention. */
    private static final Set<String> OUTAGES = Set.of("08", "40", "53", "57");
    /** A statement that took too long would take too long again. */
    private static final String CANCELLED = "57014";
    /** What Agroal says, without a state, when no connection can be had from the pool in time. */
    private static final String NO_CONNECTION = "cquisition timeout";

    private Persistently() {}

    /**
     * Does the work, again with growing pauses for as long as the database or the broker is out.
     *
     * @param what in words, for the log
     * @param work must be harmless to repeat
     * @throws RuntimeException whatever the work throws that no waiting can mend
     * @throws IllegalStateException if the thread is interrupted while it waits; it stays interrupted
     */
    public static void run(String what, Runnable work) {
        Duration pause = FIRST_PAUSE;
        while (true) {
            try {
                work.run();
                return;
            } catch (RuntimeException e) {
                if (!isOutage(e)) {
                    throw e;
                }
                LOG.warnf("%s failed (%s), again in %d ms", what, e.getMessage(), pause.toMillis());
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(what + " was interrupted", e);
            }
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private static boolean isOutage(Throwable thrown) {
        for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof RetriableException || cause instanceof SQLException sql && isOutage(sql)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOutage(SQLException thrown) {
        String state = thrown.getSQLState();
        if (state == null) {
            return thrown.getMessage() != null && thrown.getMessage().contains(NO_CONNECTION);
        }
        return state.length() == 5 && OUTAGES.contains(state.substring(0, 2)) && !state.equals(CANCELLED);
    }
}
