package org.sala.eventing.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.sala.embedded.SharedServers;
import org.sala.eventing.EventNames;
import org.sala.eventing.store.PostgresEventStorageEngine;
import org.sala.eventing.store.Sequencer;
import org.sala.eventing.store.WireSerializer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The store of the ledger without the application around it: for tests of its parts. */
public final class LedgerStore implements AutoCloseable {

    private final HikariDataSource dataSource;
    private final JdbcTransactionManager transactions;
    private final PostgresEventStorageEngine engine;

    private LedgerStore(String url, String password) {
        var settings = new HikariConfig();
        settings.setJdbcUrl(url);
        settings.setUsername("ledger");
        settings.setPassword(password);
        this.dataSource = new HikariDataSource(settings);
        this.transactions = new JdbcTransactionManager(dataSource);
        this.engine = PostgresEventStorageEngine.on(dataSource, WireSerializer.of(EventNames.of(LedgerEvent.class)))
                .build();
    }

    /** Opens a store where there may be one already. */
    public static LedgerStore at(String url, String password) {
        return new LedgerStore(url, password);
    }

    /** Makes a new store. */
    public static LedgerStore in(SharedServers.Database database) {
        return newAt(database.url("ledger"), database.password("ledger"));
    }

    /** Makes a new store where there is none. */
    public static LedgerStore newAt(String url, String password) {
        var store = at(url, password);
        Flyway.configure()
                .dataSource(store.dataSource)
                .locations("classpath:db/eventing/store")
                .table("eventing_store_history")
                .load()
                .migrate();
        return store;
    }

    public DataSource dataSource() {
        return dataSource;
    }

    public PostgresEventStorageEngine engine() {
        return engine;
    }

    public Sequencer sequencer() {
        return new Sequencer(dataSource, transactions, 1_000);
    }

    public TransactionTemplate transaction() {
        return new TransactionTemplate(transactions);
    }

    public JdbcClient database() {
        return JdbcClient.create(dataSource);
    }

    /** Appends the history of an account, from its opening, in a transaction of its own. */
    public void append(String account, int credits) {
        transaction().executeWithoutResult(status -> engine.appendEvents(history(account, credits)));
    }

    /**
     * Stores that an account was opened, as if by another program: in the transaction of that number, where there is
     * one.
     */
    public static void insertOpened(JdbcClient database, String account, String json) {
        insertOpened(database, account, json, null);
    }

    /** See {@link #insertOpened(JdbcClient, String, String)}. */
    public static void insertOpened(JdbcClient database, String account, String json, @Nullable Long transaction) {
        for (var name : List.of("Account", "ledger.account-opened")) {
            database.sql("insert into event_name (name) values (?) on conflict do nothing")
                    .param(name)
                    .update();
        }
        database.sql("""
                        insert into event (transaction_id, event_id, aggregate_type, aggregate_id, aggregate_key, sequence, type,
                            recorded_at, payload)
                        select coalesce(cast(cast(:transaction as text) as xid8), pg_current_xact_id()), gen_random_uuid(),
                            (select code from event_name where name = 'Account'), :uuid, :account, 0,
                            (select code from event_name where name = 'ledger.account-opened'), now(),
                            convert_to(:json, 'UTF8')""")
                .param("transaction", transaction == null ? null : transaction.toString())
                .param("uuid", UUID.nameUUIDFromBytes(account.getBytes(StandardCharsets.UTF_8)))
                .param("account", account)
                .param("json", json)
                .update();
    }

    /** An account's opening and so many credits of one cent each. */
    public static List<DomainEventMessage<?>> history(String account, int credits) {
        return LongStream.rangeClosed(0, credits)
                .<DomainEventMessage<?>>mapToObj(sequence -> new GenericDomainEventMessage<>(
                        "Account",
                        account,
                        sequence,
                        sequence == 0
                                ? new LedgerEvent.AccountOpened(account)
                                : new LedgerEvent.AccountCredited(account, 1),
                        Map.of("actor", "account-7"),
                        UUID.randomUUID().toString(),
                        Instant.parse("2026-11-22T10:00:00Z")))
                .toList();
    }

    @Override
    public void close() {
        dataSource.close();
    }
}
