package dev.assay.contracts.run;

import dev.assay.contracts.id.Digest;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.id.SubjectName;
import dev.assay.contracts.id.TaskId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The full record of a run. Readers keep the highest {@code revision} and ignore lower ones.
 *
 * @param runNo sequential number of the run in its orchestrator, from 1; with a subject's position, a task's position in
 *     the plan and the sample's index it is the integer key in tables
 * @param revision from 1, raised with every change
 * @param pauseReason present exactly when PAUSED
 * @param epoch part of the answer register's key: the run's own, unless it resumes, extends or reuses
 * @param plan digest of the {@link RunPlan} blob
 * @param subjects at least one; a subject's number is its position
 * @param minimumIsolation below it no runner may take this run's samples
 * @param reuseExecutions whether identical code for an identical task is executed once
 * @param quarantined tasks of the plan which are not released and not scored
 * @param warnings for the report, in words
 */
public record RunRecord(
        RunId runId,
        int runNo,
        String project,
        Purpose purpose,
        RunState state,
        @Nullable PauseReason pauseReason,
        int revision,
        Trigger trigger,
        Map<String, String> labels,
        @Nullable RunId sourceRun,
        String epoch,
        SuiteRef suite,
        Digest plan,
        List<Subject> subjects,
        Protocol protocol,
        List<Stage> stages,
        List<JudgeUse> judges,
        Isolation minimumIsolation,
        boolean reuseExecutions,
        List<Quarantine> quarantined,
        List<String> warnings,
        Instant createdAt,
        @Nullable Instant judgedAt,
        @Nullable Instant finishedAt) {

    /** @throws IllegalArgumentException if there is no subject, or a pause reason stands without a pause */
    public RunRecord {
        labels = Map.copyOf(labels);
        subjects = List.copyOf(subjects);
        stages = List.copyOf(stages);
        judges = List.copyOf(judges);
        quarantined = List.copyOf(quarantined);
        warnings = List.copyOf(warnings);
        if (subjects.isEmpty()) {
            throw new IllegalArgumentException("a run needs at least one subject");
        }
        if ((state == RunState.PAUSED) != (pauseReason != null)) {
            throw new IllegalArgumentException("a pause reason belongs to PAUSED and to no other state");
        }
    }

    /** The position of this subject, its {@code subject_no}; empty if it is not in the run. */
    public Optional<Integer> subjectNo(SubjectName name) {
        return IntStream.range(0, subjects.size())
                .filter(no -> subjects.get(no).name().equals(name))
                .boxed()
                .findFirst();
    }

    /**
     * What started a run.
     *
     * @param kind {@code cli}, {@code rest}, {@code schedule}, {@code validation}
     * @param actor who; null if unknown
     */
    public record Trigger(
            String kind,
            @Nullable String actor,
            @Nullable String commit,
            @Nullable String branch,
            @Nullable String pr) {}

    /**
     * A judge that this run's plan names.
     *
     * @param blocking whether the run waits for it
     * @param repeats how often it judges each sample, at least 1
     */
    public record JudgeUse(JudgeKind kind, boolean blocking, int repeats) {}

    /**
     * A task set aside.
     *
     * @param reason for people
     */
    public record Quarantine(TaskId task, String reason) {}
}
