package dev.assay.cli.stack;

import dev.assay.cli.exit.CommandFailure;
import dev.assay.cli.exit.ExitCode;
import io.quarkus.runtime.Quarkus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The services, as a Quarkus application on a thread of its own. */
final class ServicesThread {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final long POLL_MILLIS = 100;
    private static final CountDownLatch STARTED = new CountDownLatch(1);

    private final Path dataDir;
    private final Thread thread;
    private volatile @Nullable Throwable failure;

    ServicesThread(Path dataDir) {
        this.dataDir = dataDir;
        this.thread = Thread.ofPlatform()
                .name("services")
                .daemon()
                .unstarted(() -> Quarkus.run(ServicesApplication.class, (exitCode, thrown) -> failure = thrown));
    }

    static void started() {
        STARTED.countDown();
    }

    /**
     * Returns when the application is up; its services may not be ready yet.
     *
     * @throws CommandFailure if it does not come up
     */
    void start(Duration limit) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        long end = System.nanoTime() + limit.toNanos();
        thread.start();
        while (!STARTED.await(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
            if (!thread.isAlive() || System.nanoTime() > end) {
                Throwable thrown = failure;
                throw new CommandFailure(
                        ExitCode.UNAVAILABLE,
                        "the services did not start" + (thrown == null ? "" : " (" + root(thrown) + ")") + "; see "
                                + DataDirectory.log(dataDir));
            }
        }
    }

    private static Throwable root(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    /** Stops the services; tells whether this thread was interrupted meanwhile, which does not shorten it. */
    boolean stop() {
        boolean interrupted = false;
        long end = System.nanoTime() + STOP_LIMIT.toNanos();
        while (thread.isAlive() && System.nanoTime() < end) {
            // Asked again and again, because a start under way forgets what was asked before.
            Quarkus.asyncExit();
            try {
                thread.join(POLL_MILLIS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        return interrupted;
    }
}
