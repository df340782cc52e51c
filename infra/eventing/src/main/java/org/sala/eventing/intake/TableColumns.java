package org.sala.eventing.intake;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Columns of a table, by name.
 *
 * @param names quoted where they need it
 */
record TableColumns(List<String> names) {

    /** All of that table that are written; a generated one follows from the others. */
    static TableColumns of(String table, JdbcClient database) {
        return new TableColumns(database.sql("""
                        select quote_ident(attname) from pg_attribute
                        where attrelid = ?::regclass and attnum > 0 and not attisdropped and attgenerated = ''
                        order by attname""")
                .param(table)
                .query((row, n) -> row.getString(1))
                .list());
    }

    /** Those that tell the table's rows apart; none where it has no primary key. */
    static TableColumns keyOf(String table, JdbcClient database) {
        return new TableColumns(database.sql("""
                        select quote_ident(attname) from pg_index join pg_attribute
                          on attrelid = indrelid and attnum = any(indkey)
                        where indrelid = ?::regclass and indisprimary
                        order by attname""")
                .param(table)
                .query((row, n) -> row.getString(1))
                .list());
    }

    TableColumns without(List<String> left) {
        return new TableColumns(
                names.stream().filter(name -> !left.contains(name)).toList());
    }

    /** SQL for all values of a row as one text, the same for the same values. */
    String asText(String row) {
        return "row(" + of(row) + ")::text";
    }

    /** SQL for all of them. */
    String of(String row) {
        return names.stream().map(name -> row + "." + name).collect(Collectors.joining(", "));
    }

    /** SQL that says whether two rows have the same. */
    String same(String row, String other) {
        return names.stream()
                .map(name -> row + "." + name + " = " + other + "." + name)
                .collect(Collectors.joining(" and "));
    }

    @Override
    public String toString() {
        return String.join(", ", names);
    }
}
