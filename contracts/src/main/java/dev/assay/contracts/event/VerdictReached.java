package dev.assay.contracts.event;

import dev.assay.contracts.id.Digest;
import dev.assay.contracts.id.SampleId;
import dev.assay.contracts.outcome.Judged;
import dev.assay.contracts.outcome.Outcome;
import dev.assay.contracts.run.Isolation;
import dev.assay.contracts.run.JudgeKind;
import dev.assay.contracts.run.Stage;
import dev.assay.contracts.suite.Limits;
import dev.assay.contracts.topic.Topic;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a judge on one sample.
 *
 * @param attempt of the assignment
 * @param executionId time-ordered UUID; the conclusive verdict with the smallest is the effective one
 * @param supersedes the execution that this one replaces, because its sandbox was found untrustworthy
 * @param answerDigest null if there never was an answer
 * @param groups one per group of the judge, in order; empty when nothing was executed
 * @param measures of graded tasks, by name
 * @param limits in force; null when nothing was executed
 * @param limitHit which limit fired; null if none
 * @param referenceMillis CPU time of the reference that the limits allowed for
 * @param machineClass of the runner, so that times are compared with like
 * @param isolation null when nothing was executed
 * @param reusedFrom the sample whose execution of identical code this is
 * @param generation null if there never was an answer
 */
public record VerdictReached(
        SampleId sampleId,
        Stage stage,
        int attempt,
        String executionId,
        @Nullable String supersedes,
        @Nullable Digest answerDigest,
        @Nullable Digest codeDigest,
        Digest judgeDigest,
        JudgeUsed judge,
        Outcome outcome,
        @Nullable Detail detail,
        List<GroupResult> groups,
        Map<String, Double> measures,
        @Nullable Resources resources,
        @Nullable Limits limits,
        @Nullable LimitHit limitHit,
        @Nullable Long referenceMillis,
        @Nullable String machineClass,
        @Nullable IsolationUsed isolation,
        @Nullable SampleId reusedFrom,
        @Nullable Generation generation)
        implements Event {

    /** Copies the collections. */
    public VerdictReached {
        groups = List.copyOf(groups);
        measures = Map.copyOf(measures);
    }

    @Override
    public Topic topic() {
        return Topic.VERDICTS;
    }

    @Override
    public String partitionKey() {
        return sampleId.partitionKey();
    }

    @Override
    public String identity() {
        return executionId;
    }

    /**
     * Who judged.
     *
     * @param by the person or the subject, for HUMAN and LLM
     */
    public record JudgeUsed(
            JudgeKind kind,
            String name,
            String version,
            @Nullable Digest configDigest,
            @Nullable String by,
            Assurance assurance) {}

    /** Whether tests ran out of the candidate's reach. */
    public enum Assurance {
        /** Tests ran in another process than the candidate. */
        SPLIT,
        /** Tests ran in the candidate's process, which can forge them. */
        SHARED_PROCESS
    }

    /**
     * Why a sample did not pass.
     *
     * @param type e.g. an exception's class
     * @param message at most 2,000 characters, control characters removed
     * @param normalisedHash equal for failures that differ only in numbers and addresses
     */
    public record Detail(
            String type,
            String message,
            @Nullable String failingTest,
            @Nullable Digest normalisedHash) {

        /** The longest message kept. */
        public static final int MAX_MESSAGE = 2_000;

        /** Cuts the message to its longest length. */
        public Detail {
            message = message.length() > MAX_MESSAGE ? message.substring(0, MAX_MESSAGE) : message;
        }
    }

    /**
     * @param passed checks that passed
     * @param total checks of the group
     */
    public record GroupResult(String name, Judged outcome, int passed, int total) {}

    /**
     * @param wallMillis elapsed
     * @param cpuMillis of the candidate and its children
     * @param peakMemoryKb of the candidate and its children, in KiB
     */
    public record Resources(long wallMillis, long cpuMillis, long peakMemoryKb) {}

    /** A limit that ended a sample. */
    public enum LimitHit {
        /** CPU time. */
        CPU,
        /** Wall-clock time. */
        WALL,
        /** Memory. */
        MEMORY,
        /** stdout and stderr. */
        OUTPUT,
        /** Processes and threads. */
        PROCESSES
    }

    /**
     * Where it ran.
     *
     * @param runtime interpreter and version
     * @param image digest or name of the image; {@code host} without one
     */
    public record IsolationUsed(Isolation level, String runtime, String image) {}
}
