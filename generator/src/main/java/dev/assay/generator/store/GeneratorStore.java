package dev.assay.generator.store;

import dev.assay.store.Schema;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Schema {@code generator}: migrated at start, before anything is consumed. */
@ApplicationScoped
public class GeneratorStore {

    private static final String SCHEMA = "generator";

    private final DataSource dataSource;
    private volatile @Nullable Jdbi jdbi;

    GeneratorStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void open(@Observes @Priority(1) StartupEvent start) {
        jdbi = Schema.open(dataSource, SCHEMA);
    }

    /**
     * Queries against the migrated schema.
     *
     * @throws IllegalStateException before the start of the application
     */
    public Jdbi jdbi() {
        Jdbi opened = jdbi;
        if (opened == null) {
            throw new IllegalStateException("schema " + SCHEMA + " is not migrated yet");
        }
        return opened;
    }

    /** Whether the schema has been migrated. */
    public boolean isOpen() {
        return jdbi != null;
    }
}
