package dev.assay.sandboxrunner.sandbox;

import dev.assay.contracts.run.Isolation;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How samples are shut in on this machine.
 *
 * @param slots samples run at a time, at least 1
 * @param minimum weaker levels are refused
 * @param python the interpreter; null to look for one
 * @param directory where the sandbox's own files are unpacked; it must allow execution
 * @param recycleAfter samples after which a slot is replaced, at least 1
 * @param canaryEvery samples between two known-wrong programs, on average, at least 2
 */
public record SandboxSettings(
        int slots, Isolation minimum, @Nullable Path python, Path directory, int recycleAfter, int canaryEvery) {

    private static final int DEFAULT_RECYCLE_AFTER = 5_000;
    private static final int DEFAULT_CANARY_EVERY = 500;

    /** @throws IllegalArgumentException if a number is out of its range */
    public SandboxSettings {
        if (slots < 1 || recycleAfter < 1 || canaryEvery < 2) {
            throw new IllegalArgumentException(
                    "a sandbox needs at least 1 slot, 1 sample per slot, a canary every 2 samples");
        }
    }

    /** A slot per core, namespaces at least, whatever interpreter is found. */
    public static SandboxSettings defaults() {
        return new SandboxSettings(
                Runtime.getRuntime().availableProcessors(),
                Isolation.HOST_NS,
                null,
                Path.of(System.getProperty("java.io.tmpdir")),
                DEFAULT_RECYCLE_AFTER,
                DEFAULT_CANARY_EVERY);
    }

    /** The same with another number of slots. */
    public SandboxSettings withSlots(int other) {
        return new SandboxSettings(other, minimum, python, directory, recycleAfter, canaryEvery);
    }

    /** The same with another weakest level. */
    public SandboxSettings withMinimum(Isolation other) {
        return new SandboxSettings(slots, other, python, directory, recycleAfter, canaryEvery);
    }
}
