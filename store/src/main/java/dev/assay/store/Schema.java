package dev.assay.store;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/** A service's own schema: the tables that no other service reads or writes. */
public final class Schema {
    private Schema() {}

    /**
     * Brings a schema to the newest version of {@code classpath:db/<schema>} and opens it. The schema is made when it is
     * missing and holds its own migration history, so services may share a database and start together.
     *
     * <p>Migrations are looked up through the context class loader of the calling thread.
     *
     * @param dataSource where the schema lives; a PostgreSQL database
     * @param schema the schema's name, which is the service's: {@code scorer}
     * @return queries against that database; tables are to be named with their schema ({@code scorer.execution})
     * @throws org.flywaydb.core.api.FlywayException when there is no migration, one fails, or an applied one was edited
     */
    public static Jdbi open(DataSource dataSource, String schema) {
        migrate(dataSource, schema);
        return Jdbi.create(dataSource).installPlugin(new PostgresPlugin());
    }

    private static void migrate(DataSource dataSource, String schema) {
        Flyway.configure(Thread.currentThread().getContextClassLoader())
                .dataSource(dataSource)
                .schemas(schema)
                .defaultSchema(schema)
                .locations("classpath:db/" + schema)
                .failOnMissingLocations(true)
                .load()
                .migrate();
    }
}
