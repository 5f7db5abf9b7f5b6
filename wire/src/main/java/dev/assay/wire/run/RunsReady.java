package dev.assay.wire.run;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready until all runs are known. */
@Readiness
@ApplicationScoped
public class RunsReady implements HealthCheck {

    private final RunView view;

    RunsReady(RunView view) {
        this.view = view;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("runs read to the end")
                .status(view.caughtUp())
                .build();
    }
}
