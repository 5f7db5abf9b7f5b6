package dev.assay.orchestrator.run;

import dev.assay.contracts.id.Digest;
import dev.assay.contracts.id.TaskId;

/** Seeds of single samples: never one seed for all. */
public final class Seeds {
    private static final int HEX_DIGITS_OF_A_LONG = 16;

    private Seeds() {}

    /**
     * The first eight bytes of {@code sha256(run seed + "/" + task + "/" + index)} without their sign bit.
     *
     * @return at least 0
     */
    public static long of(long runSeed, TaskId task, int index) {
        String hex = Digest.of(runSeed + "/" + task + "/" + index).hex();
        return Long.parseUnsignedLong(hex, 0, HEX_DIGITS_OF_A_LONG, 16) & Long.MAX_VALUE;
    }
}
