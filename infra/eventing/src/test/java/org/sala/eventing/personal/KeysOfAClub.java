package org.sala.eventing.personal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import org.flywaydb.core.Flyway;
import org.sala.embedded.SharedServers;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A schema of keys on a real PostgreSQL, and the files beside it. */
final class KeysOfAClub implements AutoCloseable {

    static final int CONNECTIONS = 3;

    private final HikariDataSource dataSource;
    private final Path folder;

    KeysOfAClub(Path folder) {
        this.folder = folder;
        var database = SharedServers.newDatabase("club_keys");
        var settings = new HikariConfig();
        settings.setJdbcUrl(database.url("club_keys"));
        settings.setUsername("club_keys");
        settings.setPassword(database.password("club_keys"));
        settings.setMaximumPoolSize(CONNECTIONS);
        this.dataSource = new HikariDataSource(settings);
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/eventing/keys")
                .load()
                .migrate();
    }

    Path masterKey() {
        return folder.resolve("master.key");
    }

    Path erasures() {
        return folder.resolve("erased");
    }

    /** As a process that has just started has them. */
    SubjectKeys started() {
        return started(new MasterKeyFile(masterKey()));
    }

    SubjectKeys started(MasterKey master) {
        var keys = new SubjectKeys(dataSource, master, new ErasureList(erasures()), Clock.systemUTC());
        keys.begin();
        return keys;
    }

    /** With the keys of a process that has just started. */
    PersonalData data() {
        return PersonalData.with(started(), Members.NAMES);
    }

    JdbcClient database() {
        return JdbcClient.create(dataSource);
    }

    @Override
    public void close() {
        dataSource.close();
    }
}
