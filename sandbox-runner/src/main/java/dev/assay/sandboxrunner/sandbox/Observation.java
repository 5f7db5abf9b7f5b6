package dev.assay.sandboxrunner.sandbox;

import java.util.List;

/**
 * What a slot reported about one sample, before anybody believes it.
 *
 * @param end why the sample ended
 * @param reports JSON packets of the judge, in order of arrival
 * @param status exit code of a program that ended by itself, 128 and the signal's number if one killed it, else 0
 * @param wallMillis elapsed
 * @param cpuMillis of the program and the children it waited for
 * @param judgeCpuMillis of the judge
 * @param peakMemoryKb largest resident set, in KiB
 * @param outputBytes written to stdout and stderr
 * @param output the first 2 KiB of that
 */
public record Observation(
        End end,
        List<byte[]> reports,
        int status,
        double wallMillis,
        double cpuMillis,
        double judgeCpuMillis,
        long peakMemoryKb,
        long outputBytes,
        byte[] output) {

    /** Copies the reports. */
    public Observation {
        reports = List.copyOf(reports);
    }

    /** Why a sample ended. */
    public enum End {
        /** The judge had its say. */
        JUDGED,
        /** The wall-clock limit. */
        WALL,
        /** The CPU limit. */
        CPU,
        /** The memory limit. */
        MEMORY,
        /** The output limit. */
        OUTPUT,
        /** The judge ended without a word. */
        JUDGE_ENDED,
        /** The sandbox could not start it. */
        NOT_STARTED
    }
}
