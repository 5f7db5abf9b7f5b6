package dev.assay.reporter.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.event.RunScored;
import dev.assay.contracts.run.RunState;
import dev.assay.contracts.run.Subject;
import dev.assay.reporter.Examples;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextReportTest {

    @Test
    void fourSubjectsFitBesideEachOtherOn120Columns() {
        String text = TextReport.of(report(List.of(), "strong", "weak", "resampled", "qwen2.5-coder-7b-instruct-q4"));

        assertThat(text.lines()).allMatch(line -> line.length() <= 120);
        assertThat(text.lines()
                        .filter(line -> line.contains("strong") && !line.contains(":"))
                        .toList())
                .isNotEmpty()
                .allMatch(line -> line.contains("weak") && line.contains("resampled"));
        assertThat(text).contains("80.0 [75.0, 85.0]");
    }

    @Test
    void subjectsThatDoNotFitFollowBelow() {
        String[] names = Stream.iterate(1, no -> no + 1)
                .limit(9)
                .map(no -> "subject-" + no)
                .toArray(String[]::new);

        String text = TextReport.of(report(List.of(), names));

        assertThat(text.lines()).allMatch(line -> line.length() <= 120);
        assertThat(text).contains(names);
    }

    @Test
    void longNameIsWrappedNotCut() {
        String name = "a".repeat(30) + "-" + "b".repeat(30);

        String text = TextReport.of(report(List.of(), name));

        assertThat(text).contains("a".repeat(22), "aaaaaaaa-", "b".repeat(22), "b".repeat(8));
    }

    @Test
    void controlsOfTheTerminalAreShownAsQuestionMarks() {
        String hostile = "\u001b[31mred\u001b]0;title\u0007 \u009b2J \u202egnp.exe\r\nforged 100.0";

        String text = TextReport.of(report(List.of(hostile), "sub\u202eject"));

        assertThat(text.replace("\n", "")).doesNotMatch("(?s).*[\\p{Cc}\\p{Cf}].*");
        assertThat(text).contains("  - ?[31mred?]0;title? ?2J ?gnp.exe??forged 100.0", "sub?ject");
    }

    @Test
    void namesInOtherScriptsStayWhole() {
        String text = TextReport.of(report(List.of(), "模型-ü-" + "\uD83D\uDE80".repeat(30)));

        assertThat(text).contains("模型-ü-", "\uD83D\uDE80".repeat(22)).doesNotContain("?");
    }

    @Test
    void scoresByTagAreLeftOutAndTheRestStandsInNaturalOrder() {
        List<String> lines = TextReport.of(report(List.of(), "strong")).lines().toList();

        assertThat(lines).noneMatch(line -> line.contains("by tag"));
        int complexity = lines.indexOf("pass@1 by complexity");
        assertThat(lines.indexOf("pass@1 by category")).isPositive().isLessThan(complexity);
        assertThat(lines.subList(complexity + 2, complexity + 5))
                .map(line -> line.strip().split(" ")[0])
                .containsExactly("low", "medium", "high");
    }

    @Test
    void missingScoreSaysWhy() {
        assertThat(TextReport.of(report(List.of(), "strong")).replaceAll("\\s+", " "))
                .contains("n < k for 12 of 65");
    }

    @Test
    void bothScoresStandThereWhenSamplesWereNotJudged() {
        String text = TextReport.of(report(List.of(), "strong"));

        assertThat(text).contains("pass@1 if not judged", "79.7 [74.7, 84.7]", "324 of 325", "NOT_JUDGED");
    }

    @Test
    void runWithoutScoresHasNoTable() {
        Report report = ReportWriter.write(
                Examples.run("run-1", 1, RunState.RUNNING, 1, Examples.subject("strong")), List.of());

        assertThat(TextReport.of(report)).isEqualTo("""
                golden 1.0  run run-1  2026-11-21T11:00:00Z

                Before you use these numbers
                  - the run is running: this report is incomplete
                  - 1 task quarantined and left out of every score: the reference itself fails
                """);
    }

    @Test
    void localeOfTheMachineChangesNothing() {
        Locale before = Locale.getDefault();
        String expected = TextReport.of(report(List.of(), "strong"));
        try {
            Locale.setDefault(Locale.GERMANY);

            assertThat(TextReport.of(report(List.of(), "strong"))).isEqualTo(expected);
        } finally {
            Locale.setDefault(before);
        }
    }

    static Report report(List<String> warnings, String... names) {
        Subject[] subjects = Stream.of(names).map(Examples::subject).toArray(Subject[]::new);
        List<RunScored> scores =
                Stream.of(names).map(name -> Examples.scored("run-1", name, 1)).toList();
        return ReportWriter.write(Examples.run("run-1", 1, RunState.FINISHED, 2, "golden", warnings, subjects), scores);
    }
}
