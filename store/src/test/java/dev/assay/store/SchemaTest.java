package dev.assay.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

class SchemaTest {
    @TempDir
    Path directory;

    private EmbeddedPostgres postgres;
    private DataSource dataSource;

    @BeforeEach
    void start() {
        postgres = EmbeddedPostgres.start(directory);
        var source = new PGSimpleDataSource();
        source.setUrl(postgres.jdbcUrl());
        source.setUser(postgres.user());
        source.setPassword(postgres.password());
        dataSource = source;
    }

    @AfterEach
    void stop() {
        postgres.close();
    }

    @Test
    void servicesWithTheSameTableNameLiveInOneDatabase() {
        Jdbi first = Schema.open(dataSource, "first");
        Jdbi second = Schema.open(dataSource, "second");

        first.useHandle(handle -> handle.execute("insert into first.noted values (?)", 1));
        second.useHandle(handle -> handle.execute("insert into second.noted (word) values (?)", "one"));

        assertThat(words(second)).isEqualTo("one");
        assertThat(versions(first, "first")).isEqualTo(1);
        assertThat(versions(second, "second")).isEqualTo(1);
    }

    @Test
    void openingAgainKeepsTheRows() {
        Schema.open(dataSource, "second")
                .useHandle(handle -> handle.execute("insert into second.noted (word) values (?)", "kept"));

        assertThat(words(Schema.open(dataSource, "second"))).isEqualTo("kept");
    }

    @Test
    void arraysBindAsPostgresArrays() {
        int sum = Schema.open(dataSource, "first")
                .withHandle(handle -> handle.createQuery("select sum(n) from unnest(:numbers::int[]) as n")
                        .bindArray("numbers", Integer.class, 1, 2, 3)
                        .mapTo(Integer.class)
                        .one());

        assertThat(sum).isEqualTo(6);
    }

    @Test
    void schemaWithoutMigrationsIsRefused() {
        assertThatThrownBy(() -> Schema.open(dataSource, "unknown"))
                .isInstanceOf(FlywayException.class)
                .hasMessageContaining("db/unknown");
    }

    private static String words(Jdbi jdbi) {
        return jdbi.withHandle(handle -> handle.createQuery("select word from second.noted")
                .mapTo(String.class)
                .one());
    }

    private static int versions(Jdbi jdbi, String schema) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select count(*) from " + schema + ".flyway_schema_history where version is not null")
                .mapTo(Integer.class)
                .one());
    }
}
