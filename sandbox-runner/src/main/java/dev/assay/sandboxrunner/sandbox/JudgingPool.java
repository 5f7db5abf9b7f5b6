package dev.assay.sandboxrunner.sandbox;

import dev.assay.contracts.outcome.NotJudged;
import dev.assay.contracts.outcome.NotJudged.Blame;
import dev.assay.contracts.run.Isolation;
import dev.assay.sandboxrunner.sandbox.WaitingRoom.Job;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

/** Judges submissions on a number of slots. Thread-safe. */
public final class JudgingPool implements AutoCloseable {

    private final Sandbox sandbox;
    private final int slots;
    private final WaitingRoom room = new WaitingRoom();
    private final BiConsumer<Submission, CompletableFuture<Judgement>> superseded;
    private final List<Thread> keepers = new ArrayList<>();
    private final Assessor assessor;

    /**
     * A pool on a sandbox whose level {@link SandboxProbe} has proven.
     *
     * @param sandbox closed with the pool
     * @param superseded told of each sample that is judged again because its slot was found untrustworthy; the judgement
     *     given before must be replaced by the future one
     */
    public JudgingPool(
            Sandbox sandbox,
            SandboxSettings settings,
            BiConsumer<Submission, CompletableFuture<Judgement>> superseded) {
        this.sandbox = sandbox;
        this.slots = settings.slots();
        this.superseded = superseded;
        this.assessor = new Assessor(sandbox.level(), sandbox.runtime());
        SecureRandom random = new SecureRandom();
        for (int n = 0; n < slots; n++) {
            SlotKeeper keeper = new SlotKeeper(sandbox, settings, room, this::judgeAgain, random);
            keepers.add(Thread.ofPlatform().daemon().name("sandbox-slot-" + n).start(keeper));
        }
    }

    /**
     * Judges one program.
     *
     * @return completed with the judgement, never exceptionally; on one of the pool's own threads, so do not block there
     */
    public CompletableFuture<Judgement> submit(Submission submission) {
        CompletableFuture<Judgement> promise = new CompletableFuture<>();
        if (!room.add(new Job(submission, promise))) {
            promise.complete(closed(submission));
        }
        return promise;
    }

    private void judgeAgain(List<Submission> doubtful) {
        for (Submission submission : doubtful) {
            superseded.accept(submission, submit(submission));
        }
    }

    private Judgement closed(Submission submission) {
        return assessor.notJudged(
                submission, new NotJudged("SANDBOX_CLOSED", Blame.SANDBOX, true), "the sandbox was closed before");
    }

    /** The proven level. */
    public Isolation level() {
        return sandbox.level();
    }

    /** Interpreter and version. */
    public String runtime() {
        return sandbox.runtime();
    }

    /** How many samples run at a time. */
    public int slots() {
        return slots;
    }

    /** Ends every slot once its current sample has ended; who still waits gets NOT_JUDGED. Idempotent. */
    @Override
    public void close() {
        for (Job job : room.close()) {
            job.promise().complete(closed(job.submission()));
        }
        for (Thread keeper : keepers) {
            try {
                keeper.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        sandbox.close();
    }
}
