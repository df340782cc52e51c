package org.sala.eventing.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Puts what was built in a scratch schema in place of what is live. Works in its caller's transaction: fences the live
 * intake off until that ends, and changes only rows that differ, so that readers see all of the old until they see all
 * of the new, and wait for neither (decision 0031).
 */
final class Replacement {

    private final IntakeDefinition definition;
    private final JdbcClient database;
    private final String live;
    private final String scratch;

    /**
     * A replacement.
     *
     * @param database in the transaction that replaces
     */
    Replacement(IntakeDefinition definition, JdbcClient database, Scratch scratch) {
        this.definition = definition;
        this.database = database;
        this.live = "\"" + scratch.live() + "\".";
        this.scratch = "\"" + scratch.schema() + "\".";
    }

    /**
     * Fails where a read model can't be replaced row by row: another table refers to its rows.
     *
     * @throws IllegalStateException naming the table
     */
    void mustBePossible() {
        for (var projection : definition.projections()) {
            for (var table : projection.tables()) {
                var referred = database.sql("""
                                select exists (select from pg_constraint
                                    where contype = 'f' and ?::regclass in (conrelid, confrelid))""")
                        .param(live + table)
                        .query(Boolean.class)
                        .single();
                if (referred) {
                    throw new IllegalStateException(
                            table + " has a foreign key or is referred to by one, and can't be replaced");
                }
            }
        }
    }

    /**
     * From now on until the transaction ends, nothing is taken in by any process: each batch and each retry begins by
     * writing to this table. Reading goes on.
     */
    void fence() {
        database.sql("set local lock_timeout = '30s'").update();
        database.sql("lock table " + live + "intake_offset in exclusive mode").update();
    }

    /**
     * Replaces the read models, the inbox, the parked events and the offsets.
     *
     * @param offsets where the live intake goes on
     */
    List<Rebuild.ReplacedTable> replace(Map<TopicPartition, Long> offsets) {
        var replaced = new ArrayList<Rebuild.ReplacedTable>();
        for (var projection : definition.projections()) {
            for (var table : projection.tables()) {
                replaced.add(replace(projection, table));
            }
        }
        rows(
                "intake_subject",
                List.of(),
                " and l.intake = '" + definition.name().replace("'", "''") + "'");
        replaceParked();
        replaceOffsets(offsets);
        return List.copyOf(replaced);
    }

    private Rebuild.ReplacedTable replace(Projection projection, String table) {
        var changed = rows(table, projection.notCompared(), "");
        var rows = database.sql("select count(*) from " + live + table)
                .query(Long.class)
                .single();
        return new Rebuild.ReplacedTable(projection.name(), table, rows, changed.removed(), changed.added());
    }

    private record Changed(long removed, long added) {}

    /** Rows that are the same stay, with whatever they say of their taking in. */
    private Changed rows(String table, List<String> notCompared, String only) {
        var columns = TableColumns.of(scratch + table, database);
        var key = TableColumns.keyOf(live + table, database);
        if (key.names().isEmpty()) {
            return allRows(table, columns, only);
        }
        var compared = columns.without(notCompared);
        var removed = database.sql("""
                        delete from %s l where not exists (
                            select from %s s where %s and %s = %s)%s""".formatted(
                                live + table,
                                scratch + table,
                                key.same("s", "l"),
                                compared.asText("s"),
                                compared.asText("l"),
                                only))
                .update();
        var added = database.sql("""
                        insert into %s (%s) overriding system value select %s from %s s
                        where not exists (select from %s l where %s)""".formatted(
                        live + table, columns, columns.of("s"), scratch + table, live + table, key.same("s", "l")))
                .update();
        return new Changed(removed, added);
    }

    private Changed allRows(String table, TableColumns columns, String only) {
        var removed = database.sql("delete from %s l where true%s".formatted(live + table, only))
                .update();
        var added = database.sql("insert into %s (%s) overriding system value select %s from %s s"
                        .formatted(live + table, columns, columns.of("s"), scratch + table))
                .update();
        return new Changed(removed, added);
    }

    private void replaceParked() {
        var columns = TableColumns.of(scratch + "parked_event", database).without(List.of("id"));
        database.sql("delete from " + live + "parked_event where intake = ?")
                .param(definition.name())
                .update();
        database.sql("insert into %s (%s) select %s from %s s order by s.id"
                        .formatted(live + "parked_event", columns, columns.of("s"), scratch + "parked_event"))
                .update();
    }

    private void replaceOffsets(Map<TopicPartition, Long> offsets) {
        database.sql("delete from " + live + "intake_offset where intake = ?")
                .param(definition.name())
                .update();
        offsets.forEach((partition, next) -> database.sql("insert into " + live
                        + "intake_offset (intake, topic, partition, next_offset) values (?, ?, ?, ?)")
                .params(definition.name(), partition.topic(), partition.partition(), next)
                .update());
    }
}
