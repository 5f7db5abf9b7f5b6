package dev.assay.contracts.suite;

/**
 * What one sample may use. CPU time decides a time-out; wall-clock time is the generous bound for programs that sleep.
 *
 * @param wallSeconds greater than 0, at most 3,600
 * @param cpuSeconds greater than 0, at most 3,600
 * @param memoryMb above the interpreter's own, at least 16, in MiB
 * @param outputKb stdout and stderr together, at least 1, in KiB
 * @param processes threads included, at least 1
 */
public record Limits(double wallSeconds, double cpuSeconds, int memoryMb, int outputKb, int processes) {

    /** What a native suite gets that states none. */
    public static final Limits DEFAULT = new Limits(10, 5, 1024, 1024, 64);

    private static final double MAX_SECONDS = 3_600;
    private static final int MIN_MEMORY_MB = 16;

    /** @throws IllegalArgumentException if a value is outside its range */
    public Limits {
        requireSeconds("wall_seconds", wallSeconds);
        requireSeconds("cpu_seconds", cpuSeconds);
        requireAtLeast("memory_mb", memoryMb, MIN_MEMORY_MB);
        requireAtLeast("output_kb", outputKb, 1);
        requireAtLeast("processes", processes, 1);
    }

    /**
     * These limits with the time of a slow reference allowed for: at least four times what the reference needed.
     *
     * @param referenceMillis CPU time of the reference on this class of machine, in milliseconds
     */
    public Limits allowingFor(long referenceMillis) {
        double needed = Math.min(MAX_SECONDS, 4 * referenceMillis / 1_000.0);
        if (needed <= cpuSeconds) {
            return this;
        }
        return new Limits(
                Math.min(MAX_SECONDS, Math.max(wallSeconds, 3 * needed)), needed, memoryMb, outputKb, processes);
    }

    private static void requireSeconds(String field, double value) {
        if (!(value > 0 && value <= MAX_SECONDS)) {
            throw new IllegalArgumentException(
                    field + " must be more than 0 and at most " + (int) MAX_SECONDS + ", got " + value);
        }
    }

    private static void requireAtLeast(String field, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(field + " must be at least " + least + ", got " + value);
        }
    }
}
