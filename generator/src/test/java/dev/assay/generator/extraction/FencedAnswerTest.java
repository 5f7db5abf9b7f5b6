package dev.assay.generator.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.event.Generation.Extraction;
import dev.assay.contracts.suite.CodeForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FencedAnswerTest {

    private final CodeExtractor extractor = new CodeExtractor();

    private ExtractedCode extracted(String answer, CodeRequest request) {
        return extractor.extract(answer, request).orElseThrow();
    }

    @Test
    void codeIsTakenFromTheFenceAndProseAroundItIsLeft() {
        ExtractedCode found = extracted("""
                Here is a function that doubles a number:

                ```python
                def double(n):
                    return 2 * n
                ```

                It multiplies by two.
                """, Prompts.program("double"));

        assertThat(found)
                .isEqualTo(
                        new ExtractedCode(Extraction.FENCED, CodeForm.SOLUTION, "def double(n):\n    return 2 * n\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "py", "Python", "python3", " python", "{.python}", "python title=\"double.py\""})
    void fencesMayBeTaggedInManyWays(String tag) {
        String answer = "Sure!\n```" + tag + "\ndef double(n):\n    return 2 * n\n```\n";

        assertThat(extracted(answer, Prompts.program("double")).code()).isEqualTo("def double(n):\n    return 2 * n\n");
    }

    @Test
    void tildesAndLongerFencesEnclose() {
        assertThat(extracted("~~~python\nx = 1\n~~~\n", Prompts.program("x")).code())
                .isEqualTo("x = 1\n");
        assertThat(extracted("````python\ns = '```'\n````\n", Prompts.program("s"))
                        .code())
                .isEqualTo("s = '```'\n");
    }

    @Test
    void windowsLineBreaksBecomeLineFeeds() {
        ExtractedCode found =
                extracted("Here:\r\n```python\r\ndef f():\r\n    return 1\r\n```\r\n", Prompts.program("f"));

        assertThat(found.code()).isEqualTo("def f():\n    return 1\n");
    }

    @Test
    void fenceWithinAListIsOutdented() {
        String answer = """
                1. Define the function:

                   ```python
                   def f(x):
                       if x:
                           return 1
                       return 0
                   ```

                2. Call it.
                """;

        assertThat(extracted(answer, Prompts.program("f")).code())
                .isEqualTo("def f(x):\n    if x:\n        return 1\n    return 0\n");
    }

    @Test
    void fenceOpenedOnTheLineOfAListItemIsRead() {
        String answer = "- ```python\n  def f():\n      return 1\n  ```\n";

        assertThat(extracted(answer, Prompts.program("f")).code()).isEqualTo("def f():\n    return 1\n");
    }

    @Test
    void fenceWithinADocstringDoesNotCloseTheBlock() {
        String answer = """
                ```python
                def f(x):
                    \"""Adds one.

                ```
                >>> f(1)
                2
                ```
                    \"""
                    return x + 1
                ```
                That is all.
                """;

        assertThat(extracted(answer, Prompts.program("f")).code()).endsWith("\"\"\"\n    return x + 1\n");
    }

    @Test
    void docstringThatNeverEndsDoesNotSwallowTheProse() {
        String answer = "```python\ndef f(x):\n    \"\"\"Adds one.\n```\nI ran out of ideas.\n";

        assertThat(extracted(answer, Prompts.program("f")).code()).isEqualTo("def f(x):\n    \"\"\"Adds one.\n");
    }

    @Test
    void fencesThatShareALineWithTextAreRead() {
        ExtractedCode found =
                extracted("The code is: ```python\ndef f():\n    return 1```\nDone.", Prompts.program("f"));

        assertThat(found.code()).isEqualTo("def f():\n    return 1\n");
    }

    @Test
    void fenceThatIsNeverClosedIsMarkedUnfinished() {
        ExtractedCode found = extracted(
                "Here you go:\n```python\ndef f(values):\n    total = 0\n    for v in val", Prompts.program("f"));

        assertThat(found.how()).isEqualTo(Extraction.UNFINISHED_FENCE);
        assertThat(found.code()).isEqualTo("def f(values):\n    total = 0\n    for v in val\n");
    }

    @Test
    void finishedBlockIsPreferredToATruncatedRepetition() {
        String answer = "```python\ndef f():\n    return 1\n```\nOr shorter:\n```python\ndef f():\n    retu";

        assertThat(extracted(answer, Prompts.program("f")).code()).isEqualTo("def f():\n    return 1\n");
    }

    @Test
    void fenceWhoseOpeningStoodInThePromptIsRead() {
        ExtractedCode found = extracted("def f():\n    return 1\n```\nThis returns one.", Prompts.program("f"));

        assertThat(found)
                .isEqualTo(new ExtractedCode(Extraction.FENCED, CodeForm.SOLUTION, "def f():\n    return 1\n"));
    }

    @Test
    void strayFenceAtTheEndIsNoBlock() {
        String answer = "```python\ndef f():\n    return 1\n```\nExplanation.\n```";

        assertThat(extracted(answer, Prompts.program("f")).how()).isEqualTo(Extraction.FENCED);
    }

    @Test
    void markdownFenceAroundTheWholeAnswerIsLookedThrough() {
        String answer = "```markdown\n# Solution\n```python\ndef f():\n    return 1\n```\nDone.\n```\n";

        assertThat(extracted(answer, Prompts.program("f")).code()).isEqualTo("def f():\n    return 1\n");
    }

    @Test
    void reasoningIsNotSearchedForCode() {
        String thinking = "<think>Maybe\n```python\ndef f():\n    return 0\n```\nno.</think>\n";
        String answer = "```python\ndef f():\n    return 1\n```\n";

        assertThat(extracted(thinking + answer, Prompts.program("f")).code()).isEqualTo("def f():\n    return 1\n");
        assertThat(extractor.extract(thinking.replace("</think>", ""), Prompts.program("f")))
                .isEmpty();
    }

    @Test
    void otherLanguagesAreTakenFromTheirFences() {
        String answer = "```toml\n[dependencies]\n```\n```rust\nfn f() -> i32 { 1 }\n```\n```bash\ncargo run\n```\n";

        assertThat(extracted(answer, new CodeRequest("rs", null, "f")).code()).isEqualTo("fn f() -> i32 { 1 }\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "function total(l: number[]): number {\n  return 0;\n}\n",
                "const total = (l) => 0;\n",
                "std::vector<long> total(std::vector<long> l) {\n  return l;\n}\n",
                "func total(l []int) int {\n\treturn 0\n}\n",
                "total() {\n  echo 0\n}\n",
            })
    void functionOfAnotherLanguageIsPreferredToItsUsage(String function) {
        String answer = "```js\n" + function + "```\nUsage:\n```js\nconsole.log(total([1]));\n```\n";

        assertThat(extracted(answer, new CodeRequest("javascript", null, "total"))
                        .code())
                .isEqualTo(function);
    }
}
