package dev.assay.sandboxrunner.sandbox.host;

import dev.assay.contracts.id.Digest;
import dev.assay.sandboxrunner.sandbox.Observation;
import dev.assay.sandboxrunner.sandbox.Slot;
import dev.assay.sandboxrunner.sandbox.SlotDiedException;
import dev.assay.sandboxrunner.sandbox.Submission;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A slot that is a supervisor process, spoken to over its standard input and output. */
final class SupervisorSlot implements Slot {

    /** Time to start, kill and clean up, beyond a sample's own wall-clock limit. */
    private static final Duration MARGIN = Duration.ofSeconds(5);

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration FAREWELL = Duration.ofSeconds(3);
    private static final ScheduledExecutorService WATCHDOG = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("sandbox-watchdog").factory());

    private final Process process;
    private final DataInputStream results;
    private final OutputStream commands;
    private final Path root;
    private final String greeting;
    private @Nullable Digest kit;
    private long kitId;
    private long samples;

    /** @param root the directory that the supervisor builds its root on; removed with the slot */
    SupervisorSlot(Process process, Path root) throws SlotDiedException {
        this.process = process;
        this.root = root;
        this.results = new DataInputStream(new java.io.BufferedInputStream(process.getInputStream(), 1 << 16));
        this.commands = process.getOutputStream();
        this.greeting = new String(answer(START), java.nio.charset.StandardCharsets.UTF_8);
    }

    /** What the supervisor said of itself, for logs only. */
    String greeting() {
        return greeting;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public Observation run(Submission submission) throws SlotDiedException {
        boolean withKit = !submission.kit().digest().equals(kit);
        if (withKit) {
            kitId++;
            kit = submission.kit().digest();
        }
        samples++;
        Duration limit = Duration.ofMillis((long) (submission.limits().wallSeconds() * 1_000))
                .plus(MARGIN);
        Future<?> watch = WATCHDOG.schedule(this::kill, limit.toMillis(), TimeUnit.MILLISECONDS);
        try {
            commands.write(Frames.request(samples, kitId, withKit, submission));
            commands.flush();
            return Frames.result(read(), samples);
        } catch (IOException e) {
            throw new SlotDiedException("the supervisor ended or did not answer within " + limit.toSeconds() + " s");
        } finally {
            watch.cancel(false);
        }
    }

    private byte[] answer(Duration limit) throws SlotDiedException {
        Future<?> watch = WATCHDOG.schedule(this::kill, limit.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return read();
        } catch (IOException e) {
            throw new SlotDiedException("the supervisor did not start");
        } finally {
            watch.cancel(false);
        }
    }

    private byte[] read() throws IOException, SlotDiedException {
        int length = Integer.reverseBytes(results.readInt());
        if (length < 0 || length > Frames.LARGEST_RESULT) {
            throw new SlotDiedException("a frame of " + length + " bytes");
        }
        byte[] frame = new byte[length];
        results.readFully(frame);
        return frame;
    }

    private void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() {
        try {
            commands.close();
        } catch (IOException e) {
            // The pipe is broken because the supervisor has gone, which is what closing is for.
        }
        try {
            if (!process.waitFor(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
                process.waitFor(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
        if (!root.toFile().delete()) {
            root.toFile().deleteOnExit();
        }
    }
}
