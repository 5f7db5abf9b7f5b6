package dev.assay.generator.model;

/** The text of an answer, by what it is. */
public sealed interface Content {

    /** Code that continues the prompt's code. */
    record Completion(String text) implements Content {}

    /** A whole program. */
    record Solution(String text) implements Content {}

    /** Chat text, from which code is extracted. */
    record Chat(String text) implements Content {}
}
