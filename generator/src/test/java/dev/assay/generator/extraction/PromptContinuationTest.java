package dev.assay.generator.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.event.Generation.Extraction;
import dev.assay.contracts.suite.CodeForm;
import org.junit.jupiter.api.Test;

final class PromptContinuationTest {

    private static final String BODY =
            "    if number < 10:\n        return [number]\n" + "    return digits(number // 10) + [number % 10]\n";

    private static ExtractedCode extracted(String answer, CodeRequest request) {
        return new CodeExtractor().extract(answer, request).orElseThrow();
    }

    @Test
    void bodyContinuesThePrompt() {
        assertThat(extracted(BODY, Prompts.digits()))
                .isEqualTo(new ExtractedCode(Extraction.CONTINUATION, CodeForm.COMPLETION, BODY));
    }

    @Test
    void bodyWithinAFenceContinuesThePrompt() {
        assertThat(extracted("```python\n" + BODY + "```\n", Prompts.digits()))
                .isEqualTo(new ExtractedCode(Extraction.FENCED, CodeForm.COMPLETION, BODY));
    }

    @Test
    void bodyThatLostItsIndentIsIndentedAsThePromptIs() {
        assertThat(extracted("```python\n" + BODY.indent(-4) + "```", Prompts.digits())
                        .code())
                .isEqualTo(BODY);
        assertThat(extracted(BODY.indent(-2), Prompts.digits()).code()).isEqualTo(BODY);
    }

    @Test
    void bodyWhoseFirstLineWasStrippedIsMended() {
        String body = "    result = []\n    for c in str(number):\n        result.append(int(c))\n    return result\n";

        assertThat(extracted(body.strip(), Prompts.digits()).code()).isEqualTo(body);
        assertThat(extracted(BODY.strip(), Prompts.digits()).code()).isEqualTo(BODY);
        assertThat(extracted("table = {0: 1,  \n             1: 2}\n    return [table[0]]", Prompts.digits())
                        .code())
                .isEqualTo("    table = {0: 1,  \n             1: 2}\n    return [table[0]]\n");
    }

    @Test
    void bodyThatBeginsWithANestedFunctionWasStripped() {
        String body = "    def last(n):\n        return n % 10\n    return [last(number)]\n";

        assertThat(extracted(body.strip(), Prompts.digits())).isEqualTo(extracted(body, Prompts.digits()));
    }

    @Test
    void compoundStatementsOnOneLineAreCode() {
        String body = "    if number < 10: return [number]\n    while number > 9: number //= 10\n"
                + "    for _ in range(2): print(number)\n    return [number]\n";

        assertThat(extracted(body, Prompts.digits()).code()).isEqualTo(body);
    }

    @Test
    void stringsOfSeveralLinesKeepTheirIndent() {
        String answer = "```python\ntext = '''a\nb'''\nreturn [len(text)]\n```";

        assertThat(extracted(answer, Prompts.digits()).code())
                .isEqualTo("    text = '''a\nb'''\n    return [len(text)]\n");
    }

    @Test
    void oneReturnIsABody() {
        assertThat(extracted("return [int(c) for c in str(number)]", Prompts.digits())
                        .code())
                .isEqualTo("    return [int(c) for c in str(number)]\n");
    }

    @Test
    void continuationBeginsOnItsOwnLine() {
        CodeRequest request = new CodeRequest("python", "def one():", "one");

        assertThat(extracted("    return 1", request).code()).isEqualTo("\n    return 1\n");
    }

    @Test
    void functionAloneIsJoinedToImportsAndHelpersOfThePrompt() {
        String answer = """
                ```python
                def unrotate(text: str, by: int) -> str:
                    return rotate(text, len(text) - by % len(text)) if text else text
                ```
                """;

        ExtractedCode found = extracted(answer, Prompts.unrotate());

        assertThat(found.form()).isEqualTo(CodeForm.SOLUTION);
        assertThat(found.code())
                .startsWith("import math\n\n\ndef rotate(text: str, by: int) -> str:\n")
                .endsWith("    return text[by:] + text[:by]\n\n\n"
                        + "def unrotate(text: str, by: int) -> str:\n"
                        + "    return rotate(text, len(text) - by % len(text)) if text else text\n")
                .doesNotContain("Undo rotate");
    }

    @Test
    void functionWithItsOwnImportStillGetsTheHelper() {
        String answer = "import math\n\ndef unrotate(text, by):\n    return rotate(text, -by)\n";

        assertThat(extracted(answer, Prompts.unrotate()).code())
                .contains("def rotate(")
                .endsWith(answer);
    }

    @Test
    void programThatBringsEverythingIsLeftAlone() {
        String program = Prompts.UNROTATE + "    return rotate(text, -by)\n";

        assertThat(extracted("```python\n" + program + "```", Prompts.unrotate()))
                .isEqualTo(new ExtractedCode(Extraction.FENCED, CodeForm.SOLUTION, program));
    }

    @Test
    void helperShownApartCountsAsBrought() {
        String answer = "```python\nimport math\n\ndef rotate(text, by):\n    return text[by:] + text[:by]\n```\n"
                + "then\n```python\ndef unrotate(text, by):\n    return rotate(text, -by)\n```\n";

        assertThat(extracted(answer, Prompts.unrotate()).code()).containsOnlyOnce("def rotate(");
    }

    @Test
    void futureImportsStayFirst() {
        String answer = "```python\nfrom __future__ import annotations\n\ndef digits(number):\n    return []\n```";

        assertThat(extracted(answer, Prompts.digits()).code())
                .startsWith("from __future__ import annotations\nfrom typing import List\n")
                .containsOnlyOnce("__future__");
    }

    @Test
    void bodyWithANestedFunctionContinuesThePrompt() {
        String body = "    def last(n):\n        return n % 10\n    return [last(number)]\n";

        assertThat(extracted(body, Prompts.digits()).form()).isEqualTo(CodeForm.COMPLETION);
    }
}
