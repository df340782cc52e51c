package org.sala.registration;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sala.registration.Reference.SUMMIT;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.sala.embedded.SharedServers;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

class RegistrationTablesTest implements RegistrationBookContract {

    private static final PGSimpleDataSource SOURCE = new PGSimpleDataSource();

    private final JdbcClient database = JdbcClient.create(SOURCE);
    private final RegistrationTables book = new RegistrationTables(database);

    @BeforeAll
    static void createTables() {
        var server = SharedServers.newDatabase("registration");
        SOURCE.setUrl(server.url("registration"));
        SOURCE.setUser("registration");
        SOURCE.setPassword(server.password("registration"));
        Flyway.configure()
                .dataSource(SOURCE)
                .locations("classpath:db/registration")
                .load()
                .migrate();
    }

    @BeforeEach
    void empty() {
        database.sql("truncate summit, summit_day, seat, seat_holder, organization, contact")
                .update();
        enterASummit();
    }

    @Override
    public RegistrationBook book() {
        return book;
    }

    @Test
    void evenACarelessUpdateOversellsNothing() {
        assertThatThrownBy(() -> database.sql("update seat set taken = seats + 1 where summit = ?")
                        .param(SUMMIT.value())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("seats_are_never_oversold");
    }
}
