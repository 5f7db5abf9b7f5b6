package dev.assay.sandboxrunner.sandbox.host;

import dev.assay.contracts.run.Isolation;
import dev.assay.sandboxrunner.sandbox.Judgement;
import dev.assay.sandboxrunner.sandbox.JudgingPool;
import dev.assay.sandboxrunner.sandbox.Sandbox;
import dev.assay.sandboxrunner.sandbox.SandboxProbe;
import dev.assay.sandboxrunner.sandbox.SandboxSettings;
import dev.assay.sandboxrunner.sandbox.SandboxUnavailableException;
import dev.assay.sandboxrunner.sandbox.Submission;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

/** Finds out what this host allows and opens a pool on it. */
public final class HostJudging {

    private static final List<Isolation> STRONGEST_FIRST = List.of(Isolation.HOST_NS, Isolation.PROCESS);

    private HostJudging() {}

    /**
     * Opens a pool at the strongest level that this machine proves.
     *
     * @param superseded told of each sample that is judged again because its slot was found untrustworthy; the judgement
     *     given before must be replaced by the future one
     * @throws SandboxUnavailableException with reason and remedy if no level at or above the minimum holds
     */
    public static JudgingPool open(
            SandboxSettings settings, BiConsumer<Submission, CompletableFuture<Judgement>> superseded) {
        List<String> reasons = new ArrayList<>();
        for (Isolation level : STRONGEST_FIRST) {
            if (level.compareTo(settings.minimum()) < 0) {
                continue;
            }
            Sandbox sandbox = HostSandbox.prepare(level, settings);
            try {
                SandboxProbe.prove(sandbox);
                return new JudgingPool(sandbox, settings, superseded);
            } catch (SandboxUnavailableException e) {
                sandbox.close();
                reasons.add(e.reason());
            }
        }
        throw new SandboxUnavailableException(
                reasons.isEmpty()
                        ? "No sandbox of level " + settings.minimum() + " or above is built in"
                        : String.join("\n", reasons));
    }
}
