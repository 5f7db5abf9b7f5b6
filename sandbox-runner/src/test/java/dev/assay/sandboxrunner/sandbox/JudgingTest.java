package dev.assay.sandboxrunner.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.event.VerdictReached.Assurance;
import dev.assay.contracts.event.VerdictReached.Detail;
import dev.assay.contracts.event.VerdictReached.GroupResult;
import dev.assay.contracts.event.VerdictReached.LimitHit;
import dev.assay.contracts.outcome.Judged;
import dev.assay.contracts.outcome.NotJudged;
import dev.assay.contracts.outcome.NotJudged.Blame;
import dev.assay.contracts.run.Isolation;
import dev.assay.contracts.suite.CodeForm;
import dev.assay.contracts.suite.Limits;
import dev.assay.sandboxrunner.sandbox.host.HostJudging;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JudgingTest {

    private static final Limits BRIEF = new Limits(2, 1, 256, 64, 32);
    private static JudgingPool pool;

    @BeforeAll
    static void open() {
        pool = HostJudging.open(SandboxSettings.defaults().withSlots(1), (sample, again) -> {});
    }

    @AfterAll
    static void close() {
        pool.close();
    }

    @AfterEach
    void theNextSampleIsUnaffected() {
        assertThat(judge(Kits.adding(Kits.LIMITS), "    return a + b\n").outcome())
                .isEqualTo(Judged.PASSED);
    }

    private static Judgement judge(JudgeKit kit, String code) {
        return pool.submit(Submission.of("test", kit, code, CodeForm.COMPLETION))
                .join();
    }

    private static Detail detail(Judgement judgement) {
        return Objects.requireNonNull(judgement.detail());
    }

    private static Judgement adding(String body) {
        return judge(Kits.adding(BRIEF), body);
    }

    @Test
    void theLevelIsProven() {
        assertThat(pool.level()).isEqualTo(Isolation.HOST_NS);
        assertThat(pool.runtime()).startsWith("CPython 3.");
    }

    @Test
    void rightCompletionPasses() {
        Judgement judgement = adding("    return a + b\n");
        assertThat(judgement.outcome()).isEqualTo(Judged.PASSED);
        assertThat(judgement.detail()).isNull();
        assertThat(judgement.groups()).containsExactly(new GroupResult("tests", Judged.PASSED, 1, 1));
        assertThat(judgement.assurance()).isEqualTo(Assurance.SPLIT);
        assertThat(judgement.resources()).isNotNull();
    }

    @Test
    void wrongCompletionFailsAndNamesTheLine() {
        Judgement judgement = adding("    return 3\n");
        assertThat(judgement.outcome()).isEqualTo(Judged.FAILED);
        assertThat(detail(judgement).type()).isEqualTo("AssertionError");
        assertThat(detail(judgement).failingTest()).isEqualTo("assert candidate(5, 6) == 11");
    }

    @Test
    void syntaxErrorIsACompileError() {
        assertThat(adding("    return (a + b\n").outcome()).isEqualTo(Judged.COMPILE_ERROR);
    }

    @Test
    void exceptionOfTheProgramIsAnErrorEvenIfItIsAnAssertion() {
        assertThat(adding("    raise AssertionError('no')\n").outcome()).isEqualTo(Judged.ERROR);
        assertThat(adding("    return a + undefined\n").outcome()).isEqualTo(Judged.ERROR);
    }

    @Test
    void infiniteLoopEndsByCpuTime() {
        Judgement judgement = judge(Kits.adding(new Limits(20, 1, 256, 64, 32)), "    while True:\n        pass\n");
        assertThat(judgement.outcome()).isEqualTo(Judged.TIMEOUT);
        assertThat(judgement.limitHit()).isEqualTo(LimitHit.CPU);
    }

    @Test
    void sleepEndsByWallClock() {
        Judgement judgement = adding("    import time\n    time.sleep(100)\n");
        assertThat(judgement.outcome()).isEqualTo(Judged.TIMEOUT);
        assertThat(judgement.limitHit()).isEqualTo(LimitHit.WALL);
    }

    @Test
    void forkBombEndsWithItsSample() {
        String bomb = """
                    import os
                    while True:
                        try:
                            os.fork()
                        except OSError:
                            pass
                """;
        assertThat(adding(bomb).outcome()).isEqualTo(Judged.TIMEOUT);
    }

    @Test
    void memoryBombsEndAtTheLimit() {
        assertThat(adding("    return [0] * 10**10\n").outcome()).isEqualTo(Judged.MEMORY_LIMIT);
        String slowly = """
                    import mmap
                    kept = []
                    while True:
                        kept.append(bytearray(1 << 20))
                """;
        assertThat(adding(slowly).outcome()).isEqualTo(Judged.MEMORY_LIMIT);
        String byChildren = """
                    import os, time
                    for _ in range(8):
                        if os.fork() == 0:
                            kept = bytearray(200 << 20)
                            time.sleep(100)
                    time.sleep(100)
                """;
        Judgement judgement = adding(byChildren);
        assertThat(judgement.outcome()).isEqualTo(Judged.MEMORY_LIMIT);
        assertThat(judgement.limitHit()).isEqualTo(LimitHit.MEMORY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "    import os\n    os._exit(0)\n",
                "    import sys\n    sys.exit(0)\n",
                "    print('PASSED', flush=True)\n    return None\n",
                "    import os, signal\n    os.kill(os.getpid(), signal.SIGKILL)\n    os.kill(0, 9)\n    os.kill(-1, 9)\n",
                "    import ctypes\n    ctypes.string_at(0)\n",
            })
    void endingOrPrintingProvesNothing(String body) {
        assertThat(adding(body).outcome()).isIn(Judged.FAILED, Judged.ERROR);
    }

    @Test
    void objectThatEqualsEverythingFails() {
        String body = """
                    class Anything(int):
                        def __eq__(self, other):
                            return True
                        __hash__ = None
                    return Anything()
                """;
        assertThat(adding(body).outcome()).isEqualTo(Judged.FAILED);
        Judgement opaque = adding(body.replace("(int)", ""));
        assertThat(opaque.outcome()).isEqualTo(Judged.FAILED);
        assertThat(detail(opaque).type()).isEqualTo("OPAQUE_RESULT");
        assertThat(opaque.opaque()).containsExactly("Anything");
    }

    @Test
    void floodOfOutputEndsAtTheLimit() {
        Judgement judgement = adding("    while True:\n        print('x' * 1000)\n");
        assertThat(judgement.outcome()).isEqualTo(Judged.OUTPUT_LIMIT);
        assertThat(judgement.limitHit()).isEqualTo(LimitHit.OUTPUT);
    }

    @Test
    void filesAreGoneWithTheirSample() {
        String plant =
                "    open('/tmp/left', 'w').write('x')\n    open('/dev/shm/left', 'w').write('x')\n    return a + b\n";
        String look =
                "    import os\n    assert not os.listdir('/tmp') and not os.listdir('/dev/shm')\n    return a + b\n";
        assertThat(adding(plant).outcome()).isEqualTo(Judged.PASSED);
        assertThat(adding(look).outcome()).isEqualTo(Judged.PASSED);
    }

    @Test
    void theHostsLoopbackIsOutOfReach() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String connect = "    import socket\n    socket.create_connection(('127.0.0.1', %d), 1)\n    return a + b\n"
                    .formatted(server.getLocalPort());
            assertThat(adding(connect).outcome()).isEqualTo(Judged.ERROR);
        }
    }

    @Test
    void messagesCarryNoTerminalEscapes() {
        Judgement judgement = adding("    raise ValueError('\\x1b[31mred\\x1b]0;title\\x07\\x00 \\u202e')\n");
        assertThat(detail(judgement).message()).isEqualTo("red\u00b7 \u00b7");
    }

    @Test
    void casesAreCountedAndComparedStrictly() {
        JudgeKit kit = Kits.io(
                "twice",
                "[{\"input\":[1],\"output\":2},{\"input\":[2.5],\"output\":5.0},{\"input\":[[1]],\"output\":[1,1]}]",
                "exact");
        Judgement right = judge(kit, "def twice(x):\n    return x * 2\n");
        assertThat(right.groups()).containsExactly(new GroupResult("io", Judged.PASSED, 3, 3));
        Judgement partly = judge(kit, "def twice(x):\n    return x * 2 if isinstance(x, list) else float(x * 2)\n");
        assertThat(partly.outcome()).isEqualTo(Judged.FAILED);
        assertThat(partly.groups()).containsExactly(new GroupResult("io", Judged.FAILED, 2, 3));
    }

    @Test
    void testsThatDoNotCompileAreTheSuitesFault() {
        Judgement judgement = judge(Kits.tests("f", "def check(candidate:\n"), "def f():\n    pass\n");
        assertThat(judgement.outcome()).isEqualTo(new NotJudged("INVALID_JUDGE", Blame.SUITE, false));
    }

    @Test
    void sharedProcessJudgesTheSameAndSaysSo() {
        Submission submission = Submission.of("test", Kits.adding(BRIEF), "    return a + b\n", CodeForm.COMPLETION);
        Judgement right = pool.submit(submission.with(Assurance.SHARED_PROCESS)).join();
        assertThat(right.outcome()).isEqualTo(Judged.PASSED);
        assertThat(right.assurance()).isEqualTo(Assurance.SHARED_PROCESS);
    }

    @Test
    void nothingIsLeftWhenThePoolCloses() throws IOException {
        SandboxSettings settings = SandboxSettings.defaults().withSlots(2);
        try (JudgingPool other = HostJudging.open(settings, (sample, again) -> {})) {
            other.submit(Submission.of("test", Kits.adding(BRIEF), "    return a + b\n", CodeForm.COMPLETION))
                    .join();
        }
        long pid = ProcessHandle.current().pid();
        try (var files = Files.list(settings.directory())) {
            List<Path> left = files.filter(file -> file.getFileName().toString().startsWith("assay-sandbox-" + pid))
                    .toList();
            assertThat(left).hasSize(1);
        }
    }
}
