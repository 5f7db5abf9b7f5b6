package dev.assay.cli.exit;

/** How a command ended; scripts rely on these numbers. */
public enum ExitCode {
    /** Finished. */
    OK(0),
    /** A defect of Assay. */
    INTERNAL(1),
    /** The command line or a file is at fault. */
    BAD_INPUT(2),
    /** Finished, but not everything could be judged. */
    INCOMPLETE(3),
    /** The services cannot be reached or started, or refuse the caller. */
    UNAVAILABLE(4),
    /** Interrupted from the keyboard; a process that SIGTERM interrupts ends with 143. */
    INTERRUPTED(130);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** The process's exit code. */
    public int number() {
        return number;
    }
}
