package dev.assay.formats.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.fault.Fault;
import dev.assay.formats.fault.Faults;
import dev.assay.formats.fault.InvalidInputException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class YamlReaderTest {

    @Test
    void everyValueKnowsItsLine() {
        YamlNode root = YamlReader.read("a.yaml", "# comment\na: 1\nb:\n  - x\n  - |\n    text\n", new Faults())
                .orElseThrow();

        YamlNode.Mapping mapping = (YamlNode.Mapping) root;
        assertThat(entry(mapping, "a").line()).isEqualTo(2);
        YamlNode.Sequence list = (YamlNode.Sequence) entry(mapping, "b").value();
        assertThat(list.items()).extracting(YamlNode::line).containsExactly(4, 5);
    }

    @Test
    void aliasStandsForItsAnchor() {
        YamlNode root =
                YamlReader.read("a.yaml", "a: &x [1]\nb: *x\n", new Faults()).orElseThrow();

        YamlNode.Mapping mapping = (YamlNode.Mapping) root;
        assertThat(entry(mapping, "b").value()).isEqualTo(entry(mapping, "a").value());
    }

    @Test
    void aliasesThatBlowUpAreRefused() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int level = 1; level <= 5; level++) {
            bomb.append("a").append(level).append(": &a").append(level).append(" [");
            bomb.append(("*a" + (level - 1) + ", ").repeat(10)).append("]\n");
        }

        assertThat(faults(bomb.toString())).containsExactly("a.yaml:6: more than 500000 values, aliases written out");
    }

    @Test
    void manyAliasesAreRefused() {
        assertThat(faults("a: &x 1\nb: [" + "*x, ".repeat(51) + "]\n"))
                .containsExactly("a.yaml:2: more than 50 aliases");
    }

    @Test
    void valueThatHoldsItselfIsRefused() {
        assertThat(faults("a: &x [*x]\n"))
                .containsExactly("a.yaml:1: the alias '*x' stands for nothing that is complete above it");
    }

    @Test
    void deepNestingIsRefused() {
        assertThat(faults("[".repeat(100_000))).containsExactly("a.yaml:1: nested more than 64 levels deep");
    }

    @Test
    void tagOfAnObjectIsRefused() {
        assertThat(faults("a: !!java.lang.ProcessBuilder [x]\n"))
                .containsExactly(
                        "a.yaml:1: the tag tag:yaml.org,2002:java.lang.ProcessBuilder is not read here; remove it");
    }

    @Test
    void secondDocumentIsRefused() {
        assertThat(faults("a: 1\n---\nb: 2\n"))
                .containsExactly("a.yaml:2: a second document begins here; a file holds one");
    }

    @Test
    void emptyDocumentIsRefused() {
        assertThat(faults("# nothing\n")).containsExactly("a.yaml: holds no value");
    }

    @Test
    void tabAsIndentationIsNamedByItsLine() {
        assertThat(faults("a:\n\tb: 1\n")).singleElement().asString().startsWith("a.yaml:2: not valid YAML: ");
    }

    @Test
    void characterThatYamlForbidsIsNamedByItsLine() {
        assertThat(faults("a: 1\nb: \u0007\n"))
                .containsExactly("a.yaml:2: not valid YAML: the character U+0007 is not allowed");
    }

    @Test
    void escapeOfHalfACharacterIsRefused() {
        assertThat(faults("a: \"\\ud83d\\ude00\"\nb: \"\\ud83d\"\n"))
                .containsExactly("a.yaml:2: a text holds half a character (\\ud83d), which is not text");
    }

    @Test
    void keyThatIsGivenTwiceIsRefused() {
        assertThat(faults("a: 1\nb: 2\na: 3\n"))
                .containsExactly("a.yaml:3: a: the key 'a' is given twice (first on line 1)");
    }

    private static YamlNode.Entry entry(YamlNode.Mapping mapping, String key) {
        return Objects.requireNonNull(mapping.entries().get(key), key);
    }

    private static List<String> faults(String text) {
        Faults faults = new Faults();
        assertThat(YamlReader.read("a.yaml", text, faults)).isEmpty();
        try {
            faults.throwIfAny();
            return List.of();
        } catch (InvalidInputException e) {
            return e.faults().stream().map(Fault::toString).toList();
        }
    }
}
