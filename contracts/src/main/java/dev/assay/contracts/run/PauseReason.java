package dev.assay.contracts.run;

/** Why a run is paused. */
public enum PauseReason {
    /** A person or a shutdown interrupted it. */
    INTERRUPTED,
    /** Its budget is spent. */
    BUDGET
}
