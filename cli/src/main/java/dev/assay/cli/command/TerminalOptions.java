package dev.assay.cli.command;

import dev.assay.cli.progress.ProgressDisplay;
import picocli.CommandLine.Option;

/** How much a command says on stderr, and how. */
public final class TerminalOptions {

    /** When colours are used. */
    enum Color {
        /** On a terminal, unless NO_COLOR is set. */
        AUTO,
        /** Even with NO_COLOR. */
        ALWAYS,
        /** Not at all. */
        NEVER
    }

    @Option(names = "--quiet", description = "Say nothing on stderr but errors.")
    boolean quiet;

    @Option(names = "--no-progress", description = "Show no progress.")
    boolean noProgress;

    @Option(
            names = "--color",
            defaultValue = "AUTO",
            paramLabel = "WHEN",
            description = "auto, always or never; NO_COLOR is honoured (default: auto).")
    Color color;

    /** Tells something that is no result, unless silenced. */
    void say(String message) {
        if (!quiet) {
            System.err.println(message);
        }
    }

    /** Shows how far a run has come, unless silenced. */
    ProgressDisplay progress() {
        return ProgressDisplay.of(!quiet && !noProgress, colored());
    }

    private boolean colored() {
        return switch (color) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> System.getenv().getOrDefault("NO_COLOR", "").isEmpty();
        };
    }
}
