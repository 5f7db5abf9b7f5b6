package dev.assay.contracts.run;

/** What a stage asks its subject to do. */
public enum Activity {
    /** Write code. */
    GENERATE,
    /** Find defects. */
    REVIEW,
    /** Find places. */
    SEARCH,
    /** Predict a value. */
    REASON,
    /** Mend a failed answer. */
    REPAIR,
    /** Judge an answer of another subject. */
    JUDGE
}
