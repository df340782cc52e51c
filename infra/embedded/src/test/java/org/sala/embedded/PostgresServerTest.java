package org.sala.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PostgresServerTest {
    private static final String PERMISSION_DENIED = "42501";
    private static final String WRONG_PASSWORD = "28P01";

    /** In PostgreSQL's postmaster.pid, from 0. */
    private static final int PORT_LINE = 3;

    @TempDir
    Path folder;

    @Test
    void whatIsCommittedSurvivesAPowerCut() throws SQLException {
        try (var connection = SharedServers.postgres().connectAsSuperuser("postgres")) {
            assertEquals("on", value(connection, "SHOW fsync"));
            assertEquals("on", value(connection, "SHOW synchronous_commit"));
            assertEquals("on", value(connection, "SHOW full_page_writes"));
            assertEquals("on", value(connection, "SHOW data_checksums"));
        }
    }

    @Test
    void listensToThisMachineOnly() throws SQLException {
        try (var connection = SharedServers.postgres().connectAsSuperuser("postgres")) {
            assertEquals("127.0.0.1", value(connection, "SHOW listen_addresses"));
            assertEquals("", value(connection, "SHOW unix_socket_directories"));
        }
    }

    @Test
    void asksEverybodyForThePassword() {
        var database = SharedServers.newDatabase("one");
        var refused = assertThrows(
                SQLException.class, () -> DriverManager.getConnection(database.url("one"), "one", "not the password"));
        assertEquals(WRONG_PASSWORD, refused.getSQLState());
        var superuser = assertThrows(
                SQLException.class, () -> DriverManager.getConnection(database.url("one"), "postgres", "postgres"));
        assertEquals(WRONG_PASSWORD, superuser.getSQLState());
    }

    @Test
    void aLoginWorksInItsOwnSchemaAndSeesNoOther() throws SQLException {
        var database = SharedServers.newDatabase("one", "two");
        try (var one = connect(database, "one");
                var two = connect(database, "two")) {
            execute(one, "CREATE TABLE secret (line text)");
            execute(one, "INSERT INTO one.secret VALUES ('mine')");
            assertEquals("mine", value(one, "SELECT line FROM secret"));
            var refused = assertThrows(SQLException.class, () -> value(two, "SELECT line FROM one.secret"));
            assertEquals(PERMISSION_DENIED, refused.getSQLState());
            var creation =
                    assertThrows(SQLException.class, () -> execute(two, "CREATE TABLE one.intruder (line text)"));
            assertEquals(PERMISSION_DENIED, creation.getSQLState());
        }
    }

    @Test
    void aLoginMayMakeFurtherSchemasThatAreItsAlone() throws SQLException {
        var database = SharedServers.newDatabase("one", "two");
        try (var one = connect(database, "one");
                var two = connect(database, "two")) {
            execute(one, "CREATE SCHEMA one_beside");
            execute(one, "CREATE TABLE one_beside.secret (line text)");
            var refused = assertThrows(SQLException.class, () -> value(two, "SELECT line FROM one_beside.secret"));
            assertEquals(PERMISSION_DENIED, refused.getSQLState());
        }
    }

    @Test
    void aNewDatabaseIsEmptyUnderTheSameNames() throws SQLException {
        var first = SharedServers.newDatabase("one");
        try (var connection = connect(first, "one")) {
            execute(connection, "CREATE TABLE left_over (line text)");
        }
        try (var connection = connect(SharedServers.newDatabase("one"), "one")) {
            assertEquals("0", value(connection, "SELECT count(*) FROM pg_tables WHERE schemaname = 'one'"));
        }
        try (var connection = connect(first, "one")) {
            assertEquals("0", value(connection, "SELECT count(*) FROM left_over"));
        }
    }

    @Test
    void preparingTwiceKeepsDataAndSetsTheNewPassword() throws SQLException {
        try (var server = PostgresServer.start(folder, 0)) {
            server.prepareDatabase("kept", List.of(new SchemaLogin("one", "first")));
            try (var connection = DriverManager.getConnection(server.url("kept", "one"), "one", "first")) {
                execute(connection, "CREATE TABLE line (text text)");
            }
            server.prepareDatabase("kept", List.of(new SchemaLogin("one", "it's another")));
            try (var connection = DriverManager.getConnection(server.url("kept", "one"), "one", "it's another")) {
                assertEquals("0", value(connection, "SELECT count(*) FROM line"));
            }
        }
    }

    @Test
    void dataIsThereAfterAStopAndAStart() throws SQLException {
        try (var server = PostgresServer.start(folder, 0)) {
            keepALine(server);
        }
        try (var server = PostgresServer.start(folder, 0)) {
            assertEquals("still here", keptLine(server));
        }
    }

    @Test
    void dataIsThereAfterTheServerProcessIsKilled() throws Exception {
        try (var server = PostgresServer.start(folder, 0)) {
            keepALine(server);
            var process = server.process();
            process.destroyForcibly();
            process.onExit().get();
        }
        try (var server = PostgresServer.start(folder, 0)) {
            assertEquals("still here", keptLine(server));
        }
    }

    @Test
    void aServerLeftByAKilledProcessIsReplacedAndItsDataKept() throws Exception {
        ServersOfAnotherProcess.startAndKill("postgres", folder);
        var left = Files.readAllLines(folder.resolve("cluster/postmaster.pid"));
        int leftPort = Integer.parseInt(left.get(PORT_LINE));
        new Socket(InetAddress.getLoopbackAddress(), leftPort).close();
        try (var server = PostgresServer.start(folder, 0)) {
            assertThrows(ConnectException.class, () -> new Socket(InetAddress.getLoopbackAddress(), leftPort));
            assertNotEquals(left.getFirst(), Long.toString(server.process().pid()));
            assertEquals("still here", keptLine(server));
        }
    }

    @Test
    void aProcessIdUsedAgainByAnotherProgramDoesNotStopTheStart() throws Exception {
        PostgresServer.start(folder, 0).close();
        Files.writeString(
                folder.resolve("cluster/postmaster.pid"),
                ProcessHandle.current().pid() + "\n");
        try (var server = PostgresServer.start(folder, 0)) {
            assertTrue(server.process().isAlive());
        }
    }

    @Test
    void aTakenPortIsSaidInOneLine() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var refused =
                    assertThrows(ServerUnavailable.class, () -> PostgresServer.start(folder, taken.getLocalPort()));
            assertEquals(
                    "Port " + taken.getLocalPort()
                            + " for PostgreSQL is taken: stop what listens there or choose another",
                    refused.getMessage());
        }
        PostgresServer.start(folder, 0).close();
    }

    @Test
    void aFolderInUseIsSaidInOneLine() {
        try (var _ = PostgresServer.start(folder, 0)) {
            var refused = assertThrows(ServerUnavailable.class, () -> PostgresServer.start(folder, 0));
            assertEquals(
                    folder + " is in use by process " + ProcessHandle.current().pid(), refused.getMessage());
        }
    }

    @Test
    void whyTheServerDoesNotStartIsSaidInOneLine() throws Exception {
        PostgresServer.start(folder, 0).close();
        Files.writeString(folder.resolve("cluster/PG_VERSION"), "9\n");
        var refused = assertThrows(ServerUnavailable.class, () -> PostgresServer.start(folder, 0));
        assertTrue(refused.getMessage().startsWith("PostgreSQL doesn't start: "), refused.getMessage());
        assertEquals(1, refused.getMessage().lines().count());
    }

    @Test
    void dataIsItsOwnersAlone() throws Exception {
        var data = folder.resolve("data");
        PostgresServer.start(data, 0).close();
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(data)));
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("superuser.password"))));
    }

    private static void keepALine(PostgresServer server) throws SQLException {
        try (var connection = server.connectAsSuperuser("postgres")) {
            execute(connection, "CREATE TABLE kept (line text)");
            execute(connection, "INSERT INTO kept VALUES ('still here')");
        }
    }

    private static String keptLine(PostgresServer server) throws SQLException {
        try (var connection = server.connectAsSuperuser("postgres")) {
            return value(connection, "SELECT line FROM kept");
        }
    }

    private static Connection connect(SharedServers.Database database, String schema) throws SQLException {
        return DriverManager.getConnection(database.url(schema), schema, database.password(schema));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String value(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            assertTrue(rows.next(), query);
            return rows.getString(1);
        }
    }
}
