package dev.assay.sandboxrunner.judging;

import dev.assay.contracts.event.SampleGenerated;
import dev.assay.contracts.event.TaskAssigned;
import dev.assay.contracts.event.VerdictReached;
import dev.assay.contracts.event.VerdictReached.Assurance;
import dev.assay.contracts.event.VerdictReached.Detail;
import dev.assay.contracts.event.VerdictReached.IsolationUsed;
import dev.assay.contracts.event.VerdictReached.JudgeUsed;
import dev.assay.contracts.id.SampleId;
import dev.assay.contracts.outcome.Outcome;
import dev.assay.contracts.run.JudgeKind;
import dev.assay.contracts.suite.Limits;
import dev.assay.sandboxrunner.sandbox.Judgement;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes the verdict of one execution on one sample.
 *
 * @param executionId of this execution
 */
public record Verdicts(SampleGenerated sample, String executionId) {

    private static final String JUDGE = "python";
    private static final String JUDGE_VERSION = "1";
    private static final String NO_IMAGE = "host";
    private static final String MACHINE_CLASS =
            System.getProperty("os.arch") + "-" + Runtime.getRuntime().availableProcessors();

    /** A verdict without an execution. */
    VerdictReached notExecuted(Outcome outcome, String reason) {
        return verdict(outcome, new Detail(outcome.label(), reason, null, null), null, null, null);
    }

    /**
     * What an execution showed.
     *
     * @param reusedFrom the sample that was really executed; null if it is this one
     */
    VerdictReached executed(Judgement judgement, Limits limits, @Nullable SampleId reusedFrom) {
        return verdict(judgement.outcome(), judgement.detail(), judgement, limits, reusedFrom);
    }

    private VerdictReached verdict(
            Outcome outcome,
            @Nullable Detail detail,
            @Nullable Judgement judgement,
            @Nullable Limits limits,
            @Nullable SampleId reusedFrom) {
        TaskAssigned assignment = sample.assignment();
        return new VerdictReached(
                assignment.sampleId(),
                assignment.stage(),
                assignment.attempt(),
                executionId,
                null,
                sample.answerDigest(),
                sample.codeDigest(),
                assignment.judgeDigest(),
                judge(judgement),
                outcome,
                detail,
                judgement == null ? List.of() : judgement.groups(),
                Map.of(),
                judgement == null ? null : judgement.resources(),
                limits,
                judgement == null ? null : judgement.limitHit(),
                assignment.referenceMillis(),
                MACHINE_CLASS,
                judgement == null ? null : new IsolationUsed(judgement.level(), judgement.runtime(), NO_IMAGE),
                reusedFrom,
                sample.generation());
    }

    private static JudgeUsed judge(@Nullable Judgement judgement) {
        return new JudgeUsed(
                JudgeKind.EXECUTION,
                JUDGE,
                JUDGE_VERSION,
                null,
                null,
                judgement == null ? Assurance.SPLIT : judgement.assurance());
    }

    /** The verdict of a new execution that replaces an untrustworthy one. */
    public static VerdictReached superseding(VerdictReached old, Judgement judgement, String executionId) {
        return new VerdictReached(
                old.sampleId(),
                old.stage(),
                old.attempt(),
                executionId,
                old.executionId(),
                old.answerDigest(),
                old.codeDigest(),
                old.judgeDigest(),
                judge(judgement),
                judgement.outcome(),
                judgement.detail(),
                judgement.groups(),
                old.measures(),
                judgement.resources(),
                old.limits(),
                judgement.limitHit(),
                old.referenceMillis(),
                old.machineClass(),
                new IsolationUsed(judgement.level(), judgement.runtime(), NO_IMAGE),
                null,
                old.generation());
    }
}
