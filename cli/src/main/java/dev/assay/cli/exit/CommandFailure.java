package dev.assay.cli.exit;

/** Ends a command with a message for its user. */
public final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;

    /**
     * @param message complete for the user: what is wrong, and where or what to do about it
     */
    public CommandFailure(ExitCode exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** How the process is to end. */
    public ExitCode exitCode() {
        return exitCode;
    }
}
