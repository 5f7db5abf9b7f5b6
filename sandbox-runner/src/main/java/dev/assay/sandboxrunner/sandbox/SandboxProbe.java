package dev.assay.sandboxrunner.sandbox;

import dev.assay.contracts.outcome.Judged;
import dev.assay.contracts.outcome.Outcome;
import dev.assay.contracts.run.Isolation;
import dev.assay.contracts.suite.Limits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * Proves on this machine that a sandbox keeps its promises, by attacking it. PROCESS promises only that verdicts come out
 * right for programs that do not cheat.
 */
public final class SandboxProbe {

    private static final Limits BRIEF = new Limits(1, 1, 512, 64, 32);
    private static final Limits USUAL = new Limits(10, 5, 512, 64, 32);

    private static final String PLANT = """
            import os
            for place in ("/tmp", "/dev/shm", "/var/tmp", os.getcwd()):
                try:
                    with open(os.path.join(place, "assay-probe-leak"), "w") as file:
                        file.write("left behind")
                except OSError:
                    pass
            """;
    private static final String LOOK = """
            import os
            for place in ("/tmp", "/dev/shm", "/var/tmp", os.getcwd()):
                assert not os.path.exists(os.path.join(place, "assay-probe-leak")), place
            """;
    private static final String CONNECT = """
            import socket
            reached = False
            try:
                with socket.create_connection(("127.0.0.1", %d), timeout=1):
                    reached = True
            except OSError:
                pass
            assert not reached
            """;
    private static final String FORK_BOMB = """
            import os
            while True:
                try:
                    os.fork()
                except OSError:
                    pass
            """;

    private final Sandbox sandbox;
    private final Assessor assessor;
    private final Canary canary = new Canary(new SecureRandom());

    private SandboxProbe(Sandbox sandbox) {
        this.sandbox = sandbox;
        this.assessor = new Assessor(sandbox.level(), sandbox.runtime());
    }

    /**
     * Opens a slot, attacks it, and returns if nothing came of that.
     *
     * @throws SandboxUnavailableException naming the promise that does not hold
     */
    public static void prove(Sandbox sandbox) {
        SandboxProbe probe = new SandboxProbe(sandbox);
        try (Slot slot = sandbox.open()) {
            probe.verdicts(slot);
            if (sandbox.level() != Isolation.PROCESS) {
                probe.isolation(slot);
            }
        } catch (SlotDiedException e) {
            throw new SandboxUnavailableException(
                    "The sandbox does not stand its own test at level " + sandbox.level() + ": " + e.reason());
        }
    }

    private void verdicts(Slot slot) throws SlotDiedException {
        expect(slot, canary.good(), Judged.PASSED, "a correct program passes");
        for (int n = 0; n < 4; n++) {
            Outcome outcome = run(slot, canary.wrong());
            require(outcome != Judged.PASSED, "a wrong program does not pass");
        }
    }

    private void isolation(Slot slot) throws SlotDiedException {
        run(slot, canary.after(PLANT, USUAL));
        expect(slot, canary.after(LOOK, USUAL), Judged.PASSED, "no file is left for the next program");
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Submission connecting = canary.after(CONNECT.formatted(server.getLocalPort()), USUAL);
            expect(slot, connecting, Judged.PASSED, "no program reaches this machine's network");
        } catch (IOException e) {
            throw new SandboxUnavailableException(
                    "cannot listen on the loopback address to test the sandbox: " + e.getMessage());
        }
        Outcome bomb = run(slot, canary.after(FORK_BOMB, BRIEF));
        require(bomb == Judged.TIMEOUT || bomb == Judged.MEMORY_LIMIT, "a fork bomb ends at its limit");
        expect(slot, canary.good(), Judged.PASSED, "a correct program passes after a fork bomb");
    }

    private void expect(Slot slot, Submission submission, Outcome expected, String promise) throws SlotDiedException {
        require(run(slot, submission).equals(expected), promise);
    }

    private Outcome run(Slot slot, Submission submission) throws SlotDiedException {
        Observation observation = slot.run(submission);
        Optional<Judgement> judgement = assessor.assess(submission, observation);
        return judgement.map(Judgement::outcome).orElse(Judged.ERROR);
    }

    private void require(boolean holds, String promise) {
        if (!holds) {
            throw new SandboxUnavailableException(
                    "The sandbox does not keep a promise of level " + sandbox.level() + " on this machine: " + promise);
        }
    }
}
