package dev.assay.reporter.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.run.RunState;
import dev.assay.reporter.Examples;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownReportTest {

    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();
    private static final TextContentRenderer TEXT = TextContentRenderer.builder()
            .extensions(List.of(TablesExtension.create()))
            .build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a | b || c",
                "<script>alert(1)</script> &lt;b&gt; &copy;",
                "![pixel](x.png) [link](x.html) <a@b.example>",
                "*bold* _it_ ~~gone~~ `code` ``",
                "back\\slash \\| \\`",
                "# heading",
                "1. item",
                "- item",
                "+ item",
                "--- | --- | ---",
                "{{template}} $x^2$ [^1]"
            })
    void hostileNameIsShownAsItIs(String hostile) {
        Node document = PARSER.parse(MarkdownReport.of(TextReportTest.report(List.of(hostile), hostile)));

        Shown shown = new Shown();
        document.accept(shown);
        assertThat(shown.markup).isEmpty();
        assertThat(shown.cells).contains(hostile);
        assertThat(TEXT.render(document)).contains(hostile);
    }

    @Test
    void namesCannotBreakOutOfTheirLine() {
        String markdown =
                MarkdownReport.of(TextReportTest.report(List.of("one\n\n# two\r\u2028three\u001b[31m"), "strong"));

        assertThat(markdown).contains("- one \\# two three \\[31m\n");
    }

    @Test
    void nobodyIsMentionedAndNothingBecomesALink() {
        String markdown = MarkdownReport.of(TextReportTest.report(
                List.of("ask @all or @octo-org/team at https://example.org or www.example.org"), "strong"));

        assertThat(markdown)
                .contains("@\u200Ball", "@\u200Bocto-org", "https\\://example.org", "www\\.example.org")
                .contains("| pass@1 |");
    }

    @Test
    void tablesHoldEverySliceInNaturalOrder() {
        String markdown = MarkdownReport.of(TextReportTest.report(List.of(), "strong", "weak"));

        assertThat(markdown.lines().filter(line -> line.startsWith("## ")))
                .containsExactly(
                        "## Scores",
                        "## pass@1 by category",
                        "## pass@1 by complexity",
                        "## pass@1 by tag",
                        "## Before you use these numbers",
                        "## Quarantined tasks");
        assertThat(markdown)
                .contains("| pass@1 | 80.0 \\[75.0, 85.0\\] | 80.0 \\[75.0, 85.0\\] |")
                .contains("| low | 21 | 70.0")
                .contains("- broken: its reference fails: FAILED");
    }

    @Test
    void runWithoutScoresHasNoTable() {
        Report report = ReportWriter.write(
                Examples.run("run-1", 1, RunState.RUNNING, 1, Examples.subject("strong")), List.of());

        assertThat(MarkdownReport.of(report)).doesNotContain("|");
    }

    /** What a reader of the document would meet. */
    private static final class Shown extends AbstractVisitor {

        private final List<Node> markup = new ArrayList<>();
        private final List<String> cells = new ArrayList<>();

        @Override
        public void visit(HtmlBlock html) {
            markup.add(html);
        }

        @Override
        public void visit(HtmlInline html) {
            markup.add(html);
        }

        @Override
        public void visit(Link link) {
            markup.add(link);
        }

        @Override
        public void visit(Image image) {
            markup.add(image);
        }

        @Override
        public void visit(CustomNode node) {
            if (node instanceof TableCell) {
                cells.add(TEXT.render(node));
            }
            visitChildren(node);
        }
    }
}
