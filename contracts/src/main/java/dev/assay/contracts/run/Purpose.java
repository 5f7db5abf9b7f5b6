package dev.assay.contracts.run;

/** Why a run exists. */
public enum Purpose {
    /** Subjects are evaluated. */
    EVALUATION,
    /** The suite's own references are judged, so that broken tasks are quarantined. */
    VALIDATION
}
