package org.sala.marketplace;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sala.marketplace.api.ActionProgress;
import org.sala.marketplace.api.BilingualText;
import org.sala.marketplace.api.JointActionId;
import org.sala.marketplace.api.MarketplaceEvent.FloorEvent;
import org.sala.marketplace.api.MarketplaceEvent.JointActionEvent;
import org.sala.marketplace.api.MarketplaceEvent.JointActionPledged;
import org.sala.marketplace.api.MarketplaceEvent.JointActionReported;
import org.sala.marketplace.api.MarketplaceEvent.JointActionWordsErased;
import org.sala.marketplace.api.MarketplaceEvent.NetworkingRoundsPlanned;
import org.sala.marketplace.api.MarketplaceEvent.OrganizationsMet;
import org.sala.marketplace.api.MarketplaceQueries.JointAction;
import org.sala.marketplace.api.MarketplaceQueries.Meeting;
import org.sala.marketplace.api.MarketplaceQueries.RoundsPlan;
import org.sala.marketplace.api.OrganizationId;
import org.sala.marketplace.api.Round;
import org.sala.marketplace.api.RoundsPlanId;
import org.sala.marketplace.api.SummitId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is done on the floor, in PostgreSQL. Takes part in whatever transaction it is called in. */
final class FloorTable implements FloorBook {

    private final JdbcClient database;

    FloorTable(JdbcClient database) {
        this.database = database;
    }

    @Override
    public void tell(FloorEvent event) {
        switch (event) {
            case NetworkingRoundsPlanned planned -> {
                database.sql("""
                                insert into rounds_plan (summit, plan) values (:summit, :plan)
                                on conflict (summit) do update set plan = excluded.plan
                                """)
                        .param("summit", planned.summit().value())
                        .param("plan", planned.plan().value())
                        .update();
                database.sql("delete from planned_pair where summit = :summit")
                        .param("summit", planned.summit().value())
                        .update();
                for (var round : planned.rounds()) {
                    round.pairs().forEach(pair -> enter(planned.summit(), round.number(), pair));
                    round.pausing().forEach(one -> enter(planned.summit(), round.number(), one, null, false, false));
                }
            }
            case OrganizationsMet met ->
                database.sql("""
                                insert into meeting (summit, one, other, round) values (:summit, :one, :other, :round)
                                on conflict do nothing
                                """)
                        .param("summit", met.summit().value())
                        .param("one", met.one().value())
                        .param("other", met.other().value())
                        .param("round", met.round(), Types.INTEGER)
                        .update();
        }
    }

    private void enter(SummitId summit, int round, Round.Pair pair) {
        enter(summit, round, pair.one(), pair.other(), pair.gives(), pair.takes());
    }

    private void enter(
            SummitId summit,
            int round,
            OrganizationId one,
            @Nullable OrganizationId other,
            boolean gives,
            boolean takes) {
        database.sql("""
                        insert into planned_pair (summit, round, one, other, gives, takes)
                        values (:summit, :round, :one, :other, :gives, :takes) on conflict do nothing
                        """)
                .param("summit", summit.value())
                .param("round", round)
                .param("one", one.value())
                .param("other", other == null ? null : other.value(), Types.OTHER)
                .param("gives", gives)
                .param("takes", takes)
                .update();
    }

    @Override
    public void tell(JointActionEvent event) {
        switch (event) {
            case JointActionPledged pledged ->
                database.sql("""
                                insert into joint_action (action, summit, organizations, title_km, title_en, due_by)
                                values (:action, :summit, :organizations, :km, :en, :due) on conflict do nothing
                                """)
                        .param("action", pledged.action().value())
                        .param("summit", pledged.summit().value())
                        .param(
                                "organizations",
                                pledged.organizations().stream()
                                        .map(OrganizationId::value)
                                        .toArray(UUID[]::new))
                        .param("km", pledged.title().km())
                        .param("en", pledged.title().en())
                        .param("due", pledged.dueBy())
                        .update();
            case JointActionReported reported ->
                database.sql("update joint_action set progress = :progress, reported_on = :on where action = :action")
                        .param("action", reported.action().value())
                        .param("progress", reported.progress().name())
                        .param("on", reported.on())
                        .update();
            case JointActionWordsErased _ -> {
                // none are here
            }
        }
    }

    @Override
    public boolean knows(JointActionId action) {
        return database.sql("select exists (select from joint_action where action = :action)")
                .param("action", action.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public Optional<RoundsPlan> rounds(SummitId summit) {
        var pairs = new TreeMap<Integer, List<Round.Pair>>();
        var pausing = new TreeMap<Integer, List<OrganizationId>>();
        database.sql("select * from planned_pair where summit = :summit order by round, one")
                .param("summit", summit.value())
                .query(row -> {
                    var round = row.getInt("round");
                    var one = organization(row, "one");
                    var paired = pairs.computeIfAbsent(round, number -> new ArrayList<>());
                    var paused = pausing.computeIfAbsent(round, number -> new ArrayList<>());
                    if (row.getObject("other") == null) {
                        paused.add(one);
                    } else {
                        paired.add(new Round.Pair(
                                one, organization(row, "other"), row.getBoolean("gives"), row.getBoolean("takes")));
                    }
                });
        var rounds = pairs.entrySet().stream()
                .map(entry ->
                        new Round(entry.getKey(), entry.getValue(), pausing.getOrDefault(entry.getKey(), List.of())))
                .toList();
        return database.sql("select plan from rounds_plan where summit = :summit")
                .param("summit", summit.value())
                .query(UUID.class)
                .optional()
                .map(plan -> new RoundsPlan(new RoundsPlanId(plan), rounds, met(summit)));
    }

    private List<Meeting> met(SummitId summit) {
        return database.sql("select * from meeting where summit = :summit order by round, one, other")
                .param("summit", summit.value())
                .query((row, number) -> new Meeting(
                        organization(row, "one"), organization(row, "other"), row.getObject("round", Integer.class)))
                .list();
    }

    @Override
    public List<JointAction> jointActions(SummitId summit) {
        return database.sql("select * from joint_action where summit = :summit order by due_by, action")
                .param("summit", summit.value())
                .query(FloorTable::jointAction)
                .list();
    }

    private static JointAction jointAction(ResultSet row, int number) throws SQLException {
        var progress = row.getString("progress");
        var organizations = new LinkedHashSet<OrganizationId>();
        for (var organization : (UUID[]) row.getArray("organizations").getArray()) {
            organizations.add(new OrganizationId(organization));
        }
        return new JointAction(
                new JointActionId(row.getObject("action", UUID.class)),
                organizations,
                new BilingualText(row.getString("title_km"), row.getString("title_en")),
                row.getObject("due_by", LocalDate.class),
                progress == null ? null : ActionProgress.valueOf(progress),
                row.getObject("reported_on", LocalDate.class));
    }

    private static OrganizationId organization(ResultSet row, String column) throws SQLException {
        return new OrganizationId(row.getObject(column, UUID.class));
    }
}
