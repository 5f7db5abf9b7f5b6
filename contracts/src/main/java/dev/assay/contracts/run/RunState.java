package dev.assay.contracts.run;

/** Where a run stands. */
public enum RunState {
    /** Work is released, generated, judged. */
    RUNNING,
    /** Nothing is released until it is resumed. */
    PAUSED,
    /** Every sample has its verdict; scores are being frozen. */
    JUDGED,
    /** Scores are frozen and published. */
    FINISHED,
    /** Given up; what was judged is kept. */
    CANCELLED;

    /** Whether nothing further happens to a run by itself. */
    public boolean isTerminal() {
        return switch (this) {
            case FINISHED, CANCELLED -> true;
            case RUNNING, PAUSED, JUDGED -> false;
        };
    }
}
