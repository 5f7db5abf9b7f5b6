package dev.assay.sandboxrunner;

import dev.assay.sandboxrunner.sandbox.JudgingPool;
import dev.assay.sandboxrunner.sandbox.SandboxSettings;
import dev.assay.sandboxrunner.sandbox.SandboxUnavailableException;
import dev.assay.sandboxrunner.sandbox.host.HostJudging;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The sandbox of this runner; proves its level when the service starts, and only then is work taken. */
@ApplicationScoped
public class RunningSandbox {

    private static final Logger LOG = Logger.getLogger(RunningSandbox.class);

    private final SandboxRunnerConfig config;
    private final SampleInlet inlet;
    private final Rejudging rejudging;
    private final CompletableFuture<JudgingPool> pool = new CompletableFuture<>();

    RunningSandbox(SandboxRunnerConfig config, SampleInlet inlet, Rejudging rejudging) {
        this.config = config;
        this.inlet = inlet;
        this.rejudging = rejudging;
    }

    void open(@Observes StartupEvent start) {
        Thread.ofPlatform().name("open sandbox").start(this::prove);
    }

    private void prove() {
        try {
            JudgingPool opened = HostJudging.open(settings(), rejudging);
            LOG.infof("sandbox: %d slots at %s, %s", opened.slots(), opened.level(), opened.runtime());
            inlet.take(opened);
            pool.complete(opened);
        } catch (SandboxUnavailableException e) {
            LOG.errorf("no work is taken: %s", e.getMessage());
            pool.completeExceptionally(e);
        } catch (RuntimeException e) {
            LOG.error("no work is taken: the sandbox could not be opened", e);
            pool.completeExceptionally(e);
        }
    }

    private SandboxSettings settings() {
        return new SandboxSettings(
                config.slots().orElse(Runtime.getRuntime().availableProcessors()),
                config.minimumIsolation(),
                config.python().orElse(null),
                config.directory().orElse(Path.of(System.getProperty("java.io.tmpdir"))),
                config.recycleAfter(),
                config.canaryEvery());
    }

    /** Whether the level was proven and work is taken. */
    boolean ready() {
        return pool.isDone() && !pool.isCompletedExceptionally();
    }

    /** Why no work will be taken; null while it is, or may be. */
    @Nullable
    String refusal() {
        return pool.isCompletedExceptionally()
                ? String.valueOf(pool.exceptionNow().getMessage())
                : null;
    }

    void close(@Observes ShutdownEvent stop) {
        if (ready()) {
            pool.join().close();
        }
    }
}
