package dev.assay.scorer.execution;

import dev.assay.contracts.event.VerdictReached;
import dev.assay.contracts.event.VerdictReached.Detail;
import dev.assay.contracts.event.VerdictReached.Resources;
import dev.assay.contracts.event.VerdictsStored;
import dev.assay.contracts.event.VerdictsStored.Stored;
import dev.assay.contracts.id.RunId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tells what was stored. */
public final class Acknowledgements {

    private Acknowledgements() {}

    /** One event for each run, of which there must be at most {@link VerdictsStored#MAX_VERDICTS} executions. */
    public static List<VerdictsStored> of(Collection<Execution> stored) {
        Map<RunId, List<Stored>> byRun = new TreeMap<>();
        for (Execution each : stored) {
            VerdictReached verdict = each.verdict();
            byRun.computeIfAbsent(verdict.sampleId().run(), run -> new ArrayList<>())
                    .add(stored(verdict));
        }
        return byRun.entrySet().stream()
                .map(each -> new VerdictsStored(each.getKey(), each.getValue()))
                .toList();
    }

    private static Stored stored(VerdictReached verdict) {
        Resources resources = verdict.resources();
        return new Stored(
                verdict.sampleId(),
                verdict.stage().ordinal(),
                verdict.stage().round(),
                verdict.judge().kind(),
                verdict.attempt(),
                verdict.executionId(),
                verdict.outcome(),
                resources == null ? null : resources.cpuMillis(),
                message(verdict.detail()));
    }

    private static @Nullable String message(@Nullable Detail detail) {
        if (detail == null) {
            return null;
        }
        return detail.message().isBlank() ? detail.type() : detail.type() + ": " + detail.message();
    }
}
