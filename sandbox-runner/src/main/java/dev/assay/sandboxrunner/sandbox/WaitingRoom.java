package dev.assay.sandboxrunner.sandbox;

import dev.assay.contracts.id.Digest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Submissions that wait for a slot, by kit. A slot that has judged by a kit gets the next sample of the same kit, since its
 * judge's process is still there; after a number of them the oldest kit has its turn.
 */
final class WaitingRoom {

    private static final int LONGEST_STREAK = 64;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final LinkedHashMap<Digest, ArrayDeque<Job>> waiting = new LinkedHashMap<>();
    private final Map<Digest, Integer> streaks = new HashMap<>();
    private boolean closed;

    /** A submission and the promise to its sender. */
    record Job(Submission submission, CompletableFuture<Judgement> promise) {}

    /** Returns false if the room is closed. */
    boolean add(Job job) {
        lock.lock();
        try {
            if (closed) {
                return false;
            }
            waiting.computeIfAbsent(job.submission().kit().digest(), kit -> new ArrayDeque<>())
                    .addLast(job);
            changed.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for the next submission of a slot.
     *
     * @param held the kit of the slot's last sample; null if it holds none
     * @return empty when the room is closed
     */
    Optional<Job> take(@Nullable Digest held) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (held != null && !waiting.containsKey(held)) {
                streaks.remove(held);
            }
            while (!closed && waiting.isEmpty()) {
                changed.await();
            }
            if (closed) {
                return Optional.empty();
            }
            Digest kit = choose(held);
            if (held != null && !kit.equals(held)) {
                streaks.remove(held);
            }
            streaks.merge(kit, 1, Integer::sum);
            return Optional.of(removeFirst(kit));
        } finally {
            lock.unlock();
        }
    }

    private Job removeFirst(Digest kit) {
        ArrayDeque<Job> queue = Objects.requireNonNull(waiting.get(kit));
        Job job = queue.removeFirst();
        if (queue.isEmpty()) {
            waiting.remove(kit);
        }
        return job;
    }

    private Digest choose(@Nullable Digest held) {
        if (held != null && waiting.containsKey(held) && streaks.getOrDefault(held, 0) < LONGEST_STREAK) {
            return held;
        }
        for (Digest kit : waiting.keySet()) {
            if (!streaks.containsKey(kit)) {
                return kit;
            }
        }
        return waiting.keySet().iterator().next();
    }

    /** Lets nobody in any more and returns who was still waiting. */
    List<Job> close() {
        lock.lock();
        try {
            closed = true;
            List<Job> left = new ArrayList<>();
            waiting.values().forEach(left::addAll);
            waiting.clear();
            changed.signalAll();
            return left;
        } finally {
            lock.unlock();
        }
    }
}
