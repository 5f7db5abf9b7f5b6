package dev.assay.cli.command;

import picocli.CommandLine.Option;

/** How much a command says on stderr. */
public final class TerminalOptions {

    @Option(names = "--quiet", description = "Say nothing on stderr but errors.")
    boolean quiet;

    @Option(names = "--no-progress", description = "Show no progress.")
    boolean noProgress;

    /** Tells something that is no result, unless silenced. */
    void say(String message) {
        if (!quiet) {
            System.err.println(message);
        }
    }

    boolean showsProgress() {
        return !quiet && !noProgress;
    }
}
