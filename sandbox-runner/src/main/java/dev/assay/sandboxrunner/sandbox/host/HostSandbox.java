package dev.assay.sandboxrunner.sandbox.host;

import dev.assay.contracts.run.Isolation;
import dev.assay.sandboxrunner.sandbox.Sandbox;
import dev.assay.sandboxrunner.sandbox.SandboxSettings;
import dev.assay.sandboxrunner.sandbox.SandboxUnavailableException;
import dev.assay.sandboxrunner.sandbox.Slot;
import dev.assay.sandboxrunner.sandbox.SlotDiedException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Opens slots on this host: with namespaces (HOST_NS) or, for trusted programs only, without (PROCESS). */
public final class HostSandbox implements Sandbox {

    private static final int KEPT_LINES = 20;

    private final Isolation level;
    private final Interpreter interpreter;
    private final UnpackedFiles files;

    private HostSandbox(Isolation level, Interpreter interpreter, UnpackedFiles files) {
        this.level = level;
        this.interpreter = interpreter;
        this.files = files;
    }

    /**
     * Prepares this machine for slots of a level.
     *
     * @param level HOST_NS or PROCESS
     * @throws SandboxUnavailableException if there is no interpreter, or the files cannot be unpacked
     * @throws IllegalArgumentException if the level is not one of this host's
     */
    public static HostSandbox prepare(Isolation level, SandboxSettings settings) {
        if (level != Isolation.HOST_NS && level != Isolation.PROCESS) {
            throw new IllegalArgumentException("not a level of a bare host: " + level);
        }
        Interpreter interpreter = Interpreter.find(settings.python());
        return new HostSandbox(
                level, interpreter, UnpackedFiles.into(settings.directory(), level == Isolation.PROCESS));
    }

    @Override
    public Isolation level() {
        return level;
    }

    @Override
    public String runtime() {
        return "CPython " + interpreter.version();
    }

    @Override
    public Slot open() {
        Path root = files.root();
        ProcessBuilder builder = new ProcessBuilder(command(root));
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("PATH", "/usr/bin:/bin");
        ConcurrentLinkedDeque<String> complaints = new ConcurrentLinkedDeque<>();
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new SandboxUnavailableException("Cannot start the sandbox's supervisor (" + e.getMessage()
                    + "): the directory may forbid execution; name another with assay.sandbox.directory");
        }
        Thread listener = Thread.ofVirtual().start(() -> listen(process, complaints));
        try {
            return new SupervisorSlot(process, root);
        } catch (SlotDiedException e) {
            process.destroyForcibly();
            await(listener);
            throw new SandboxUnavailableException(reason(String.join("; ", complaints)));
        }
    }

    private List<String> command(Path root) {
        List<String> command = new ArrayList<>(List.of(
                files.supervisor().toString(),
                "--python",
                interpreter.executable().toString(),
                "--code",
                files.code().toString(),
                "--root",
                root.toString(),
                "--isolation",
                level == Isolation.HOST_NS ? "namespaces" : "none"));
        for (Path path : interpreter.closure()) {
            command.add("--bind");
            command.add(path.toString());
        }
        return command;
    }

    private static void listen(Process process, ConcurrentLinkedDeque<String> complaints) {
        try (BufferedReader reader = process.errorReader()) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                complaints.addLast(line.length() > 500 ? line.substring(0, 500) : line);
                if (complaints.size() > KEPT_LINES) {
                    complaints.removeFirst();
                }
            }
        } catch (IOException e) {
            complaints.addLast("its messages could not be read");
        }
    }

    private static void await(Thread listener) {
        try {
            listener.join(java.time.Duration.ofSeconds(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String reason(String complaint) {
        String remedy = level == Isolation.HOST_NS && complaint.contains("namespaces") ? UserNamespaces.remedy() : "";
        return "The sandbox does not start at level " + level + (complaint.isEmpty() ? "" : " (" + complaint + ")")
                + (remedy.isEmpty() ? "" : ": " + remedy);
    }

    @Override
    public void close() {
        files.close();
    }
}
