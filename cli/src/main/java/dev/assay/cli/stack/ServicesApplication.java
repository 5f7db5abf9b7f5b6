package dev.assay.cli.stack;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;

/** Keeps the services up until they are asked to end. */
public final class ServicesApplication implements QuarkusApplication {

    @Override
    public int run(String... args) {
        ServicesThread.started();
        Quarkus.waitForExit();
        return 0;
    }
}
