package dev.assay.reporter.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.event.RunScored;
import dev.assay.contracts.event.RunScored.Provenance;
import dev.assay.contracts.run.RunRecord;
import dev.assay.contracts.run.RunState;
import dev.assay.contracts.run.Subject;
import dev.assay.contracts.run.Subject.Sampling;
import dev.assay.reporter.Examples;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WarningsTest {

    private static final Subject SUBJECT = Examples.subject("coder");

    @Test
    void warningsOfTheRunComeFirst() {
        RunRecord run =
                Examples.run("run-1", 1, RunState.FINISHED, 2, "golden", List.of("no reference for 3 tasks"), SUBJECT);

        assertThat(ReportWriter.write(run, List.of(Examples.bare("run-1", "coder")))
                        .warnings())
                .first()
                .isEqualTo("no reference for 3 tasks");
    }

    @Test
    void unfinishedRunIsIncomplete() {
        assertThat(warnings(Examples.run("run-1", 1, RunState.CANCELLED, 2, SUBJECT)))
                .contains("the run is cancelled: this report is incomplete");
    }

    @Test
    void subjectWithoutScoresIsNamed() {
        assertThat(warnings(Examples.run("run-1", 1, RunState.FINISHED, 2, SUBJECT)))
                .contains("coder: its scores have not arrived");
    }

    @Test
    void quarantinedTasksAreCounted() {
        assertThat(warnings(finished(SUBJECT), Examples.bare("run-1", "coder")))
                .contains("1 task quarantined and left out of every score: the reference itself fails");
    }

    @Test
    void notJudgedSamplesAreCounted() {
        assertThat(warnings(finished(SUBJECT), Examples.scored("run-1", "coder", 1)))
                .contains("coder: 1 of 325 samples not judged; they count in no score");
    }

    @Test
    void flakyTasksAreCounted() {
        assertThat(warnings(finished(SUBJECT), Examples.scored("run-1", "coder", 1)))
                .contains("coder: identical code was judged differently on 1 task");
    }

    @Test
    void weakIsolationAndAChangedModelAreTold() {
        RunScored bare = Examples.bare("run-1", "coder");
        RunScored scored = new RunScored(
                bare.run(),
                bare.subject(),
                bare.fingerprint(),
                1,
                true,
                null,
                65,
                65,
                1,
                new Provenance(List.of("m-1", "m-2"), List.of("PROCESS"), List.of(), List.of(), "0.1.0"),
                List.of(),
                bare.counts(),
                bare.scores(),
                List.of(),
                List.of(),
                bare.usage());

        assertThat(warnings(finished(SUBJECT), scored))
                .contains(
                        "coder: executed at level PROCESS, where a program can reach this machine's files and forge its verdict",
                        "coder: answered by more than one model: m-1, m-2");
    }

    @Test
    void warmSamplesNeedMany() {
        Subject warm = Examples.subject("coder", 5, new Sampling(0.8, null, null));

        assertThat(warnings(finished(warm), Examples.bare("run-1", "coder")))
                .contains("coder: pass@1 at temperature 0.8 rests on 5 samples per task; above 0.4 it needs 20");
    }

    @Test
    void coldSamplesSayLittleOfPassAtK() {
        Subject cold = Examples.subject("coder", 20, new Sampling(0.2, null, null));

        assertThat(warnings(finished(cold), Examples.bare("run-1", "coder")))
                .contains("coder: pass@5 at temperature 0.2; below 0.4 samples hardly differ and it says little");
    }

    @Test
    void manyWarmSamplesAreFine() {
        Subject warm = Examples.subject("coder", 20, new Sampling(0.8, null, null));

        assertThat(warnings(finished(warm), Examples.bare("run-1", "coder")))
                .noneMatch(warning -> warning.contains("temperature"));
    }

    @Test
    void subjectsThatWereSampledDifferentlyAreNotAlike() {
        RunRecord run = finished(
                Examples.subject("one", 5, new Sampling(0.2, null, null)),
                Examples.subject("two", 10, new Sampling(0.3, null, null)));

        assertThat(warnings(run, Examples.bare("run-1", "one"), Examples.bare("run-1", "two")))
                .contains(
                        "the subjects have different numbers of samples per task: compare them with care",
                        "the subjects were sampled at different settings: compare them with care");
    }

    @Test
    void smallCategoriesAllowNoHardConclusion() {
        assertThat(warnings(finished(SUBJECT), Examples.scored("run-1", "coder", 1)))
                .contains(
                        "categories with fewer than 30 tasks allow no hard conclusion: generation (13), security (13)");
    }

    @Test
    void completeRunWithoutDoubtWarnsOfItsQuarantineOnly() {
        assertThat(warnings(finished(SUBJECT), Examples.bare("run-1", "coder"))).hasSize(1);
    }

    private static RunRecord finished(Subject... subjects) {
        return Examples.run("run-1", 1, RunState.FINISHED, 2, subjects);
    }

    private static List<String> warnings(RunRecord run, RunScored... scores) {
        return ReportWriter.write(run, Stream.of(scores).toList()).warnings();
    }
}
