package dev.assay.scorer.statistics;

import dev.assay.contracts.id.Digest;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Seeds that depend on what is computed and on nothing else. */
public final class Seeds {

    private static final int HEX_DIGITS = 16;

    private Seeds() {}

    /**
     * The seed for this computation: the first eight bytes of a SHA-256.
     *
     * @param base of the run's protocol
     * @param parts that name what is computed
     */
    public static long seed(long base, String... parts) {
        String name =
                Arrays.stream(parts).map(part -> part.length() + ":" + part).collect(Collectors.joining("|"));
        return Long.parseUnsignedLong(Digest.of(base + "|" + name).hex().substring(0, HEX_DIGITS), 16);
    }
}
