package org.sala.benchmarks.rebuild;

import java.time.ZoneOffset;
import java.util.List;
import org.sala.benchmarks.engines.Sample;
import org.sala.benchmarks.engines.Sample.VisitorArrived;
import org.sala.eventing.intake.Fact;
import org.sala.eventing.intake.Projection;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A read model as they usually are: a row that is kept up to date, and a row for each thing that happened. */
final class Arrivals implements Projection {

    static final String TABLES = """
            create table visitor (
                visitor uuid primary key,
                arrivals int not null,
                last_at timestamptz not null,
                remark text not null
            );
            create table arrival (
                id uuid primary key,
                visitor uuid not null,
                day int not null,
                mode text not null
            );
            create index arrival_by_day on arrival (day, mode);
            """;

    @Override
    public String name() {
        return "arrivals";
    }

    @Override
    public List<String> tables() {
        return List.of("visitor", "arrival");
    }

    @Override
    public void fold(Fact fact, JdbcClient database) {
        if (fact.event() instanceof Sample sample) {
            switch (sample) {
                case VisitorArrived arrived -> record(fact.id(), arrived, database);
            }
        }
    }

    /** The same for whoever is compared. */
    static void record(Object id, VisitorArrived arrived, JdbcClient database) {
        database.sql("""
                        insert into visitor (visitor, arrivals, last_at, remark) values (:visitor, 1, :at, :remark)
                        on conflict (visitor) do update
                        set arrivals = visitor.arrivals + 1, last_at = excluded.last_at, remark = excluded.remark""")
                .param("visitor", arrived.visitor())
                .param("at", arrived.occurredAt().atOffset(ZoneOffset.UTC))
                .param("remark", arrived.remark())
                .update();
        database.sql("""
                        insert into arrival (id, visitor, day, mode) values (:id, :visitor, :day, :mode)
                        on conflict do nothing""")
                .param("id", id)
                .param("visitor", arrived.visitor())
                .param("day", arrived.day())
                .param("mode", arrived.mode())
                .update();
    }
}
