package org.sala.eventing.intake;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a table holds, whatever the order of its rows and of its columns.
 *
 * @param hash hexadecimal, of 128 bits
 */
record Fingerprint(String projection, long rows, String hash) {

    /** Of every table of these projections, by the tables' bare names. */
    static Map<String, Fingerprint> all(List<Projection> projections, JdbcClient database) {
        var fingerprints = new LinkedHashMap<String, Fingerprint>();
        for (var projection : projections) {
            for (var table : projection.tables()) {
                fingerprints.put(table, of(projection, table, database));
            }
        }
        return fingerprints;
    }

    /**
     * Two halves of a SHA-256 a row are summed, so that two different tables with equal sums are out of reach. Without
     * {@code offset 0} each row would be digested twice; as JSON it would take three times as long.
     */
    private static Fingerprint of(Projection projection, String table, JdbcClient database) {
        var columns = TableColumns.of(table, database).without(projection.notCompared());
        return database.sql("""
                        select count(*),
                               coalesce(sum(('x' || substr(digest, 1, 16))::bit(64)::bigint::numeric), 0),
                               coalesce(sum(('x' || substr(digest, 17, 16))::bit(64)::bigint::numeric), 0)
                        from (select encode(sha256(convert_to(%s, 'UTF8')), 'hex') as digest from %s as one offset 0) digests""".formatted(columns.asText("one"), table))
                .query((row, n) -> new Fingerprint(
                        projection.name(), row.getLong(1), hex(row.getBigDecimal(2)) + hex(row.getBigDecimal(3))))
                .single();
    }

    private static String hex(BigDecimal sum) {
        return "%016x".formatted(sum.toBigInteger().longValue());
    }
}
