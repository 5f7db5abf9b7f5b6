package dev.assay.cli.progress;

import dev.assay.contracts.run.RunStatus;

/** Shows how far a run has come. */
public interface ProgressDisplay extends AutoCloseable {

    /** Shows the newest status. */
    void show(RunStatus status);

    @Override
    void close();

    /**
     * A bar per subject on a terminal, a line every ten percent elsewhere.
     *
     * @param wanted false shows nothing
     * @param colored whether bars have a colour
     */
    static ProgressDisplay of(boolean wanted, boolean colored) {
        if (!wanted) {
            return new SilentDisplay();
        }
        return System.console() != null && System.console().isTerminal() ? new BarDisplay(colored) : new LineDisplay();
    }
}
