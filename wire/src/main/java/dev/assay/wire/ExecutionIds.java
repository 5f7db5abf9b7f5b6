package dev.assay.wire;

import com.github.f4b6a3.uuid.UuidCreator;

/** Ids of executions: time-ordered, so that the smallest is the first that was made. */
public final class ExecutionIds {

    private ExecutionIds() {}

    /** A new UUID of version 7 as text; greater than every earlier one of this process. */
    public static String next() {
        return UuidCreator.getTimeOrderedEpochPlus1().toString();
    }
}
