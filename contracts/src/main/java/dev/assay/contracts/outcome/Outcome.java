package dev.assay.contracts.outcome;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;

/**
 * What judging one sample showed. Scores count {@link Judged} only: {@link NotJudged} is our own failure, and since it is
 * another type, no code that counts can count it.
 */
@JsonSerialize(converter = OutcomeJson.FromOutcome.class)
@JsonDeserialize(converter = OutcomeJson.ToOutcome.class)
public sealed interface Outcome permits Judged, NotJudged {

    /** The name that reports, files and metrics use: {@code PASSED}, …, {@code NOT_JUDGED}. */
    String label();
}
