package dev.assay.embedded;

import java.net.BindException;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Exit;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the JVM when its broker gives up. Kafka ends the process without a word, because it thinks the
 * process is its own.
 */
final class BrokerExit {
    private static final AtomicInteger STARTING = new AtomicInteger();

    private BrokerExit() {}

    /** From here on until {@link #started}, the broker's wish to end the process is an exception. */
    static void starting() {
        STARTING.incrementAndGet();
        Exit.setExitProcedure((status, message) -> ended(message));
        Exit.setHaltProcedure((status, message) -> ended(message));
    }

    static void started() {
        STARTING.decrementAndGet();
    }

    private static void ended(@Nullable String message) {
        var ended = new BrokerEnded(message);
        if (STARTING.get() > 0) {
            throw ended;
        }
        System.err.println(ended.getMessage()
                + ". A full disk is the usual cause. Nothing is lost: free some space and resume the run.");
        Runtime.getRuntime().halt(1);
    }

    static boolean portTaken(Throwable failure) {
        return causes(failure).anyMatch(cause -> cause instanceof BindException)
                || reason(failure).toLowerCase(Locale.ROOT).contains("address already in use");
    }

    /** The innermost cause in words. */
    static String reason(Throwable failure) {
        Throwable root = causes(failure).reduce(failure, (outer, inner) -> inner);
        return root.getMessage() == null ? root.toString() : root.getMessage();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }

    /** Thrown in place of the end of the process. */
    static final class BrokerEnded extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BrokerEnded(@Nullable String message) {
            super("The embedded Kafka broker gave up" + (message == null ? "" : ": " + message));
        }
    }
}
