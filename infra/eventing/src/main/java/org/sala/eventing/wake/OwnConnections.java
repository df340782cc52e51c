package org.sala.eventing.wake;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;

/** Connections to where a pool connects to, and none of the pool's: they are held for as long as the process lives. */
public final class OwnConnections {

    private final HikariDataSource pool;

    private OwnConnections(HikariDataSource pool) {
        this.pool = pool;
    }

    /** Empty where it can't be told how the data source connects. */
    public static Optional<OwnConnections> like(DataSource dataSource) {
        try {
            return dataSource.isWrapperFor(HikariDataSource.class)
                    ? Optional.of(new OwnConnections(dataSource.unwrap(HikariDataSource.class)))
                    : Optional.empty();
        } catch (SQLException e) {
            return Optional.empty();
        }
    }

    /**
     * A new connection that commits each statement and waits for no disk: a notification is not kept anyway.
     *
     * @param name as PostgreSQL's own views show it
     */
    Connection open(String name) throws SQLException {
        var settings = new Properties();
        settings.putAll(pool.getDataSourceProperties());
        var credentials = pool.getCredentials();
        if (credentials.getUsername() != null) {
            settings.setProperty("user", credentials.getUsername());
        }
        if (credentials.getPassword() != null) {
            settings.setProperty("password", credentials.getPassword());
        }
        settings.setProperty("ApplicationName", name);
        settings.setProperty("options", "-c synchronous_commit=off");
        settings.setProperty("tcpKeepAlive", "true");
        return DriverManager.getConnection(pool.getJdbcUrl(), settings);
    }
}
