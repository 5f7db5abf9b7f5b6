package dev.assay.orchestrator;

import dev.assay.orchestrator.ledger.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jdbi.v3.core.JdbiException;

/** Ready when its schema is migrated and answers, and it has gone over what was outstanding at start. */
@Readiness
@ApplicationScoped
public class OrchestratorReady implements HealthCheck {
    private static final String NAME = "orchestrator";

    private final Ledger ledger;
    private final Orchestration orchestration;

    OrchestratorReady(Ledger ledger, Orchestration orchestration) {
        this.ledger = ledger;
        this.orchestration = orchestration;
    }

    @Override
    public HealthCheckResponse call() {
        try {
            return HealthCheckResponse.named(NAME)
                    .status(orchestration.restored())
                    .withData("active", ledger.active())
                    .build();
        } catch (JdbiException e) {
            return HealthCheckResponse.named(NAME)
                    .down()
                    .withData("reason", String.valueOf(e.getMessage()))
                    .build();
        }
    }
}
