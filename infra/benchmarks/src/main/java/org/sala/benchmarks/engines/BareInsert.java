package org.sala.benchmarks.engines;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The least that one can do: a prepared insert on a plain table, without Axon and without Spring. */
public final class BareInsert implements Engine {

    private final DataSource dataSource;
    private final JsonMapper json = JsonMapper.builder().build();

    public BareInsert(DataSource dataSource) {
        this.dataSource = dataSource;
        JdbcClient.create(dataSource).sql("""
                        create table bare (
                            id bigint generated always as identity primary key, aggregate text not null,
                            sequence bigint not null, type text not null, payload bytea not null,
                            unique (aggregate, sequence))""").update();
    }

    @Override
    public void append(List<? extends DomainEventMessage<?>> events) {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.prepareStatement(
                    "insert into bare (aggregate, sequence, type, payload) select * from unnest(?, ?, ?, ?)")) {
                statement.setArray(
                        1,
                        connection.createArrayOf(
                                "text",
                                events.stream()
                                        .map(DomainEventMessage::getAggregateIdentifier)
                                        .toArray()));
                statement.setArray(
                        2,
                        connection.createArrayOf(
                                "int8",
                                events.stream()
                                        .map(DomainEventMessage::getSequenceNumber)
                                        .toArray()));
                statement.setArray(
                        3,
                        connection.createArrayOf(
                                "text", events.stream().map(event -> "sample").toArray()));
                statement.setArray(
                        4,
                        connection.createArrayOf(
                                "bytea",
                                events.stream()
                                        .map(event -> json.writeValueAsBytes(event.getPayload()))
                                        .toArray(byte[][]::new)));
                statement.executeUpdate();
            }
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new IllegalStateException("could not be stored", e);
        }
    }

    @Override
    public long readAll() {
        var count = new long[1];
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.prepareStatement("select payload from bare order by id")) {
                statement.setFetchSize(5_000);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        if (json.readValue(rows.getBytes(1), Sample.VisitorArrived.class) != null) {
                            count[0]++;
                        }
                    }
                }
            }
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new IllegalStateException("could not be read", e);
        }
        return count[0];
    }

    @Override
    public long bytes() {
        return JdbcClient.create(dataSource)
                .sql("select pg_total_relation_size('bare')")
                .query(Long.class)
                .single();
    }
}
