package dev.assay.reporter.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.contracts.event.RunScored;
import dev.assay.contracts.json.Json;
import dev.assay.contracts.run.RunState;
import dev.assay.contracts.run.Subject.Sampling;
import dev.assay.reporter.Examples;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportSchemaTest {

    private static final Report FULL = ReportWriter.write(
            Examples.run(
                    "run-1",
                    1,
                    RunState.FINISHED,
                    3,
                    Examples.subject("strong", 5, new Sampling(0.2, 0.95, 1024)),
                    Examples.subject("weak")),
            List.of(Examples.scored("run-1", "strong", 1), Examples.bare("run-1", "weak")));

    @Test
    void reportIsValid() {
        assertThat(Schemas.faults("report", tree(FULL))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RUNNING", "PAUSED", "JUDGED", "CANCELLED"})
    void reportOfAnUnfinishedRunIsValid(RunState state) {
        Report report =
                ReportWriter.write(Examples.run("run-1", 1, state, 1, Examples.subject("weak")), List.<RunScored>of());

        assertThat(Schemas.faults("report", tree(report))).isEmpty();
    }

    @Test
    void schemaKnowsEveryKeyThatIsWritten() {
        ObjectNode closed = Schemas.read("report");
        close(closed);

        assertThat(Schemas.faults(closed, tree(FULL))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/run",
                "/run/suite/digest",
                "/run/started_at",
                "/run/protocol",
                "/subjects/0/fingerprint",
                "/subjects/0/coverage",
                "/subjects/0/scores_if_not_judged_failed",
                "/subjects/0/scores/pass@1/low",
                "/subjects/0/scores/pass@1/tasks",
                "/subjects/0/scores/pass@5/missing",
                "/subjects/0/slices/0/by",
                "/subjects/0/tasks/0/n",
                "/warnings"
            })
    void missingKeyIsAFault(String pointer) {
        JsonNode report = tree(FULL);
        int last = pointer.lastIndexOf('/');
        ObjectNode parent = (ObjectNode) report.at(pointer.substring(0, last));
        assertThat(parent.remove(pointer.substring(last + 1))).isNotNull();

        assertThat(Schemas.faults("report", report)).isNotEmpty();
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.path("properties").isObject()
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        node.forEach(ReportSchemaTest::close);
    }

    private static JsonNode tree(Report report) {
        return Json.read(Json.prettyText(report), JsonNode.class);
    }
}
