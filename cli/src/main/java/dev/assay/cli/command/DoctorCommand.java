package dev.assay.cli.command;

import dev.assay.cli.exit.ExitCode;
import dev.assay.contracts.run.Isolation;
import dev.assay.sandboxrunner.sandbox.JudgingPool;
import dev.assay.sandboxrunner.sandbox.SandboxSettings;
import dev.assay.sandboxrunner.sandbox.SandboxUnavailableException;
import dev.assay.sandboxrunner.sandbox.host.HostJudging;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code assay doctor}. */
@Command(
        name = "doctor",
        description = "Checks this machine: JDK, sandbox levels with proof, loopback ports, disk.",
        footer = {"", "Exit codes: 0 everything that assay run needs is there, 4 something is missing."})
public final class DoctorCommand implements Callable<Integer> {

    private static final long NEEDED_MB = 1_024;
    private static final long BYTES_PER_MB = 1_048_576;

    @Option(
            names = "--data-dir",
            defaultValue = ".assay",
            paramLabel = "DIR",
            description = "The folder whose disk is checked (default: ${DEFAULT-VALUE}).")
    Path dataDir;

    private boolean healthy = true;

    @Override
    public Integer call() {
        tell(true, "JDK", Runtime.version() + " at " + System.getProperty("java.home"));
        sandbox();
        loopback();
        disk();
        return (healthy ? ExitCode.OK : ExitCode.UNAVAILABLE).number();
    }

    private void sandbox() {
        try (JudgingPool pool = open(Isolation.HOST_NS)) {
            tell(true, "sandbox " + pool.level(), "proven with attacks on itself; " + pool.runtime());
        } catch (SandboxUnavailableException e) {
            tell(false, "sandbox HOST_NS", String.valueOf(e.getMessage()));
            weakestSandbox();
        }
    }

    private void weakestSandbox() {
        try (JudgingPool pool = open(Isolation.PROCESS)) {
            tell(
                    true,
                    "sandbox " + pool.level(),
                    "works, but only for programs you trust, such as assay demo's; " + pool.runtime());
        } catch (SandboxUnavailableException e) {
            tell(false, "sandbox PROCESS", String.valueOf(e.getMessage()));
        }
    }

    private static JudgingPool open(Isolation minimum) {
        SandboxSettings defaults = SandboxSettings.defaults();
        return HostJudging.open(
                new SandboxSettings(
                        1,
                        minimum,
                        defaults.python(),
                        defaults.directory(),
                        defaults.recycleAfter(),
                        defaults.canaryEvery()),
                (submission, again) -> {});
    }

    private void loopback() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            tell(true, "loopback", "ports on " + socket.getInetAddress().getHostAddress() + " can be opened");
        } catch (IOException e) {
            tell(false, "loopback", "no port on 127.0.0.1 can be opened (" + e.getMessage() + ")");
        }
    }

    private void disk() {
        Path existing = dataDir.toAbsolutePath();
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        try {
            long free = Files.getFileStore(existing).getUsableSpace() / BYTES_PER_MB;
            tell(free >= NEEDED_MB, "disk", free + " MB free at " + existing + ", " + NEEDED_MB + " MB needed");
        } catch (IOException e) {
            tell(false, "disk", existing + " cannot be examined (" + e.getMessage() + ")");
        }
    }

    private void tell(boolean good, String what, String finding) {
        healthy &= good;
        System.out.printf(Locale.ROOT, "%-7s %-18s %s%n", good ? "ok" : "MISSING", what, finding);
    }
}
