package dev.assay.embedded;

import java.util.Map;
import java.util.Map.Entry;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** Keeps the thousands of lines that a broker writes at its start out of the log. */
final class QuietLogs {
    private static final Map<String, Level> LEVELS = Map.of(
            "org.apache.kafka", Level.WARNING,
            // Warn of what is ordinary for a broker that is alone: that it elected itself, that it closed a connection.
            "org.apache.kafka.controller", Level.SEVERE,
            "org.apache.kafka.clients.NetworkClient", Level.SEVERE,
            "kafka", Level.SEVERE,
            // Calls it an error that the controller was asked before its own election.
            "kafka.server.ControllerApis", Level.OFF,
            "state.change.logger", Level.SEVERE);

    // Held here: a logger that nobody holds forgets its level.
    private static final Map<Logger, Level> LOGGERS = LEVELS.entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(entry -> Logger.getLogger(entry.getKey()), Entry::getValue));

    private QuietLogs() {}

    /** Leaves what a user could act on; levels that somebody has set already stay. */
    static void apply() {
        LOGGERS.forEach((logger, level) -> {
            if (logger.getLevel() == null) {
                logger.setLevel(level);
            }
        });
    }
}
