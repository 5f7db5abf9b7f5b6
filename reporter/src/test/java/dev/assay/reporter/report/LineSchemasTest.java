package dev.assay.reporter.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.contracts.json.Json;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schemas of the files with a line per sample, beside the report. */
class LineSchemasTest {

    private static final String VERDICT = """
            {"subject": "coder", "task_id": "HumanEval/0", "sample": 0, "stage": "main", "judge": "EXECUTION",
             "assurance": "SPLIT", "outcome": "FAILED", "detail": {"type": "AssertionError", "message": "1 != 2"},
             "limit_hit": null, "groups": {"base": "PASSED", "plus": "FAILED"}, "measures": {}, "wall_ms": 12,
             "cpu_ms": 9, "peak_memory_kb": 9216, "reused": false, "isolation": "HOST_NS"}""";
    private static final String SAMPLE = """
            {"subject": "coder", "task_id": "HumanEval/0", "sample": 0, "completion": "    return 1\\n",
             "extraction": "VERBATIM", "finish": "UNKNOWN", "usage": {"input": 5, "output": 3, "estimated": false},
             "ttft_ms": 210, "total_ms": 900, "model": "coder-2026",
             "answer_digest": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}""";

    static Stream<String> verdictKeys() {
        return Json.read(VERDICT, JsonNode.class).propertyStream().map(property -> property.getKey());
    }

    @Test
    void linesAreValid() {
        assertThat(Schemas.faults("verdicts", Json.read(VERDICT, JsonNode.class)))
                .isEmpty();
        assertThat(Schemas.faults("samples", Json.read(SAMPLE, JsonNode.class))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("verdictKeys")
    void verdictHasEveryKey(String key) {
        ObjectNode verdict = (ObjectNode) Json.read(VERDICT, JsonNode.class);
        verdict.remove(key);

        assertThat(Schemas.faults("verdicts", verdict)).isNotEmpty();
    }

    @Test
    void verdictOfASampleThatWasNotExecutedHasNulls() {
        ObjectNode verdict = (ObjectNode) Json.read(VERDICT, JsonNode.class);
        verdict.put("outcome", "NOT_JUDGED")
                .putNull("wall_ms")
                .putNull("cpu_ms")
                .putNull("peak_memory_kb")
                .putNull("isolation");
        verdict.putObject("groups");
        verdict.putObject("detail")
                .put("type", "ANSWER_MISSING")
                .put("message", "")
                .put("blame", "RECORDING");

        assertThat(Schemas.faults("verdicts", verdict)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"answer", "solution"})
    void sampleHasOneFormOfAnswerOnly(String second) {
        ObjectNode sample = (ObjectNode) Json.read(SAMPLE, JsonNode.class);
        sample.put(second, "x");

        assertThat(Schemas.faults("samples", sample)).isNotEmpty();
    }
}
