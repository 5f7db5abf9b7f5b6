package dev.assay.generator;

import dev.assay.generator.store.GeneratorStore;
import dev.assay.wire.run.RunView;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the schema is migrated and all runs are known. */
@Readiness
@ApplicationScoped
public class GeneratorReady implements HealthCheck {

    private final GeneratorStore store;
    private final RunView runs;

    GeneratorReady(GeneratorStore store, RunView runs) {
        this.store = store;
        this.runs = runs;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("generator")
                .withData("migrated", store.isOpen())
                .withData("runs read to the end", runs.caughtUp())
                .status(store.isOpen() && runs.caughtUp())
                .build();
    }
}
