package dev.assay.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbeddedPostgresTest {
    @TempDir
    Path directory;

    @Test
    void keepsWhatItConfirmedOverRestart() throws SQLException {
        // Given
        try (var postgres = EmbeddedPostgres.start(directory)) {
            execute(postgres, "create table kept (n int)");
            execute(postgres, "insert into kept values (7)");
            assertThat(postgres.fresh()).isTrue();
        }

        // When
        try (var postgres = EmbeddedPostgres.start(directory)) {
            // Then
            assertThat(query(postgres, "select n from kept")).isEqualTo("7");
            assertThat(postgres.fresh()).isFalse();
        }
    }

    @Test
    void writesThroughToTheDisk() throws SQLException {
        try (var postgres = EmbeddedPostgres.start(directory)) {
            assertThat(query(postgres, "show fsync")).isEqualTo("on");
            assertThat(query(postgres, "show synchronous_commit")).isEqualTo("on");
            assertThat(query(postgres, "show full_page_writes")).isEqualTo("on");
            assertThat(query(postgres, "show max_wal_size")).isEqualTo("256MB");
        }
    }

    @Test
    void refusesWhoeverDoesNotKnowThePassword() {
        try (var postgres = EmbeddedPostgres.start(directory)) {
            assertThatThrownBy(() -> connect(postgres, "guessed").close())
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void onlyTheOwnerCanReadThePassword() throws IOException {
        try (var postgres = EmbeddedPostgres.start(directory)) {
            Path file = directory.resolve("password");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(Files.readString(file)).isEqualTo(postgres.password()).hasSize(64);
        }
    }

    @Test
    void listensOnTheLoopbackInterfaceOnly() throws SQLException {
        try (var postgres = EmbeddedPostgres.start(directory)) {
            assertThat(query(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(query(postgres, "show unix_socket_directories")).isEmpty();
        }
    }

    @Test
    void secondServerOnTheSameFolderIsRefused() {
        try (var first = EmbeddedPostgres.start(directory)) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(directory).close())
                    .isInstanceOf(EmbeddedException.class)
                    .hasMessageContaining("in use by another process")
                    .hasMessageContaining(directory.toString());
            assertThat(first.port()).isPositive();
        }
    }

    @Test
    void takenPortIsNamed() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(directory, taken.getLocalPort())
                            .close())
                    .isInstanceOf(EmbeddedException.class)
                    .hasMessageContaining("Port " + taken.getLocalPort())
                    .hasMessageContaining("choose another port");
        }
    }

    @Test
    void fileInPlaceOfTheFolderIsNamed() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        assertThatThrownBy(() -> EmbeddedPostgres.start(file).close())
                .isInstanceOf(EmbeddedException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("choose another data directory");
    }

    @Test
    void dataOfAnotherMajorVersionIsLeftAlone() throws IOException {
        // Given
        Path data = Files.createDirectories(directory.resolve("data"));
        Files.writeString(data.resolve("PG_VERSION"), "12\n");

        // When, then
        assertThatThrownBy(() -> EmbeddedPostgres.start(directory).close())
                .isInstanceOf(EmbeddedException.class)
                .hasMessageContaining("PostgreSQL 12")
                .hasMessageContaining(data.toString());
        assertThat(data.resolve("PG_VERSION")).hasContent("12");
    }

    @Test
    void halfMadeDataIsMadeAnew() throws IOException, SQLException {
        Files.createDirectories(directory.resolve("data.unfinished").resolve("base"));
        try (var postgres = EmbeddedPostgres.start(directory)) {
            assertThat(query(postgres, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void pidFileOfADeadServerIsNoObstacle() throws IOException, SQLException {
        // Given: the file names a process that lives and is no PostgreSQL
        EmbeddedPostgres.start(directory).close();
        Files.writeString(
                directory.resolve("data/postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + directory.resolve("data") + "\n");

        // When
        try (var postgres = EmbeddedPostgres.start(directory)) {
            // Then
            assertThat(query(postgres, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void serverThatOutlivedItsOwnerIsStoppedFirst() throws IOException, SQLException {
        // Given
        EmbeddedPostgres.start(directory).close();
        Process orphan = orphan();

        // When
        try (var postgres = EmbeddedPostgres.start(directory)) {
            // Then
            assertThat(orphan.isAlive()).isFalse();
            assertThat(query(postgres, "select 1")).isEqualTo("1");
        }
    }

    /** Started without the tie to this process that {@link PostgresServer} gives it. */
    private Process orphan() throws IOException {
        var data = new PostgresData(directory.resolve("data"), PostgresBinaries.unpacked(directory));
        Process orphan = PostgresCommand.serve(
                directory.resolve("orphan.log"),
                List.of(
                        data.binaries().program("postgres"),
                        "-D",
                        data.directory().toString(),
                        "-p",
                        Integer.toString(Ports.free(Ports.ANY)),
                        "-c",
                        "unix_socket_directories="));
        await().until(data::ready);
        return orphan;
    }

    @ParameterizedTest
    @CsvSource({"Linux, amd64, postgres-linux-x86_64.txz", "Linux, aarch64, postgres-linux-arm_64.txz"})
    void bringsTheProgramsForLinuxOnBothMachines(String system, String machine, String archive) {
        assertThat(PostgresBinaries.archive(system, machine)).isEqualTo(archive);
        assertThat(getClass().getResource("/" + archive)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"Mac OS X, aarch64", "Windows 11, amd64", "Linux, riscv64"})
    void otherMachinesAreToldWhatToDo(String system, String machine) {
        assertThatThrownBy(() -> PostgresBinaries.archive(system, machine))
                .isInstanceOf(EmbeddedException.class)
                .hasMessageContaining(system)
                .hasMessageContaining("--server");
    }

    static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (var connection = connect(postgres, postgres.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String query(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (var connection = connect(postgres, postgres.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return String.valueOf(rows.getString(1));
        }
    }

    private static Connection connect(EmbeddedPostgres postgres, String password) throws SQLException {
        var login = new Properties();
        login.setProperty("user", postgres.user());
        login.setProperty("password", password);
        return DriverManager.getConnection(postgres.jdbcUrl(), login);
    }
}
