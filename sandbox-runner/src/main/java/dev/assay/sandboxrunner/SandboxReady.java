package dev.assay.sandboxrunner;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Not ready until the sandbox has proven its level; says why when it never will. */
@Readiness
@ApplicationScoped
public class SandboxReady implements HealthCheck {

    private final RunningSandbox sandbox;

    SandboxReady(RunningSandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("sandbox").status(sandbox.ready());
        String refusal = sandbox.refusal();
        return (refusal == null ? response : response.withData("reason", refusal)).build();
    }
}
