package dev.assay.reporter.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.contracts.event.RunScored;
import dev.assay.contracts.json.Json;
import dev.assay.contracts.run.RunRecord;
import dev.assay.contracts.run.RunState;
import dev.assay.contracts.run.Subject.Sampling;
import dev.assay.reporter.Examples;
import dev.assay.reporter.report.Report.Slice;
import dev.assay.reporter.report.Report.SubjectReport;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReportWriterTest {

    private static final RunRecord RUN = Examples.run(
            "run-1",
            1,
            RunState.FINISHED,
            3,
            Examples.subject("strong", 5, new Sampling(0.2, 0.95, 1024)),
            Examples.subject("weak"));
    private static final RunScored STRONG = Examples.scored("run-1", "strong", 1);
    private static final RunScored WEAK = Examples.bare("run-1", "weak");

    @Test
    void keysAreThoseThatScriptsRelyOn() {
        JsonNode json = Json.MAPPER.valueToTree(ReportWriter.write(RUN, List.of(STRONG)));

        assertThat(keys(json)).containsExactly("run", "subjects", "warnings");
        assertThat(keys(json.at("/run")))
                .containsExactly(
                        "id", "state", "suite", "started_at", "finished_at", "protocol", "commit", "branch", "pr");
        assertThat(keys(json.at("/run/suite"))).containsExactly("name", "version", "digest", "format");
        assertThat(keys(json.at("/subjects/0")))
                .containsExactly(
                        "name",
                        "fingerprint",
                        "revision",
                        "sampling",
                        "planned",
                        "judged",
                        "coverage",
                        "counts",
                        "scores",
                        "scores_if_not_judged_failed",
                        "slices",
                        "tasks",
                        "cost",
                        "latency",
                        "quarantined",
                        "provenance");
        assertThat(json.at("/subjects/0/scores/pass@1").toString())
                .isEqualTo(
                        "{\"value\":0.8,\"low\":0.75,\"high\":0.8500000000000001,\"level\":0.95,\"method\":\"bootstrap\",\"tasks\":65,\"samples\":325}");
        assertThat(json.at("/subjects/0/scores/pass@1[base]/value").asDouble()).isEqualTo(0.9);
        assertThat(json.at("/subjects/0/scores/pass@5").toString())
                .isEqualTo("{\"missing\":\"n < k for 12 of 65 tasks\",\"tasks\":65,\"samples\":324}");
        assertThat(keys(json.at("/subjects/0/slices/0"))).containsExactly("by", "value", "scores");
        assertThat(json.at("/subjects/0/tasks/0").toString())
                .isEqualTo(
                        "{\"task_id\":\"merge-windows\",\"n\":5,\"c\":4,\"groups\":{\"base\":{\"n\":5,\"c\":5},\"plus\":{\"n\":5,\"c\":4}},\"flaky\":false}");
        assertThat(json.at("/run/started_at").asText()).isEqualTo("2026-11-21T11:00:00Z");
        assertThat(json.at("/run/protocol/budget").toString()).isEqualTo("{\"amount\":\"20\",\"currency\":\"USD\"}");
        assertThat(json.at("/subjects/0/sampling").toString())
                .isEqualTo("{\"samples_per_task\":5,\"temperature\":0.2,\"top_p\":0.95,\"max_tokens\":1024}");
    }

    @Test
    void sameScoresInAnyOrderGiveTheSameBytes() {
        String once = Json.prettyText(ReportWriter.write(RUN, List.of(STRONG, WEAK)));
        String again = Json.prettyText(ReportWriter.write(
                Json.read(Json.text(RUN), RunRecord.class),
                List.of(WEAK, Json.read(Json.text(STRONG), RunScored.class))));

        assertThat(again).isEqualTo(once);
    }

    @Test
    void mapsAreSorted() {
        SubjectReport subject =
                ReportWriter.write(RUN, List.of(STRONG)).subjects().getFirst();

        assertThat(subject.counts().keySet()).containsExactly("FAILED", "NOT_JUDGED", "PASSED", "TIMEOUT");
        assertThat(subject.tasks().getFirst().groups().keySet()).containsExactly("base", "plus");
    }

    @Test
    void slicesStandInTheOrderThatPeopleExpect() {
        SubjectReport subject =
                ReportWriter.write(RUN, List.of(STRONG)).subjects().getFirst();

        assertThat(subject.slices())
                .extracting(Slice::value)
                .containsExactly("generation", "security", "low", "medium", "high", "intervals", "sorting");
    }

    @Test
    void subjectsStandInTheOrderOfTheRun() {
        assertThat(ReportWriter.write(RUN, List.of(WEAK, STRONG)).subjects())
                .extracting(SubjectReport::name)
                .containsExactly("strong", "weak");
    }

    @Test
    void scoresOfASubjectThatTheRunDoesNotHaveAreLeftOut() {
        assertThat(ReportWriter.write(RUN, List.of(Examples.bare("run-1", "stranger")))
                        .subjects())
                .isEmpty();
    }

    private static Stream<String> keys(JsonNode object) {
        return object.properties().stream().map(property -> property.getKey());
    }
}
