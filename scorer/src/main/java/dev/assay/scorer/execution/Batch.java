package dev.assay.scorer.execution;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** How arrived executions are cut into commits. */
public final class Batch {

    /** The most executions in one commit. */
    public static final int LARGEST = 500;

    private Batch() {}

    /** Each execution once, in the order of keys (so that two writers never wait for each other), in pieces. */
    public static List<List<Execution>> of(Collection<Execution> arrived) {
        TreeMap<ExecutionKey, Execution> distinct = new TreeMap<>();
        arrived.forEach(each -> distinct.putIfAbsent(each.key(), each));
        List<Execution> sorted = List.copyOf(distinct.values());
        List<List<Execution>> batches = new ArrayList<>();
        for (int from = 0; from < sorted.size(); from += LARGEST) {
            batches.add(sorted.subList(from, Math.min(sorted.size(), from + LARGEST)));
        }
        return batches;
    }
}
