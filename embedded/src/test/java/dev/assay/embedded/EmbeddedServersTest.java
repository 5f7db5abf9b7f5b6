package dev.assay.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServersTest {
    @TempDir
    Path directory;

    @Test
    void tellAQuarkusApplicationHowToReachThem() {
        try (var servers = EmbeddedServers.start(directory)) {
            assertThat(servers.configuration())
                    .containsEntry("quarkus.datasource.username", "assay")
                    .containsEntry(
                            "quarkus.datasource.jdbc.url", servers.postgres().jdbcUrl())
                    .containsEntry("kafka.bootstrap.servers", servers.kafka().bootstrapServers())
                    .containsKeys("quarkus.datasource.password", "kafka.security.protocol", "kafka.sasl.jaas.config");
        }
    }

    @Test
    void startAgainAfterTheirProcessWasKilled() throws IOException, InterruptedException, SQLException {
        // Given
        Process owner = owner();
        awaitReady(owner);
        Path pidFile = directory.resolve("postgres/data/postmaster.pid");
        assertThat(pidFile).exists();

        // When
        owner.destroyForcibly();
        assertThat(owner.waitFor(10, TimeUnit.SECONDS)).isTrue();

        // Then
        try (var servers = EmbeddedServers.start(directory)) {
            assertThat(EmbeddedPostgresTest.query(servers.postgres(), "select 1"))
                    .isEqualTo("1");
            assertThat(servers.postgres().fresh()).isFalse();
            assertThat(servers.kafka().fresh()).isTrue();
        }
        assertThat(pidFile).doesNotExist();
    }

    @Test
    void newDatabaseMeansNewBroker() throws IOException {
        // Given
        EmbeddedServers.start(directory).close();
        Folder.delete(directory.resolve("postgres"));

        // When
        try (var servers = EmbeddedServers.start(directory)) {
            // Then
            assertThat(servers.postgres().fresh()).isTrue();
            assertThat(servers.kafka().fresh()).isTrue();
        }
    }

    @Test
    void databaseIsStoppedWhenTheBrokerCannotStart() throws IOException {
        // Given
        Files.createFile(directory.resolve("kafka"));

        // When, then
        assertThatThrownBy(() -> EmbeddedServers.start(directory).close())
                .isInstanceOf(EmbeddedException.class)
                .hasMessageContaining(directory.resolve("kafka").toString());
        assertThat(directory.resolve("postgres/data/postmaster.pid")).doesNotExist();
    }

    private Process owner() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledOwner.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void awaitReady(Process owner) throws IOException {
        var output = new BufferedReader(new InputStreamReader(owner.getInputStream(), UTF_8));
        assertThat(output.readLine()).startsWith("ready");
    }
}
