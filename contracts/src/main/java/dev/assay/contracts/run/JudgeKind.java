package dev.assay.contracts.run;

/** What kind of judge reached a verdict. */
public enum JudgeKind {
    /** Tests were executed in a sandbox. */
    EXECUTION,
    /** A value was compared with the expected one. */
    COMPARISON,
    /** Reported findings were matched with planted ones. */
    FINDINGS,
    /** A ranking was compared with the gold one. */
    RANKING,
    /** A model judged. */
    LLM,
    /** A person judged. */
    HUMAN
}
