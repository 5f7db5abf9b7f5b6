package dev.assay.sandboxrunner.sandbox;

import dev.assay.contracts.id.Digest;
import dev.assay.contracts.outcome.Judged;
import dev.assay.contracts.outcome.NotJudged;
import dev.assay.contracts.outcome.NotJudged.Blame;
import dev.assay.sandboxrunner.sandbox.WaitingRoom.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one slot at work: takes samples, slips canaries in, replaces the slot when it is used up, dead or no longer to be
 * trusted. Runs on a thread of its own.
 */
final class SlotKeeper implements Runnable {

    private static final System.Logger LOG = System.getLogger(SlotKeeper.class.getName());

    private final Sandbox sandbox;
    private final SandboxSettings settings;
    private final WaitingRoom room;
    private final Assessor assessor;
    private final Consumer<List<Submission>> distrusted;
    private final RandomGenerator random;
    private final Canary canary;

    private @Nullable Slot slot;
    private @Nullable Digest held;
    private int samples;
    private int untilCanary;
    private final List<Submission> sinceCanary = new ArrayList<>();

    /** @param distrusted receives the samples of a slot on which a wrong program passed */
    SlotKeeper(
            Sandbox sandbox,
            SandboxSettings settings,
            WaitingRoom room,
            Consumer<List<Submission>> distrusted,
            RandomGenerator random) {
        this.sandbox = sandbox;
        this.settings = settings;
        this.room = room;
        this.assessor = new Assessor(sandbox.level(), sandbox.runtime());
        this.distrusted = distrusted;
        this.random = random;
        this.canary = new Canary(random);
        scheduleCanary();
    }

    @Override
    public void run() {
        try {
            for (Optional<Job> job = room.take(held); job.isPresent(); job = room.take(held)) {
                Submission submission = job.get().submission();
                job.get().promise().complete(judge(submission));
                held = submission.kit().digest();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            discard();
        }
    }

    private Judgement judge(Submission submission) {
        try {
            renew();
            String complaint;
            try {
                Observation observation = slot().run(submission);
                Optional<Judgement> judgement = assessor.assess(submission, observation);
                if (judgement.isPresent()) {
                    samples++;
                    sinceCanary.add(submission);
                    return judgement.get();
                }
                complaint = "it ended as " + observation.end();
            } catch (SlotDiedException e) {
                complaint = e.reason();
            }
            LOG.log(System.Logger.Level.INFO, "A sample ended its slot ({0}); tried again on a fresh one", complaint);
            return again(submission);
        } catch (SandboxUnavailableException e) {
            return assessor.notJudged(submission, new NotJudged("NO_SLOT", Blame.SANDBOX, true), e.reason());
        }
    }

    /** A sample that ends a fresh slot too, while canaries on such a slot are fine, did it by itself: that is its ERROR. */
    private Judgement again(Submission submission) {
        discard();
        String complaint;
        try {
            if (!trustworthy()) {
                return broken(submission);
            }
            Observation observation = slot().run(submission);
            Optional<Judgement> judgement = assessor.assess(submission, observation);
            if (judgement.isPresent()) {
                return judgement.get();
            }
            complaint = "it ended as " + observation.end();
        } catch (SlotDiedException e) {
            complaint = e.reason();
        }
        discard();
        try {
            return trustworthy() ? assessor.sandboxKiller(submission, complaint) : broken(submission);
        } catch (SlotDiedException e) {
            return broken(submission);
        }
    }

    private Judgement broken(Submission submission) {
        discard();
        return assessor.notJudged(
                submission,
                new NotJudged("SLOT_BROKEN", Blame.SANDBOX, true),
                "a fresh slot does not judge a known program rightly");
    }

    private boolean trustworthy() throws SlotDiedException {
        return passes(canary.good()) && !passes(canary.wrong());
    }

    private boolean passes(Submission known) throws SlotDiedException {
        return assessor.assess(known, slot().run(known))
                .filter(judgement -> judgement.outcome() == Judged.PASSED)
                .isPresent();
    }

    /** Replaces a slot that is used up, and tries one that a canary is due for. */
    private void renew() {
        if (samples >= settings.recycleAfter()) {
            tryCanary();
            discard();
        } else if (untilCanary-- <= 0) {
            tryCanary();
        }
    }

    private void tryCanary() {
        scheduleCanary();
        if (slot == null) {
            return;
        }
        held = null;
        try {
            if (passes(canary.wrong())) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "A wrong program passed: its slot is replaced, {0} samples are judged again",
                        sinceCanary.size());
                List<Submission> doubtful = List.copyOf(sinceCanary);
                discard();
                distrusted.accept(doubtful);
                return;
            }
            sinceCanary.clear();
        } catch (SlotDiedException e) {
            discard();
        }
    }

    private void scheduleCanary() {
        int mean = settings.canaryEvery();
        untilCanary = random.nextInt(mean / 2, mean + mean / 2 + 1);
    }

    private Slot slot() {
        Slot open = slot;
        if (open == null) {
            open = sandbox.open();
            slot = open;
            samples = 0;
            sinceCanary.clear();
        }
        return open;
    }

    private void discard() {
        Slot open = slot;
        slot = null;
        held = null;
        if (open != null) {
            open.close();
        }
    }
}
