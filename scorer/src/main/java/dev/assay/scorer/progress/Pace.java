package dev.assay.scorer.progress;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides when something that is active is due to be looked at: not more often than the shortest interval, and for no more
 * than a twentieth of the time where looking takes long. Activity is never forgotten. Thread-safe.
 */
public final class Pace<T> {

    private static final int SHARE = 20;

    private final Duration shortest;
    private final Set<T> active = new HashSet<>();
    private final Map<T, Long> resting = new HashMap<>();

    /** @param shortest time between two looks at one thing */
    public Pace(Duration shortest) {
        this.shortest = shortest;
    }

    /** It has become active. */
    public synchronized void mark(T what) {
        active.add(what);
    }

    /**
     * What was active since it was last due, and has rested.
     *
     * @param now in nanoseconds, of any clock that never goes back
     */
    public synchronized List<T> due(long now) {
        resting.values().removeIf(until -> until - now <= 0);
        List<T> due = new ArrayList<>();
        for (T each : active) {
            if (!resting.containsKey(each)) {
                due.add(each);
                resting.put(each, now + shortest.toNanos());
            }
        }
        due.forEach(active::remove);
        return due;
    }

    /**
     * It was looked at, which took this long.
     *
     * @param now as in {@link #due}
     */
    public synchronized void looked(T what, long now, Duration took) {
        long rest = Math.max(shortest.toNanos(), SHARE * took.toNanos());
        resting.put(what, now + rest);
    }
}
