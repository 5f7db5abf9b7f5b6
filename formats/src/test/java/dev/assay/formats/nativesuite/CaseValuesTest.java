package dev.assay.formats.nativesuite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.json.Json;
import dev.assay.contracts.suite.Evaluation;
import dev.assay.contracts.suite.Judge;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an author writes as a value is what the judge gets, after a journey through JSON too. */
class CaseValuesTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 1",
                "1.0 | 1.0",
                "-7 | -7",
                "+7 | 7",
                "0x1f | 31",
                "1e0 | 1.0",
                "1e3 | 1E+3",
                "1e300 | 1E+300",
                ".5 | 0.5",
                "2.50 | 2.50",
                "2147483648 | 2147483648",
                "123456789012345678901234567890123456789012345678901234567890 | 123456789012345678901234567890123456789012345678901234567890",
                "\"1\" | \"1\"",
                "true | true",
                "yes | \"yes\"",
                "null | null",
                "~ | null",
                "2026-11-21 | \"2026-11-21\"",
                "[1, 1.0, [\"a\"]] | [1,1.0,[\"a\"]]",
                "{\"b\": 1, \"a\": {\"10\": 2.0}} | {\"a\":{\"10\":2.0},\"b\":1}",
                "\"\" | \"\"",
                "\"tab\\tand\\n\" | \"tab\\tand\\n\"",
            })
    void valueSurvives(String written, String json) {
        SuiteOnDisk suite = new SuiteOnDisk(folder);
        suite.taskWith("output: 2", "output: " + written)
                .taskWith("[1], output: 2", "[" + written + "], output: " + written);

        Judge judge = suite.readTask().judge();
        Judge transported = Json.read(Json.canonical(judge), Judge.class);

        for (Judge each : new Judge[] {judge, transported}) {
            Evaluation.Case only =
                    ((Evaluation.Io) each.groups().getFirst()).cases().getFirst();
            assertThat(Json.text(only.output())).isEqualTo(json);
            assertThat(Json.text(only.input().getFirst())).isEqualTo(json);
        }
    }
}
