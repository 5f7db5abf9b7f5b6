package dev.assay.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
