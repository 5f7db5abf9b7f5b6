package dev.assay.sandboxrunner;

import dev.assay.contracts.run.Isolation;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/** Settings of the sandbox runner. */
@ConfigMapping(prefix = "assay.sandbox")
public interface SandboxRunnerConfig {

    /** Samples executed at once; default: one per core. */
    OptionalInt slots();

    /** The weakest level of isolation at which this runner takes work. */
    @WithDefault("HOST_NS")
    Isolation minimumIsolation();

    /** The Python interpreter for candidates and tests; default: the first that is found. */
    Optional<Path> python();

    /** Where the supervisor's files are unpacked; default: the JVM's folder for temporary files. */
    Optional<Path> directory();

    /** After so many samples a slot is replaced by a fresh one. */
    @WithDefault("5000")
    int recycleAfter();

    /** Mean number of samples between two known-wrong programs that check a slot. */
    @WithDefault("500")
    int canaryEvery();
}
