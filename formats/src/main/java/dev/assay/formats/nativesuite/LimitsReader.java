package dev.assay.formats.nativesuite;

import dev.assay.contracts.suite.Limits;

/** Reads {@code limits}: what is stated overrides, the rest stays. */
final class LimitsReader {

    private static final double MAX_SECONDS = 3_600;
    private static final int MIN_MEMORY_MB = 16;
    private static final int MAX_MEMORY_MB = 1024 * 1024;
    private static final int MAX_OUTPUT_KB = 1024 * 1024;
    private static final int MAX_PROCESSES = 100_000;

    private LimitsReader() {}

    static Limits read(Fields owner, Limits base) {
        Fields fields = owner.object("limits", Keys.LIMITS);
        if (fields == null) {
            return base;
        }
        Double wall = fields.number("wall_seconds", 0, MAX_SECONDS);
        Double cpu = fields.number("cpu_seconds", 0, MAX_SECONDS);
        Integer memory = fields.integer("memory_mb", MIN_MEMORY_MB, MAX_MEMORY_MB);
        Integer output = fields.integer("output_kb", 1, MAX_OUTPUT_KB);
        Integer processes = fields.integer("processes", 1, MAX_PROCESSES);
        Limits limits = new Limits(
                wall == null ? base.wallSeconds() : wall,
                cpu == null ? base.cpuSeconds() : cpu,
                memory == null ? base.memoryMb() : memory,
                output == null ? base.outputKb() : output,
                processes == null ? base.processes() : processes);
        if (limits.wallSeconds() < limits.cpuSeconds()) {
            owner.warn(
                    "limits",
                    "wall_seconds (" + limits.wallSeconds() + ") is less than cpu_seconds (" + limits.cpuSeconds()
                            + "), so the limit of CPU time is never reached");
        }
        return limits;
    }
}
