package dev.assay.contracts.run;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a run is made.
 *
 * @param k the k of pass@k, ascending, distinct, each at least 1; never empty
 * @param seed from which each sample's own seed is derived
 * @param budget null for none
 */
public record Protocol(List<Integer> k, long seed, @Nullable Budget budget) {

    /** @throws IllegalArgumentException if {@code k} is empty or a value is less than 1 */
    public Protocol {
        k = k.stream().sorted().distinct().toList();
        if (k.isEmpty() || k.getFirst() < 1) {
            throw new IllegalArgumentException("k needs at least one value, each at least 1, got " + k);
        }
    }

    /**
     * @param amount more than 0
     * @param currency ISO 4217
     */
    public record Budget(BigDecimal amount, String currency) {}
}
