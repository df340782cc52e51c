package org.sala.ui.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.sala.ports.Role;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.Gender;
import org.sala.registration.api.OrganizationKind;
import org.sala.registration.api.OrganizationSize;
import org.sala.ui.audit.FigureEvidence;
import org.sala.ui.audit.Timeline;
import org.sala.ui.shell.Summit;
import org.sala.ui.signin.Account;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes reports: what staff see whole, and a donor without the numbers that point at people. */
@Repository
class Reports implements FigureEvidence {

    private final JdbcClient database;
    private final ObjectProvider<Timeline> timeline;
    private final TransactionTemplate snapshot;

    Reports(JdbcClient database, ObjectProvider<Timeline> timeline, PlatformTransactionManager transactions) {
        this.database = database;
        this.timeline = timeline;
        this.snapshot = new TransactionTemplate(transactions);
        // every number and the positions beside it from one moment
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    /** The report as this account may see it. */
    Report report(Summit summit, Account reader) {
        return report(summit, !reader.isAnyOf(Role.STAFF));
    }

    Report report(Summit summit, boolean suppressed) {
        return java.util.Objects.requireNonNull(snapshot.execute(transaction -> {
            var counting = counting(summit.id());
            return new Report(
                    summit,
                    suppressed,
                    suppressed ? counting.suppressed() : counting.tables(),
                    timeline.getObject().reached());
        }));
    }

    /** What proves a figure; empty where there is no such figure. */
    Optional<Evidence> evidence(UUID summit, String figure) {
        return counting(summit).evidence(figure).map(Evidence::of);
    }

    @Override
    public List<UUID> events(UUID summit, String figure) {
        return counting(summit).evidence(figure).orElse(List.of());
    }

    private Counting counting(UUID summit) {
        var days = database.sql("select number from summit_day where summit = :summit order by number")
                .param("summit", summit)
                .query((row, n) -> row.getInt("number"))
                .list();
        return new Counting(days, people(summit), organizations(summit), counted(summit));
    }

    private List<Counting.Person> people(UUID summit) {
        var expected = new HashMap<UUID, Map<Integer, AttendanceMode>>();
        database.sql("""
                        select d.participant, d.day, d.mode from report_person_day d
                        join report_person p on p.participant = d.participant where p.summit = :summit""").param("summit", summit).query(row -> {
            expected.computeIfAbsent(row.getObject("participant", UUID.class), id -> new TreeMap<>())
                    .put(row.getInt("day"), AttendanceMode.valueOf(row.getString("mode")));
        });
        var presences = new HashMap<UUID, Map<Integer, List<UUID>>>();
        database.sql(
                        "select participant, day, event from report_presence where summit = :summit and here order by event")
                .param("summit", summit)
                .query(row -> {
                    presences
                            .computeIfAbsent(row.getObject("participant", UUID.class), id -> new TreeMap<>())
                            .computeIfAbsent(row.getInt("day"), day -> new ArrayList<>())
                            .add(row.getObject("event", UUID.class));
                });
        return database.sql("""
                        select p.participant, p.gender, p.event, o.kind, o.size from report_person p
                        left join report_organization o on o.organization = p.organization
                        where p.summit = :summit
                        and not p.merged
                        and (p.registered or exists (
                          select from report_presence r where r.participant = p.participant and r.here))""")
                .param("summit", summit)
                .query((row, n) -> {
                    var id = row.getObject("participant", UUID.class);
                    var kind = row.getString("kind");
                    var size = row.getString("size");
                    return new Counting.Person(
                            Gender.valueOf(row.getString("gender")),
                            kind == null ? null : OrganizationKind.valueOf(kind),
                            size == null ? null : OrganizationSize.valueOf(size),
                            row.getObject("event", UUID.class),
                            expected.getOrDefault(id, Map.of()),
                            presences.getOrDefault(id, Map.of()));
                })
                .list();
    }

    private List<Counting.Organization> organizations(UUID summit) {
        return database.sql("select kind, size, event from report_organization where summit = :summit")
                .param("summit", summit)
                .query((row, n) -> new Counting.Organization(
                        OrganizationKind.valueOf(row.getString("kind")),
                        OrganizationSize.valueOf(row.getString("size")),
                        row.getObject("event", UUID.class)))
                .list();
    }

    private Map<Indicator, List<UUID>> counted(UUID summit) {
        var counted = new EnumMap<Indicator, List<UUID>>(Indicator.class);
        database.sql("select indicator, event from report_count where summit = :summit")
                .param("summit", summit)
                .query(row -> {
                    counted.computeIfAbsent(Indicator.valueOf(row.getString("indicator")), key -> new ArrayList<>())
                            .add(row.getObject("event", UUID.class));
                });
        return counted;
    }
}
