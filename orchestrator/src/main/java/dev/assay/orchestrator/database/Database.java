package dev.assay.orchestrator.database;

import dev.assay.store.Schema;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** This service's tables: schema {@code orchestrator}, migrated before anything else starts. */
@Singleton
public class Database {
    private static final int FIRST = 1;

    private final Jdbi jdbi;

    Database(DataSource dataSource) {
        this.jdbi = Schema.open(dataSource, "orchestrator");
    }

    void migrate(@Observes @Priority(FIRST) StartupEvent start) {
        jdbi.useHandle(handle -> handle.execute("SELECT 1"));
    }

    /** Queries; tables are named with their schema. */
    public Jdbi jdbi() {
        return jdbi;
    }
}
