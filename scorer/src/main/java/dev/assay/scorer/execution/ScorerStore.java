package dev.assay.scorer.execution;

import dev.assay.store.Schema;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** The schema {@code scorer}, migrated before anything is delivered. */
@ApplicationScoped
public class ScorerStore {

    private final Jdbi jdbi;

    ScorerStore(DataSource dataSource) {
        this.jdbi = Schema.open(dataSource, "scorer");
    }

    void migrate(@Observes @Priority(1) StartupEvent start) {
        // Being called creates this bean, and so migrates.
    }

    /** Queries; tables are named with their schema. */
    public Jdbi jdbi() {
        return jdbi;
    }
}
