package dev.assay.sandboxrunner.sandbox;

import dev.assay.contracts.event.VerdictReached.Assurance;
import dev.assay.contracts.event.VerdictReached.Detail;
import dev.assay.contracts.event.VerdictReached.GroupResult;
import dev.assay.contracts.event.VerdictReached.LimitHit;
import dev.assay.contracts.event.VerdictReached.Resources;
import dev.assay.contracts.outcome.Outcome;
import dev.assay.contracts.run.Isolation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What judging one program showed. All text in it is free of control characters and cut to length.
 *
 * @param detail why it did not pass; null if it passed
 * @param groups one per group of the kit, in order; empty when not judged
 * @param resources null when nothing ran
 * @param limitHit null if no limit fired
 * @param opaque type names of results that could not travel by value, at most 20; a comparison with one never holds
 * @param runtime interpreter and version
 */
public record Judgement(
        Outcome outcome,
        @Nullable Detail detail,
        List<GroupResult> groups,
        @Nullable Resources resources,
        @Nullable LimitHit limitHit,
        List<String> opaque,
        Assurance assurance,
        Isolation level,
        String runtime) {

    /** Copies the lists. */
    public Judgement {
        groups = List.copyOf(groups);
        opaque = List.copyOf(opaque);
    }
}
