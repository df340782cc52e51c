package org.sala.ui.floor;

import static org.sala.ui.shell.Columns.moment;
import static org.sala.ui.shell.Columns.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sala.marketplace.api.ActionProgress;
import org.sala.marketplace.api.LegStatus;
import org.sala.marketplace.api.Occasion;
import org.sala.marketplace.api.OfferKind;
import org.sala.marketplace.api.TradeStatus;
import org.sala.marketplace.api.Urgency;
import org.sala.ui.setup.Organization;
import org.sala.ui.setup.Organizations;
import org.sala.ui.shell.Summit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is on the floor of a summit. */
@Repository
class FloorQueries {

    private final JdbcClient database;
    private final Organizations organizations;

    FloorQueries(JdbcClient database, Organizations organizations) {
        this.database = database;
        this.organizations = organizations;
    }

    Floor floor(UUID summit) {
        return new Floor(
                names(summit),
                categories(),
                offers(summit),
                needs(summit),
                trades(summit),
                actions(summit),
                pairs(summit),
                meetings(summit));
    }

    private Map<UUID, Summit.Text> names(UUID summit) {
        return organizations.of(summit).stream().collect(Collectors.toMap(Organization::id, Organization::name));
    }

    private List<Floor.Category> categories() {
        return database.sql("""
                        select category, kind, name_km, name_en from floor_category
                        order by kind desc, lower(name_en), category""")
                .query((row, n) -> new Floor.Category(
                        row.getString("category"), OfferKind.valueOf(row.getString("kind")), text(row, "name")))
                .list();
    }

    private List<Floor.Offer> offers(UUID summit) {
        return database.sql("""
                        select o.*, coalesce((select sum(l.units) from floor_leg l
                          where l.offer = o.offer and l.state in ('OWED', 'DELIVERED', 'CONFIRMED', 'DISPUTED')), 0)
                          as promised
                        from floor_offer o where summit = :summit order by good_until, offer""")
                .param("summit", summit)
                .query((row, n) -> new Floor.Offer(
                        row.getObject("offer", UUID.class),
                        row.getObject("organization", UUID.class),
                        OfferKind.valueOf(row.getString("kind")),
                        row.getString("category"),
                        text(row, "title"),
                        text(row, "terms"),
                        row.getInt("units"),
                        row.getInt("promised"),
                        text(row, "unit"),
                        List.of((String[]) Objects.requireNonNull(row.getArray("languages"))
                                .getArray()),
                        row.getBoolean("remote"),
                        row.getString("venue_km") == null ? null : text(row, "venue"),
                        Objects.requireNonNull(moment(row, "good_until")),
                        row.getBoolean("gift"),
                        row.getBoolean("withdrawn")))
                .list();
    }

    private List<Floor.Need> needs(UUID summit) {
        return database.sql("""
                        select n.*, exists (select from floor_leg l where l.need = n.need
                          and l.state in ('OWED', 'DELIVERED', 'CONFIRMED', 'DISPUTED')) as promised
                        from floor_need n where summit = :summit
                        order by array_position(array['NOW', 'SOON', 'WHENEVER'], urgency), lower(title_en), need""")
                .param("summit", summit)
                .query((row, n) -> new Floor.Need(
                        row.getObject("need", UUID.class),
                        row.getObject("organization", UUID.class),
                        OfferKind.valueOf(row.getString("kind")),
                        row.getString("category"),
                        text(row, "title"),
                        text(row, "details"),
                        Urgency.valueOf(row.getString("urgency")),
                        NeedState.valueOf(row.getString("state")),
                        row.getBoolean("promised")))
                .list();
    }

    private List<Floor.Trade> trades(UUID summit) {
        var asked = asked(summit);
        var legs = new HashMap<UUID, List<Floor.Leg>>();
        database.sql("select * from floor_leg where summit = :summit order by trade, number")
                .param("summit", summit)
                .query(row -> {
                    var trade = row.getObject("trade", UUID.class);
                    var number = row.getInt("number");
                    legs.computeIfAbsent(trade, key -> new ArrayList<>())
                            .add(new Floor.Leg(
                                    number,
                                    row.getObject("giver", UUID.class),
                                    row.getObject("receiver", UUID.class),
                                    row.getObject("offer", UUID.class),
                                    row.getInt("units"),
                                    row.getObject("need", UUID.class),
                                    moment(row, "due_by"),
                                    LegStatus.valueOf(row.getString("state")),
                                    row.getObject("said_on", LocalDate.class),
                                    asked.getOrDefault(new LegOf(trade, number), Set.of())));
                });
        var accepted = new HashMap<UUID, Set<UUID>>();
        database.sql("select trade, organization from floor_acceptance where summit = :summit")
                .param("summit", summit)
                .query(row -> {
                    accepted.computeIfAbsent(row.getObject("trade", UUID.class), key -> new HashSet<>())
                            .add(row.getObject("organization", UUID.class));
                });
        return database
                .sql("select * from floor_trade where summit = :summit order by changed_at desc, trade")
                .param("summit", summit)
                .query((row, n) -> {
                    var trade = row.getObject("trade", UUID.class);
                    return new Floor.Trade(
                            trade,
                            TradeStatus.valueOf(row.getString("state")),
                            row.getInt("round"),
                            row.getObject("proposer", UUID.class),
                            legs.getOrDefault(trade, List.of()),
                            accepted.getOrDefault(trade, Set.of()),
                            moment(row, "expires_at"),
                            Objects.requireNonNull(moment(row, "changed_at")));
                })
                .list()
                .stream()
                .filter(trade -> !trade.legs().isEmpty())
                .toList();
    }

    private record LegOf(UUID trade, int number) {}

    private Map<LegOf, Set<Occasion>> asked(UUID summit) {
        var asked = new HashMap<LegOf, Set<Occasion>>();
        database.sql("select trade, leg, occasion from floor_leg_asked where summit = :summit")
                .param("summit", summit)
                .query(row -> {
                    asked.computeIfAbsent(
                                    new LegOf(row.getObject("trade", UUID.class), row.getInt("leg")),
                                    key -> new HashSet<>())
                            .add(Occasion.valueOf(row.getString("occasion")));
                });
        return asked;
    }

    private List<Floor.Action> actions(UUID summit) {
        return database.sql("select * from floor_action where summit = :summit order by due_by, action")
                .param("summit", summit)
                .query((row, n) -> {
                    var progress = row.getString("progress");
                    return new Floor.Action(
                            row.getObject("action", UUID.class),
                            text(row, "title"),
                            row.getObject("due_by", LocalDate.class),
                            progress == null ? null : ActionProgress.valueOf(progress),
                            row.getObject("reported_on", LocalDate.class),
                            List.of((UUID[]) Objects.requireNonNull(row.getArray("organizations"))
                                    .getArray()));
                })
                .list();
    }

    private List<Floor.Pair> pairs(UUID summit) {
        return database.sql("select * from floor_pair where summit = :summit order by round, one")
                .param("summit", summit)
                .query((row, n) -> new Floor.Pair(
                        row.getInt("round"),
                        row.getObject("one", UUID.class),
                        row.getObject("other", UUID.class),
                        row.getBoolean("gives"),
                        row.getBoolean("takes")))
                .list();
    }

    private List<Floor.Meeting> meetings(UUID summit) {
        return database.sql("select one, other from floor_meeting where summit = :summit order by one, other")
                .param("summit", summit)
                .query((row, n) ->
                        new Floor.Meeting(row.getObject("one", UUID.class), row.getObject("other", UUID.class)))
                .list();
    }

    /** What happened to a trade, in its order. */
    List<Floor.Moment> history(UUID trade) {
        return database.sql("""
                        select at, type, organization, leg, said_on, detail from floor_moment
                        where trade = :trade order by sequence""")
                .param("trade", trade)
                .query((row, n) -> new Floor.Moment(
                        Objects.requireNonNull(moment(row, "at")),
                        row.getString("type"),
                        row.getObject("organization", UUID.class),
                        row.getObject("leg", Integer.class),
                        row.getObject("said_on", LocalDate.class),
                        row.getString("detail")))
                .list();
    }

    /** When promises of a summit were asked after, in order. */
    List<Floor.Asked> askedAfter(UUID summit) {
        return database.sql("""
                        select trade, leg, detail, at from floor_moment join floor_trade using (trade)
                        where summit = :summit and type = 'marketplace.trade-leg-asked-after'
                        order by at, trade, leg""")
                .param("summit", summit)
                .query((row, n) -> new Floor.Asked(
                        row.getObject("trade", UUID.class),
                        row.getInt("leg"),
                        Occasion.valueOf(row.getString("detail")),
                        Objects.requireNonNull(moment(row, "at"))))
                .list();
    }
}
