package dev.assay.embedded;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps the thousands of lines that a broker writes at its start out of the log. */
final class QuietLogs {
    // Held here: a logger that nobody holds forgets its level.
    private static final List<Logger> LOGGERS = List.of(
            Logger.getLogger("org.apache.kafka"), Logger.getLogger("kafka"), Logger.getLogger("state.change.logger"));

    private QuietLogs() {}

    /** Leaves warnings and errors; levels that somebody has set already stay. */
    static void warningsOnly() {
        LOGGERS.stream().filter(logger -> logger.getLevel() == null).forEach(logger -> logger.setLevel(Level.WARNING));
    }
}
