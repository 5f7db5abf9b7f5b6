package dev.assay.sandboxrunner.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.assay.contracts.outcome.Judged;
import dev.assay.contracts.outcome.NotJudged;
import dev.assay.contracts.run.Isolation;
import dev.assay.contracts.suite.CodeForm;
import dev.assay.contracts.suite.Limits;
import dev.assay.sandboxrunner.sandbox.host.HostJudging;
import dev.assay.sandboxrunner.sandbox.host.HostSandbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlotFailureTest {

    private static final Limits BRIEF = new Limits(1.5, 1, 256, 64, 32);
    private static final SandboxSettings ONE_SLOT = SandboxSettings.defaults().withSlots(1);
    private static final String RIGHT = "    return a + b\n";
    private static final String SLOW = "    import time\n    time.sleep(0.7)\n    return a + b\n";

    @TempDir
    Path directory;

    private static Submission adding(String id, String body) {
        return Submission.of(id, Kits.adding(BRIEF), body, CodeForm.COMPLETION);
    }

    @Test
    void sampleWhoseSupervisorIsKilledIsJudgedOnAFreshSlot() {
        try (JudgingPool pool = HostJudging.open(ONE_SLOT, (sample, again) -> {})) {
            pool.submit(adding("warm", RIGHT)).join();
            CompletableFuture<Judgement> judgement = pool.submit(adding("slow", SLOW));
            supervisors().forEach(ProcessHandle::destroyForcibly);
            assertThat(judgement.join().outcome()).isEqualTo(Judged.PASSED);
        }
        assertThat(supervisors()).isEmpty();
    }

    @Test
    void supervisorThatFallsSilentIsReplaced() throws IOException, InterruptedException {
        try (JudgingPool pool = HostJudging.open(ONE_SLOT, (sample, again) -> {})) {
            pool.submit(adding("warm", RIGHT)).join();
            ProcessHandle frozen =
                    supervisors().getFirst().children().findFirst().orElseThrow();
            assertThat(new ProcessBuilder("kill", "-STOP", Long.toString(frozen.pid()))
                            .start()
                            .waitFor())
                    .isZero();
            assertThat(pool.submit(adding("next", RIGHT)).join().outcome()).isEqualTo(Judged.PASSED);
            await().atMost(Duration.ofSeconds(5)).until(() -> !frozen.isAlive());
        }
    }

    @Test
    void killingTheJvmLeavesNoProcessBehind() throws IOException {
        Process jvm = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SleepingPool.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(jvm.inputReader().readLine()).isEqualTo("ready");
        List<ProcessHandle> family = jvm.toHandle().descendants().toList();
        assertThat(family).hasSizeGreaterThanOrEqualTo(4);
        jvm.destroyForcibly();
        await().atMost(Duration.ofSeconds(10)).until(() -> family.stream().noneMatch(ProcessHandle::isAlive));

        HostSandbox.prepare(Isolation.HOST_NS, within(directory)).close();
        try (var left = Files.list(directory)) {
            assertThat(left).as("unpacked files of the dead are swept").isEmpty();
        }
    }

    /** A pool with a sample that sleeps; printed on standard output once it does. */
    static final class SleepingPool {

        private SleepingPool() {}

        public static void main(String[] arguments) throws InterruptedException {
            JudgingPool pool = HostJudging.open(within(Path.of(arguments[0])), (sample, again) -> {});
            pool.submit(adding("warm", RIGHT)).join();
            Limits limits = new Limits(100, 100, 256, 64, 32);
            pool.submit(
                    adding("asleep", "    import time\n    time.sleep(100)\n").within(limits));
            while (ProcessHandle.current().descendants().count() < 5) {
                Thread.onSpinWait();
            }
            System.out.println("ready");
            Thread.sleep(Duration.ofMinutes(1));
        }
    }

    @Test
    void sampleThatEndsTwoSlotsIsItsOwnError() {
        AtomicInteger deaths = new AtomicInteger();
        Sandbox sandbox = altered((slot, submission) -> {
            if (submission.executionId().equals("killer")) {
                deaths.incrementAndGet();
                throw new SlotDiedException("killed by its sample");
            }
            return slot.run(submission);
        });
        try (JudgingPool pool = new JudgingPool(sandbox, ONE_SLOT, (sample, again) -> {})) {
            Judgement judgement = pool.submit(adding("killer", RIGHT)).join();
            assertThat(judgement.outcome()).isEqualTo(Judged.ERROR);
            assertThat(judgement.groups()).hasSize(1);
            assertThat(deaths).hasValue(2);
            assertThat(pool.submit(adding("next", RIGHT)).join().outcome()).isEqualTo(Judged.PASSED);
        }
    }

    @Test
    void slotThatFailsItsCanariesIsOurFailure() {
        Sandbox sandbox = altered((slot, submission) -> {
            throw new SlotDiedException("this machine is broken");
        });
        try (JudgingPool pool = new JudgingPool(sandbox, ONE_SLOT, (sample, again) -> {})) {
            assertThat(pool.submit(adding("any", RIGHT)).join().outcome()).isInstanceOf(NotJudged.class);
        }
    }

    @Test
    void samplesOfASlotThatPassesWrongProgramsAreJudgedAgain() {
        AtomicInteger runs = new AtomicInteger();
        Sandbox sandbox = altered((slot, submission) -> {
            Observation seen = slot.run(submission);
            boolean takenOver = runs.incrementAndGet() < 30;
            return takenOver ? saying(seen, "{\"group\":0,\"outcome\":\"PASSED\",\"passed\":1,\"total\":1}") : seen;
        });
        SandboxSettings settings = new SandboxSettings(1, Isolation.HOST_NS, null, directory, 5_000, 10);
        ConcurrentLinkedQueue<CompletableFuture<Judgement>> replaced = new ConcurrentLinkedQueue<>();
        try (JudgingPool pool = new JudgingPool(sandbox, settings, (sample, again) -> {
            assertThat(sample.executionId()).startsWith("wrong");
            replaced.add(again);
        })) {
            List<CompletableFuture<Judgement>> first = java.util.stream.IntStream.range(0, 40)
                    .mapToObj(n -> pool.submit(adding("wrong" + n, "    return 3\n")))
                    .toList();
            long forged = first.stream()
                    .filter(judgement -> judgement.join().outcome() == Judged.PASSED)
                    .count();
            assertThat(forged).isGreaterThan(0);
            await().atMost(Duration.ofSeconds(20)).until(() -> !replaced.isEmpty());
            assertThat(replaced.stream().map(CompletableFuture::join).map(Judgement::outcome))
                    .contains(Judged.FAILED);
        }
    }

    @Test
    void reportsThatNoJudgeSendsAreNotBelieved() {
        for (String report : List.of(
                "{\"group\":0,\"outcome\":\"PASSED\",\"passed\":7,\"total\":7}",
                "{\"group\":0,\"outcome\":\"PASSED\",\"passed\":0,\"total\":0}",
                "{\"group\":0,\"outcome\":\"WONDERFUL\",\"passed\":1,\"total\":1}",
                "{\"group\":1,\"outcome\":\"PASSED\",\"passed\":1,\"total\":1}",
                "PASSED")) {
            Sandbox sandbox =
                    altered((slot, submission) -> submission.executionId().equals("canary")
                            ? slot.run(submission)
                            : saying(slot.run(submission), report));
            try (JudgingPool pool = new JudgingPool(sandbox, ONE_SLOT, (sample, again) -> {})) {
                assertThat(pool.submit(adding("forged", "    return 3\n"))
                                .join()
                                .outcome())
                        .as(report)
                        .isEqualTo(Judged.ERROR);
            }
        }
    }

    private static Observation saying(Observation seen, String report) {
        return new Observation(
                Observation.End.JUDGED,
                List.of(report.getBytes(StandardCharsets.UTF_8)),
                0,
                seen.wallMillis(),
                seen.cpuMillis(),
                seen.judgeCpuMillis(),
                seen.peakMemoryKb(),
                0,
                new byte[0]);
    }

    private static SandboxSettings within(Path directory) {
        SandboxSettings usual = SandboxSettings.defaults();
        return new SandboxSettings(1, Isolation.HOST_NS, null, directory, usual.recycleAfter(), usual.canaryEvery());
    }

    private static List<ProcessHandle> supervisors() {
        Predicate<ProcessHandle> supervisor =
                process -> process.info().command().orElse("").endsWith("assay-supervisor");
        return ProcessHandle.current().children().filter(supervisor).toList();
    }

    /** A way for a slot to behave other than it should. */
    private interface Alteration {
        Observation run(Slot slot, Submission submission) throws SlotDiedException;
    }

    /** The host's sandbox, taken over. */
    private static Sandbox altered(Alteration alteration) {
        Sandbox host = HostSandbox.prepare(Isolation.HOST_NS, ONE_SLOT);
        return new Sandbox() {
            @Override
            public Isolation level() {
                return host.level();
            }

            @Override
            public String runtime() {
                return host.runtime();
            }

            @Override
            public Slot open() {
                Slot slot = host.open();
                return new Slot() {
                    @Override
                    public Observation run(Submission submission) throws SlotDiedException {
                        return alteration.run(slot, submission);
                    }

                    @Override
                    public void close() {
                        slot.close();
                    }
                };
            }

            @Override
            public void close() {
                host.close();
            }
        };
    }
}
