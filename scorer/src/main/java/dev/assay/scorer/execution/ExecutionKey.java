package dev.assay.scorer.execution;

import dev.assay.contracts.event.VerdictReached.JudgeUsed;
import java.util.Comparator;

/**
 * Where an execution belongs: its sample in integers, the stage, the judge, and its own id.
 *
 * @param subjectNo position in the run
 * @param taskNo position in the run's plan
 * @param index of the sample
 * @param judge kind, and for judges of which there may be several also who
 */
public record ExecutionKey(
        int runNo, int subjectNo, int taskNo, int index, int stageOrdinal, int round, String judge, String executionId)
        implements Comparable<ExecutionKey> {

    private static final Comparator<ExecutionKey> ORDER = Comparator.comparingInt(ExecutionKey::runNo)
            .thenComparingInt(ExecutionKey::subjectNo)
            .thenComparingInt(ExecutionKey::taskNo)
            .thenComparingInt(ExecutionKey::index)
            .thenComparingInt(ExecutionKey::stageOrdinal)
            .thenComparingInt(ExecutionKey::round)
            .thenComparing(ExecutionKey::judge)
            .thenComparing(ExecutionKey::executionId);

    /** What tells one judge of a sample from another; judges of one kind are one judge unless they have opinions. */
    public static String judge(JudgeUsed judge) {
        return switch (judge.kind()) {
            case EXECUTION, COMPARISON, FINDINGS, RANKING -> judge.kind().name();
            case LLM, HUMAN -> judge.kind() + ":" + judge.name() + ":" + (judge.by() == null ? "" : judge.by());
        };
    }

    @Override
    public int compareTo(ExecutionKey other) {
        return ORDER.compare(this, other);
    }
}
