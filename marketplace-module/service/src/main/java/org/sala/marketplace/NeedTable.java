package org.sala.marketplace;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sala.marketplace.api.Category;
import org.sala.marketplace.api.MarketplaceEvent.NeedVoiced;
import org.sala.marketplace.api.NeedId;
import org.sala.marketplace.api.OfferKind;
import org.sala.marketplace.api.OrganizationId;
import org.sala.marketplace.api.SummitId;
import org.sala.marketplace.api.Urgency;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The needs in PostgreSQL. Takes part in whatever transaction it is called in. */
final class NeedTable implements NeedBook {

    private static final String ENTRY = "select need, summit, organization, kind, category, urgency, open from need ";

    private final JdbcClient database;

    NeedTable(JdbcClient database) {
        this.database = database;
    }

    @Override
    public boolean enter(NeedVoiced need) {
        // The update changes nothing: it counts the row as entered where the stall is the same.
        return database.sql("""
                                insert into need (need, summit, organization, kind, category, urgency)
                                values (:need, :summit, :organization, :kind, :category, :urgency)
                                on conflict (need) do update set need = excluded.need
                                where need.summit = excluded.summit and need.organization = excluded.organization
                                """)
                        .param("need", need.need().value())
                        .param("summit", need.summit().value())
                        .param("organization", need.organization().value())
                        .param("kind", need.kind().name())
                        .param("category", need.category().code())
                        .param("urgency", need.urgency().name())
                        .update()
                == 1;
    }

    @Override
    public void close(NeedId need) {
        database.sql("update need set open = false where need = :need")
                .param("need", need.value())
                .update();
    }

    @Override
    public int openNeeds(SummitId summit, OrganizationId organization) {
        return database.sql(
                        "select count(*) from need where summit = :summit and organization = :organization and open")
                .param("summit", summit.value())
                .param("organization", organization.value())
                .query(Integer.class)
                .single();
    }

    @Override
    public Map<NeedId, Entry> find(Collection<NeedId> needs) {
        if (needs.isEmpty()) {
            return Map.of();
        }
        return database
                .sql(ENTRY + "where need in (:needs)")
                .param("needs", needs.stream().map(NeedId::value).toList())
                .query(NeedTable::entry)
                .list()
                .stream()
                .collect(Collectors.toMap(Entry::need, Function.identity()));
    }

    @Override
    public List<Entry> open(SummitId summit) {
        return database.sql(ENTRY + """
                        where summit = :summit and open
                        order by array_position(array['NOW', 'SOON', 'WHENEVER'], urgency), need
                        """)
                .param("summit", summit.value())
                .query(NeedTable::entry)
                .list();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                new NeedId(row.getObject("need", UUID.class)),
                new SummitId(row.getObject("summit", UUID.class)),
                new OrganizationId(row.getObject("organization", UUID.class)),
                OfferKind.valueOf(row.getString("kind")),
                new Category(row.getString("category")),
                Urgency.valueOf(row.getString("urgency")),
                row.getBoolean("open"));
    }
}
