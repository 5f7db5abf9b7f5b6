package dev.assay.scorer.scoring;

import dev.assay.contracts.event.Generation;
import dev.assay.contracts.event.Generation.Cost;
import dev.assay.contracts.event.Generation.Timing;
import dev.assay.contracts.event.RunScored.Percentiles;
import dev.assay.contracts.event.RunScored.UsageSummary;
import dev.assay.contracts.run.Usage;
import dev.assay.scorer.statistics.NearestRank;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Sums what answers took. Answers that were taken from the register took nothing this time and are left out. */
final class UsageTally {

    private static final int P50 = 50;
    private static final int P95 = 95;
    private static final int P99 = 99;

    private final LongStream.Builder firstContent = LongStream.builder();
    private final LongStream.Builder total = LongStream.builder();
    private final Map<String, BigDecimal> cost = new TreeMap<>();
    private long inputTokens;
    private long outputTokens;
    private int samplesWithUsage;

    void add(Generation generation) {
        if (generation.reusedFrom() != null) {
            return;
        }
        Usage usage = generation.usage();
        if (usage != null) {
            inputTokens += usage.input();
            outputTokens += usage.output();
            samplesWithUsage++;
        }
        Timing timing = generation.timing();
        if (timing != null) {
            add(timing.firstContent(), firstContent);
            add(timing.total(), total);
        }
        Cost paid = generation.cost();
        if (paid != null) {
            cost.merge(paid.currency(), paid.amount(), BigDecimal::add);
        }
    }

    private static void add(@Nullable Long millis, LongStream.Builder to) {
        if (millis != null) {
            to.add(millis);
        }
    }

    /** Call once, after the last sample. */
    UsageSummary summary() {
        Map<String, String> sums = new TreeMap<>();
        cost.forEach((currency, amount) -> sums.put(currency, amount.toPlainString()));
        return new UsageSummary(
                samplesWithUsage == 0 ? null : inputTokens,
                samplesWithUsage == 0 ? null : outputTokens,
                sums,
                percentiles(firstContent),
                percentiles(total),
                samplesWithUsage);
    }

    private static @Nullable Percentiles percentiles(LongStream.Builder values) {
        long[] all = values.build().toArray();
        if (all.length == 0) {
            return null;
        }
        NearestRank ranks = new NearestRank(all);
        return new Percentiles(ranks.percentile(P50), ranks.percentile(P95), ranks.percentile(P99), ranks.count());
    }
}
