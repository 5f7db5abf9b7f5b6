package dev.assay.formats.nativesuite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.SuiteFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/suites.md}, to which messages refer, says what the reader does. */
class DocumentedFormatTest {

    private static final Path PAGE = Path.of("..", "docs", "suites.md");

    @TempDir
    Path folder;

    @Test
    void examplesAreWithoutFault() throws IOException {
        List<String> examples = examples();
        String manifest = examples.get(0);
        String task = examples.get(1);

        SuiteOnDisk suite = new SuiteOnDisk(folder)
                .manifest(manifest)
                .task(task)
                .write("tasks/sum.yaml", SuiteOnDisk.TASK.replace("id: add-one", "id: sum"))
                .write("src/models/transaction.py", "class Transaction: ...\n");

        assertThat(suite.faults()).isEmpty();
    }

    @Test
    void everyKeyIsShown() throws IOException {
        String page = Files.readString(PAGE);

        List<String> later = List.of("messages", "suffix", "response_schema", "success", "stages", "environment");
        assertThat(Stream.concat(Keys.SUITE.stream(), Keys.TASK.stream()))
                .allSatisfy(key -> assertThat(page).contains(later.contains(key) ? key : key + ":"));
    }

    @Test
    void whatIsNotSupportedYetIsListed() throws IOException {
        String page = Files.readString(PAGE);
        String later = page.substring(page.indexOf("## Not supported yet"), page.indexOf("## Recorded answers"));

        assertThat(Keys.LATER_EVALUATIONS).allSatisfy(type -> assertThat(later).contains("`" + type + "`"));
        assertThat(Arrays.stream(SuiteFormat.values()).filter(format -> !format.isSupported()))
                .allSatisfy(format -> assertThat(later).contains("`" + format.prefix() + "`"));
        assertThat(Arrays.stream(SuiteFormat.values()).filter(SuiteFormat::isSupported))
                .allSatisfy(format -> assertThat(later).doesNotContain("`" + format.prefix() + "`"));
    }

    private static List<String> examples() throws IOException {
        Matcher blocks = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
        return blocks.results().map(block -> block.group(1)).toList();
    }
}
