package dev.assay.contracts.outcome;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;

/**
 * We failed to judge a sample. It is retried when {@code retryable}, stays visible, and is outside every score.
 *
 * @param code what happened, in upper snake case, e.g. {@code SLOT_DIED}; stable, for people and for counts
 * @param blame whose failure it was
 * @param retryable whether releasing the sample again can help
 */
@JsonSerialize(converter = OutcomeJson.FromOutcome.class)
@JsonDeserialize(converter = OutcomeJson.ToNotJudged.class)
public record NotJudged(String code, Blame blame, boolean retryable) implements Outcome {

    /** The label of every outcome of this type. */
    public static final String LABEL = "NOT_JUDGED";

    @Override
    public String label() {
        return LABEL;
    }

    /** Whose failure it was that a sample could not be judged. */
    public enum Blame {
        /** The sandbox or its machine. */
        SANDBOX,
        /** The model's endpoint. */
        PROVIDER,
        /** A recording lacks the answer. */
        RECORDING,
        /** The suite: its judge cannot work. */
        SUITE,
        /** Assay's own services, topics or stores. */
        PIPELINE,
        /** The run's budget was spent. */
        BUDGET
    }
}
