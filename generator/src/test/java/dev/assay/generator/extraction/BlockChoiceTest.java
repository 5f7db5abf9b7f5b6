package dev.assay.generator.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class BlockChoiceTest {

    private static String chosen(String answer, String entryPoint) {
        return new CodeExtractor()
                .extract(answer, Prompts.program(entryPoint))
                .orElseThrow()
                .code();
    }

    @Test
    void blockWithTheEntryPointIsPreferredToLaterUsageAndOutput() {
        String answer = """
                ```python
                def area(w, h):
                    return w * h
                ```
                Use it like this:
                ```python
                print(area(2, 3))
                ```
                Output:
                ```
                6
                ```
                """;

        assertThat(chosen(answer, "area")).isEqualTo("def area(w, h):\n    return w * h\n");
    }

    @Test
    void lastOfSeveralVersionsWins() {
        String answer = """
                ```python
                def area(w, h):
                    return w + h
                ```
                That adds. Corrected:
                ```python
                def area(w, h):
                    return w * h
                ```
                """;

        assertThat(chosen(answer, "area")).contains("w * h").doesNotContain("w + h");
    }

    @Test
    void stubIsNoVersion() {
        String answer = """
                ```python
                def area(w, h):
                    return w * h
                ```
                For your own attempt, start from:
                ```python
                def area(w, h):
                    \"""The area.\"""
                    pass  # your code
                ```
                """;

        assertThat(chosen(answer, "area")).contains("return w * h");
    }

    @Test
    void importsAndHelpersShownApartAreJoined() {
        String answer = """
                First the import:
                ```python
                from math import pi
                ```
                A helper:
                ```python
                def square(x):
                    return x * x
                ```
                And the function:
                ```python
                def circle(r):
                    return pi * square(r)
                ```
                Test:
                ```python
                assert circle(0) == 0
                ```
                """;

        assertThat(chosen(answer, "circle"))
                .isEqualTo("from math import pi\n\ndef square(x):\n    return x * x\n\n"
                        + "def circle(r):\n    return pi * square(r)\n");
    }

    @Test
    void helperShownAfterTheFunctionIsJoinedToo() {
        String answer = """
                ```python
                def circle(r):
                    return 3 * square(r)
                ```
                where
                ```python
                def square(x):
                    return x * x
                ```
                """;

        assertThat(chosen(answer, "circle")).startsWith("def square(x):").contains("def circle(r):");
    }

    @Test
    void whatIsNotNeededIsNotJoined() {
        String answer = """
                ```python
                def unrelated():
                    return 1
                ```
                ```python
                def area(w, h):
                    return w * h
                ```
                """;

        assertThat(chosen(answer, "area")).doesNotContain("unrelated");
    }

    @Test
    void blockThatDoesSomethingIsNeverJoined() {
        String answer = """
                ```python
                factor = int(input("factor: "))
                print(factor)
                ```
                ```python
                def scaled(x):
                    return factor * x
                ```
                """;

        assertThat(chosen(answer, "scaled")).isEqualTo("def scaled(x):\n    return factor * x\n");
    }

    @Test
    void formulaForALocalVariableIsNotJoined() {
        String answer = """
                ```
                index = 13.12 + 0.6215 * t
                ```
                ```python
                def chill(t):
                    index = 13.12 + 0.6215 * t
                    return round(index)
                ```
                with for example
                ```python
                t = 4
                ```
                """;

        assertThat(chosen(answer, "chill")).startsWith("def chill(t):");
    }

    @Test
    void functionUnderAnotherNameIsPreferredToItsUsage() {
        String answer = """
                ```python
                def find_even(numbers):
                    return [n for n in numbers if n % 2 == 0]
                ```
                ```python
                print(find_even([1, 2]))
                ```
                """;

        assertThat(chosen(answer, "Split")).startsWith("def find_even");
    }

    @Test
    void interactiveSessionIsNoCode() {
        String answer = "```python\ndef one():\n    return 1\n```\n```python\n>>> one()\n1\n```\n";

        assertThat(chosen(answer, "uno")).isEqualTo("def one():\n    return 1\n");
    }

    @Test
    void wrongTagDoesNotHideTheEntryPoint() {
        assertThat(chosen("```java\ndef one():\n    return 1\n```\n", "one")).isEqualTo("def one():\n    return 1\n");
    }

    @Test
    void lambdaBoundToTheEntryPointDefinesIt() {
        String answer = "```python\nsquare = lambda x: x * x\n```\n```python\nprint(square(2))\n```\n";

        assertThat(chosen(answer, "square")).isEqualTo("square = lambda x: x * x\n");
    }
}
