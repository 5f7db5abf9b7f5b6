package dev.assay.scorer.execution;

import dev.assay.contracts.event.VerdictReached;
import dev.assay.contracts.id.Digest;
import dev.assay.contracts.outcome.Judged;
import dev.assay.contracts.outcome.NotJudged;
import org.jspecify.annotations.Nullable;

/** A verdict and where it belongs. */
public record Execution(ExecutionKey key, VerdictReached verdict) {

    boolean isConclusive() {
        return switch (verdict.outcome()) {
            case Judged judged -> true;
            case NotJudged notJudged -> false;
        };
    }

    /** What was executed: equal for executions that must agree; null if nothing was. */
    @Nullable
    String content() {
        Digest content = verdict.codeDigest() == null ? verdict.answerDigest() : verdict.codeDigest();
        return content == null ? null : content.hex();
    }
}
