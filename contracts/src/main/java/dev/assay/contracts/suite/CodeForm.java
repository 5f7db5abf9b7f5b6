package dev.assay.contracts.suite;

/** How a piece of code becomes the program that is executed. */
public enum CodeForm {
    /** The program is the prompt's code followed by it. */
    COMPLETION,
    /** It is the whole program. */
    SOLUTION
}
