package dev.assay.contracts.outcome;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;

/** A conclusive outcome: something that the answer did, and that a score counts. */
@JsonSerialize(converter = OutcomeJson.FromOutcome.class)
@JsonDeserialize(converter = OutcomeJson.ToJudged.class)
public enum Judged implements Outcome {
    /** Every group passed. */
    PASSED,
    /** An assertion or a comparison did not hold. */
    FAILED,
    /** An exception, a crash, or a sandbox that this sample killed twice. */
    ERROR,
    /** The program does not parse or compile. */
    COMPILE_ERROR,
    /** The CPU or wall-clock limit was reached. */
    TIMEOUT,
    /** The memory limit was reached. */
    MEMORY_LIMIT,
    /** More was printed than the output limit allows. */
    OUTPUT_LIMIT,
    /** There is nothing to judge in the answer; refusals included. */
    NO_CODE;

    @Override
    public String label() {
        return name();
    }
}
