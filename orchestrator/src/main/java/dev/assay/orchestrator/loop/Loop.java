package dev.assay.orchestrator.loop;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * Repeats a step on a virtual thread of its own: soon after a step that had work, after a longer rest otherwise, and at
 * once when woken. A step that fails is logged and repeated after the longer rest.
 */
public final class Loop implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Loop.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String name;
    private final Duration pause;
    private final Duration rest;
    private final BooleanSupplier step;
    private final Semaphore woken = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;

    /**
     * @param pause after a step that had work
     * @param rest after a step that had none
     * @param step true if it had work
     */
    public Loop(String name, Duration pause, Duration rest, BooleanSupplier step) {
        this.name = name;
        this.pause = pause;
        this.rest = rest;
        this.step = step;
        this.thread = Thread.ofVirtual().name(name).unstarted(this::repeat);
    }

    /** Begins with a first step; once only. */
    public void start() {
        thread.start();
    }

    /** There is work. */
    public void wake() {
        woken.release();
    }

    /** Lets the current step end, for a few seconds, and makes no other. */
    @Override
    public void close() {
        closed = true;
        wake();
        try {
            if (thread.isAlive() && !thread.join(PATIENCE)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void repeat() {
        while (!closed) {
            boolean worked = false;
            try {
                worked = step.getAsBoolean();
            } catch (RuntimeException e) {
                LOG.errorf(e, "%s failed, again in %d ms", name, rest.toMillis());
            }
            try {
                woken.tryAcquire(worked ? pause.toMillis() : rest.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                return;
            }
            woken.drainPermits();
        }
    }
}
