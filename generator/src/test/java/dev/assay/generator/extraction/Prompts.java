package dev.assay.generator.extraction;

/** What the tests of this package ask for. */
final class Prompts {

    /** A function to complete, with an import before it. */
    static final String DIGITS = """
            from typing import List


            def digits(number: int) -> List[int]:
                \"""Return the decimal digits of number, most significant first.
                >>> digits(402)
                [4, 0, 2]
                \"""
            """;

    /** A function to complete that builds on a helper function of the prompt. */
    static final String UNROTATE = """
            import math


            def rotate(text: str, by: int) -> str:
                \"""Move the first characters to the end.\"""
                by = math.floor(by) % max(1, len(text))
                return text[by:] + text[:by]


            def unrotate(text: str, by: int) -> str:
                \"""Undo rotate.
                >>> unrotate(rotate("abcd", 3), 3)
                'abcd'
                \"""
            """;

    private Prompts() {}

    static CodeRequest program(String entryPoint) {
        return new CodeRequest("python", null, entryPoint);
    }

    static CodeRequest digits() {
        return new CodeRequest("python", DIGITS, "digits");
    }

    static CodeRequest unrotate() {
        return new CodeRequest("python", UNROTATE, "unrotate");
    }
}
