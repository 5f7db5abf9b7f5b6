package dev.assay.orchestrator.suite;

import static dev.assay.orchestrator.suite.SuiteDocuments.retired;
import static dev.assay.orchestrator.suite.SuiteDocuments.suite;
import static dev.assay.orchestrator.suite.SuiteDocuments.task;
import static dev.assay.orchestrator.suite.SuiteDocuments.unreferenced;
import static dev.assay.orchestrator.suite.SuiteDocuments.withContext;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.contracts.id.Digest;
import dev.assay.contracts.json.Json;
import dev.assay.contracts.suite.Prompt.ContextFile;
import dev.assay.contracts.suite.SuiteDocument;
import dev.assay.contracts.suite.TaskDocument;
import dev.assay.orchestrator.blob.Blob;
import dev.assay.wire.access.BlobKind;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SuiteContentsTest {
    @Test
    void digestDoesNotDependOnTheOrderOfTasks() {
        Digest one = SuiteContents.of(suite(task("a"), task("b"), task("c"))).digest();

        Digest other = SuiteContents.of(suite(task("c"), task("a"), task("b"))).digest();

        assertThat(other).isEqualTo(one);
    }

    @Test
    void digestIsTheSameForEver() {
        Digest digest = SuiteContents.of(suite(task("a"), unreferenced("b"))).digest();

        assertThat(digest.hex()).isEqualTo("02aea0402b89f553da940a6168ab19e3e62ed146cb2d365278968fd3df4109af");
    }

    @Test
    void digestSurvivesTheWayOverTheWire() {
        SuiteDocument suite = suite(task("a"), task("b"));

        SuiteDocument received = Json.read(Json.bytes(suite), SuiteDocument.class);

        assertThat(SuiteContents.of(received).digest())
                .isEqualTo(SuiteContents.of(suite).digest());
    }

    @Test
    void digestChangesWithATask() {
        assertThat(SuiteContents.of(suite(task("a"))).digest())
                .isNotEqualTo(SuiteContents.of(suite(task("b"))).digest());
    }

    @Test
    void headAndReferencesAndRetiredTasksAreNoPartOfTheDigest() {
        Digest plain = SuiteContents.of(suite(task("a"))).digest();

        assertThat(SuiteContents.of(suite("renamed", Map.of(), task("a"))).digest())
                .isEqualTo(plain);
        assertThat(SuiteContents.of(suite(unreferenced("a"))).digest()).isEqualTo(plain);
        assertThat(SuiteContents.of(suite(task("a"), retired("old"))).digest()).isEqualTo(plain);
    }

    @Test
    void blobsHoldPromptJudgeAndReferenceUnderTheTasksDigests() {
        TaskDocument task = task("a");

        SuiteContents contents = SuiteContents.of(suite(task));

        SuiteTask taken = contents.tasks().getFirst();
        assertThat(contents.blobs())
                .containsExactlyInAnyOrder(
                        Blob.of(BlobKind.PROMPT, Json.canonical(task.prompt())),
                        Blob.of(BlobKind.JUDGE, Json.canonical(task.judge())),
                        Blob.of(BlobKind.PROMPT, Json.canonical(java.util.Objects.requireNonNull(task.reference()))));
        assertThat(contents.blobs())
                .extracting(Blob::digest)
                .containsExactlyInAnyOrder(taken.promptDigest(), taken.judgeDigest(), taken.reference());
    }

    @Test
    void contextFileThatIsNotItsDigestIsRefused() {
        Digest wrong = Digest.of("another text");

        assertThatThrownBy(() -> SuiteContents.of(suite("s", Map.of(wrong, "a text"), task("a"))))
                .isInstanceOf(InvalidSuiteException.class)
                .hasMessageContaining("contextFiles")
                .hasMessageContaining(wrong.abbreviated());
    }

    @Test
    void contextFileThatIsMissingIsRefusedByName() {
        ContextFile file = new ContextFile("src/model.py", Digest.of("class Model: ..."));

        assertThatThrownBy(() -> SuiteContents.of(suite(withContext("a", file))))
                .isInstanceOf(InvalidSuiteException.class)
                .hasMessageContaining("'a'")
                .hasMessageContaining("src/model.py");
    }

    @Test
    void contextFileIsAPromptBlob() {
        String text = "class Model: ...";
        ContextFile file = new ContextFile("src/model.py", Digest.of(text));

        SuiteContents contents = SuiteContents.of(suite("s", Map.of(file.digest(), text), withContext("a", file)));

        assertThat(contents.blobs()).contains(Blob.of(BlobKind.PROMPT, text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void suiteWithoutAnActiveTaskIsRefused() {
        assertThatThrownBy(() -> SuiteContents.of(suite(retired("old"))))
                .isInstanceOf(InvalidSuiteException.class)
                .hasMessageContaining("none of them is active");
    }
}
