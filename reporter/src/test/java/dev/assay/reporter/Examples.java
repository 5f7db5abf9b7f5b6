package dev.assay.reporter;

import dev.assay.contracts.event.RunScored;
import dev.assay.contracts.event.RunScored.GroupCounts;
import dev.assay.contracts.event.RunScored.Percentiles;
import dev.assay.contracts.event.RunScored.Provenance;
import dev.assay.contracts.event.RunScored.TaskCounts;
import dev.assay.contracts.event.RunScored.UsageSummary;
import dev.assay.contracts.event.Score;
import dev.assay.contracts.event.Score.Measured;
import dev.assay.contracts.event.Score.Missing;
import dev.assay.contracts.event.Score.Slice;
import dev.assay.contracts.id.Digest;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.id.SubjectName;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.run.Isolation;
import dev.assay.contracts.run.PauseReason;
import dev.assay.contracts.run.Protocol;
import dev.assay.contracts.run.Protocol.Budget;
import dev.assay.contracts.run.Provider;
import dev.assay.contracts.run.Purpose;
import dev.assay.contracts.run.RunRecord;
import dev.assay.contracts.run.RunRecord.Quarantine;
import dev.assay.contracts.run.RunRecord.Trigger;
import dev.assay.contracts.run.RunState;
import dev.assay.contracts.run.Subject;
import dev.assay.contracts.run.Subject.Role;
import dev.assay.contracts.run.Subject.Sampling;
import dev.assay.contracts.run.SuiteRef;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs and scores as the orchestrator and the scorer publish them. */
public final class Examples {

    private static final String FINGERPRINT = "fp1:" + "e".repeat(64);

    private Examples() {}

    public static RunRecord run(String id, int runNo, RunState state, int revision, Subject... subjects) {
        return run(id, runNo, state, revision, "golden", List.of(), subjects);
    }

    public static RunRecord run(
            String id,
            int runNo,
            RunState state,
            int revision,
            String suite,
            List<String> warnings,
            Subject... subjects) {
        boolean finished = state == RunState.FINISHED;
        return new RunRecord(
                new RunId(id),
                runNo,
                "default",
                Purpose.EVALUATION,
                state,
                state == RunState.PAUSED ? PauseReason.INTERRUPTED : null,
                revision,
                new Trigger("cli", "mia", "0123abc", "main", "17"),
                Map.of(),
                null,
                id,
                new SuiteRef(suite, "1.0", Digest.of("suite"), "native"),
                Digest.of("plan"),
                Arrays.asList(subjects),
                new Protocol(List.of(1, 5), 7, new Budget(new BigDecimal("2E+1"), "USD")),
                List.of(),
                List.of(),
                Isolation.HOST_NS,
                true,
                List.of(new Quarantine(new TaskId("broken"), "its reference fails: FAILED")),
                warnings,
                Instant.parse("2026-11-21T11:00:00Z"),
                finished ? Instant.parse("2026-11-21T11:10:00Z") : null,
                finished ? Instant.parse("2026-11-21T11:10:01Z") : null);
    }

    public static Subject subject(String name) {
        return subject(name, 5, null);
    }

    public static Subject subject(String name, int samplesPerTask, @Nullable Sampling sampling) {
        return new Subject(
                new SubjectName(name),
                Role.TEST,
                new Provider.Replay(Digest.of(name)),
                FINGERPRINT,
                samplesPerTask,
                sampling,
                Map.of());
    }

    /** Scores with everything that scores can have, one sample not judged. */
    public static RunScored scored(String run, String subject, int revision) {
        List<Score> overall = List.of(
                score("pass@1", null, null, 0.8, 65),
                new Score("pass@5", null, null, new Missing("n < k for 12 of 65 tasks"), 65, 324),
                score("pass@1", "base", null, 0.9, 65));
        List<Score> scores = new ArrayList<>(overall);
        for (String complexity : List.of("high", "low", "medium")) {
            scores.add(score("pass@1", null, new Slice("complexity", complexity), 0.7, 21));
        }
        for (String tag : List.of("sorting", "intervals")) {
            scores.add(score("pass@1", null, new Slice("tag", tag), 0.6, 9));
        }
        for (String category : List.of("security", "generation")) {
            scores.add(score("pass@1", null, new Slice("category", category), 0.5, 13));
        }
        return new RunScored(
                new RunId(run),
                new SubjectName(subject),
                FINGERPRINT,
                revision,
                true,
                null,
                325,
                324,
                324 / 325.0,
                new Provenance(List.of("coder-7b-2026-05"), List.of("HOST_NS"), List.of("host"), List.of(), "0.1.0"),
                List.of(new Quarantine(new TaskId("broken"), "its reference fails: FAILED")),
                Map.of("PASSED", 260, "FAILED", 60, "TIMEOUT", 4, "NOT_JUDGED", 1),
                scores,
                List.of(score("pass@1", null, null, 0.797, 65)),
                List.of(
                        new TaskCounts(
                                new TaskId("merge-windows"),
                                5,
                                4,
                                Map.of("plus", new GroupCounts(5, 4), "base", new GroupCounts(5, 5)),
                                false),
                        new TaskCounts(new TaskId("roman"), 4, 0, Map.of(), true)),
                new UsageSummary(
                        50_000L,
                        14_000L,
                        Map.of("USD", "0.18"),
                        new Percentiles(215, 402, 811, 324),
                        new Percentiles(1215, 2402, 4811, 324),
                        324));
    }

    /** The least that scores can have. */
    public static RunScored bare(String run, String subject) {
        return new RunScored(
                new RunId(run),
                new SubjectName(subject),
                FINGERPRINT,
                1,
                true,
                null,
                65,
                65,
                1,
                new Provenance(List.of(), List.of(), List.of(), List.of(), "0.1.0"),
                List.of(),
                Map.of("PASSED", 65),
                List.of(score("pass@1", null, null, 1, 65)),
                List.of(),
                List.of(),
                new UsageSummary(null, null, Map.of(), null, null, 0));
    }

    private static Score score(String metric, @Nullable String group, @Nullable Slice slice, double value, int tasks) {
        return new Score(
                metric,
                group,
                slice,
                new Measured(value, value - 0.05, Math.min(1, value + 0.05), 0.95, "bootstrap"),
                tasks,
                5 * tasks);
    }
}
