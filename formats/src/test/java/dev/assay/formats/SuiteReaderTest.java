package dev.assay.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.formats.fault.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuiteReaderTest {

    private static final String HUMANEVAL = """
            {"task_id":"HumanEval/900","prompt":"def add1(x):\\n","entry_point":"add1","test":"def check(candidate):\\n    assert candidate(1) == 2\\n"}
            """;

    @TempDir
    Path folder;

    @Test
    void formatIsRecognisedFromTheContent() throws IOException {
        Path file = Files.write(folder.resolve("data"), Gzip.pack(HUMANEVAL));

        ReadSuite suite = new SuiteReader().read((SuiteSource.Data) SuiteSource.parse(file.toString()));

        assertThat(suite.document().format()).isEqualTo("humaneval");
    }

    @Test
    void prefixNamesTheFormat() throws IOException {
        Path file = Files.writeString(folder.resolve("a b.jsonl"), HUMANEVAL);

        assertThat(SuiteSource.parse("humaneval:" + file)).isEqualTo(new SuiteSource.Data(SuiteFormat.HUMANEVAL, file));
    }

    @Test
    void folderWithAManifestIsANativeSuite() throws IOException {
        Files.writeString(folder.resolve("suite.yaml"), "name: small\nversion: \"1\"\n");
        Files.createDirectory(folder.resolve("tasks"));

        assertThatThrownBy(() -> read(folder.toString()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(folder.resolve("suite.yaml") + ":1: name: the suite has no active task");
    }

    @Test
    void folderWithoutAManifestIsRefused() {
        assertThatThrownBy(() -> read(folder.toString()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(folder + ": is a folder without suite.yaml");
    }

    @ParameterizedTest
    @CsvSource({"golden, golden,", "golden@2.4, golden, 2.4"})
    void nameWithOrWithoutVersionIsARegisteredSuite(String spec, String name, String version) {
        assertThat(SuiteSource.parse(spec)).isEqualTo(new SuiteSource.Registered(name, version));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "humanevl:x.jsonl | 'humanevl' is no format, did you mean 'humaneval'?",
                "humaneval:none.jsonl | none.jsonl: there is no such file",
                "none.jsonl.gz | none.jsonl.gz: there is no such file or folder",
                "no/such/folder | no/such/folder: there is no such file or folder",
            })
    void specThatMeansNothingIsRefused(String spec, String message) {
        assertThatThrownBy(() -> SuiteSource.parse(spec))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id\":\"sample_0\",\"code\":\"x\",\"input\":\"1\",\"output\":\"2\"} | the format 'cruxeval' is not supported yet, see docs/suites.md",
                "{\"task_id\":1,\"completion\":\"x\"} | holds recorded answers, not tasks; give it as --subject NAME=replay:",
                "{\"question\":1} | its format is not recognised by the fields of its first record (question); put one before the path (native, humaneval,",
                "[1] | data:1: must be a JSON object",
                "{ | data:1: not valid JSON",
            })
    void contentOfAnotherKindIsRefused(String line, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("data"), line + "\n");

        assertThatThrownBy(() -> read(file.toString()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(message);
    }

    @Test
    void emptyFileIsRefused() throws IOException {
        Path file = Files.createFile(folder.resolve("data"));

        assertThatThrownBy(() -> read(file.toString())).hasMessage(file + ": is empty");
    }

    private static void read(String spec) {
        new SuiteReader().read((SuiteSource.Data) SuiteSource.parse(spec));
    }
}
