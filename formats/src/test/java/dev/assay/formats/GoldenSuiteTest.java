package dev.assay.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.suite.SuiteDocument;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The bundled suite is read by the reader that users get. */
class GoldenSuiteTest {

    private static final Path GOLDEN = Path.of("..", "suites", "golden");

    @Test
    void bundledSuiteHasNoFault() {
        ReadSuite golden = new SuiteReader().read(new SuiteSource.Data(null, GOLDEN));

        SuiteDocument document = golden.document();
        assertThat(golden.warnings()).isEmpty();
        assertThat(document.name()).isEqualTo("golden");
        assertThat(document.tasks())
                .allSatisfy(task -> assertThat(task.reference()).isNotNull());
    }
}
