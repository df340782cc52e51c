package org.sala.registration;

import com.zaxxer.hikari.HikariDataSource;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.flywaydb.core.Flyway;
import org.sala.embedded.SharedServers;
import org.sala.registration.contacts.ContactKeys;
import org.sala.registration.contacts.ContactTable;
import org.sala.registration.people.People;
import org.sala.registration.seats.SeatTables;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/** The book's tables in a real PostgreSQL, one database a test JVM, and the transactions that commands run in. */
final class Tables {

    static final JdbcClient DATABASE;
    private static final DataSourceTransactionManager TRANSACTIONS;

    static {
        var server = SharedServers.newDatabase("registration");
        var source = new HikariDataSource();
        source.setJdbcUrl(server.url("registration"));
        source.setUsername("registration");
        source.setPassword(server.password("registration"));
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/registration")
                .load()
                .migrate();
        DATABASE = JdbcClient.create(source);
        TRANSACTIONS = new DataSourceTransactionManager(source);
    }

    private Tables() {}

    /** A book that nothing stands in. */
    static RegistrationTables emptyBook() {
        DATABASE.sql("truncate summit, summit_day, seat, seat_holder, waiting, organization, contact, ticket, person,"
                        + " dispute, merged, dismissed")
                .update();
        return new RegistrationTables(
                DATABASE,
                new SeatTables(DATABASE),
                new ContactTable(DATABASE, new ContactKeys(new byte[32])),
                new People(DATABASE, new byte[32]));
    }

    /** A refused command leaves nothing behind, as in the running context. */
    static TransactionManager transactions() {
        return () -> {
            var status = TRANSACTIONS.getTransaction(new DefaultTransactionDefinition());
            return new Transaction() {
                @Override
                public void commit() {
                    TRANSACTIONS.commit(status);
                }

                @Override
                public void rollback() {
                    TRANSACTIONS.rollback(status);
                }
            };
        };
    }
}
