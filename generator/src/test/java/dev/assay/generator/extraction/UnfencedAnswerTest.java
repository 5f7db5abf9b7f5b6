package dev.assay.generator.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.event.Generation.Extraction;
import dev.assay.contracts.suite.CodeForm;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UnfencedAnswerTest {

    private static Optional<ExtractedCode> extracted(String answer, CodeRequest request) {
        return new CodeExtractor().extract(answer, request);
    }

    @Test
    void wholeAnswerIsCode() {
        String answer = "import sys\n\ndef size(t):\n    return sys.getsizeof(t)\n\nprint(size(()))\n";

        assertThat(extracted(answer, Prompts.program("size")))
                .contains(new ExtractedCode(Extraction.WHOLE_ANSWER, CodeForm.SOLUTION, answer));
    }

    @Test
    void functionIsFoundBetweenParagraphs() {
        String answer = """
                To find it, use the formula:

                bell(n) = sum of row n

                1
                1 2

                Here is the implementation:

                def bell(n):
                    row = [1]

                    for i in range(
                n):
                        row = [row[-1]] + row
                    return row[0]

                The function bell takes n and returns a number.
                """;

        assertThat(extracted(answer, Prompts.program("bell")).orElseThrow().code())
                .startsWith("def bell(n):\n")
                .endsWith("    return row[0]\n");
    }

    @Test
    void importBeforeAParagraphIsJoined() {
        String answer = "You need:\n\nimport math\n\nThen write:\n\ndef root(x):\n    return math.sqrt(x)\n\nDone.";

        assertThat(extracted(answer, Prompts.program("root")).orElseThrow().code())
                .isEqualTo("import math\n\ndef root(x):\n    return math.sqrt(x)\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  \n\n",
                "I'm sorry, but I can't help with that.",
                "As an AI model, I cannot write code that does this (see the policy).",
                "The function should return the sum of the list. You can use a loop:\n- start at 0\n- add each value",
                "Use `sum(values)`.",
                "```\n```",
                "```text\nI would sum the values.\n```",
                "```bash\npip install numpy\n```",
            })
    void refusalsAndProseHoldNoCode(String answer) {
        assertThat(extracted(answer, Prompts.program("total"))).isEmpty();
        assertThat(extracted(answer, Prompts.digits())).isEmpty();
    }

    @Test
    void otherLanguageWithoutAFenceMustLookLikeCodeThroughout() {
        CodeRequest request = new CodeRequest("javascript", null, "one");

        assertThat(extracted("function one() {\n  return 1;\n}\n", request)).isPresent();
        assertThat(extracted("I can not write that function for you", request)).isEmpty();
    }

    @Test
    void longAnswersAreReadInLinearTime() {
        String answer = "x = (\nno code here\n".repeat(50_000) + "```python\n\"\"\"\n".repeat(20_000);

        assertThat(extracted(answer, Prompts.program("f"))).isPresent();
    }
}
