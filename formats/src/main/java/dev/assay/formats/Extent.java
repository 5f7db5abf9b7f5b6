package dev.assay.formats;

/** How much of a public data set is read. */
public enum Extent {
    /** What is reported under its name, e.g. MBPP's test split. */
    USUAL,
    /** Every task in the file. */
    ALL
}
