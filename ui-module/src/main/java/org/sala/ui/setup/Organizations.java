package org.sala.ui.setup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.sala.registration.api.Cohort;
import org.sala.registration.api.Language;
import org.sala.registration.api.OrganizationKind;
import org.sala.registration.api.OrganizationSize;
import org.sala.registration.api.TieRound;
import org.sala.registration.api.TieStrength;
import org.sala.ui.shell.Columns;
import org.sala.ui.shell.Summit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The organisations that are enrolled. */
@Repository
public class Organizations {

    private static final String COLUMNS =
            "id, name_km, name_en, kind, size, province, cohort, language, sectors from organization";

    private final JdbcClient database;

    Organizations(JdbcClient database) {
        this.database = database;
    }

    /** Those of a summit, by their English names. */
    public List<Organization> of(UUID summit) {
        return database.sql("select " + COLUMNS + " where summit = :summit order by lower(name_en), id")
                .param("summit", summit)
                .query((row, n) -> organization(row))
                .list();
    }

    public Optional<Organization> find(UUID id) {
        return database.sql("select " + COLUMNS + " where id = :id")
                .param("id", id)
                .query((row, n) -> organization(row))
                .optional();
    }

    /** What one organisation has said of its ties, the strongest first. */
    List<Tie> ties(UUID organization) {
        return database
                .sql("""
                        select t.other, o.name_km, o.name_en, t.round, t.strength
                        from organization_tie t join organization o on o.id = t.other
                        where t.organization = :organization""")
                .param("organization", organization)
                .query((row, n) -> new Tie(
                        row.getObject("other", UUID.class),
                        Columns.text(row, "name"),
                        TieRound.valueOf(row.getString("round")),
                        TieStrength.valueOf(row.getString("strength"))))
                .list()
                .stream()
                .sorted(java.util.Comparator.comparing(Tie::round)
                        .thenComparing(Tie::strength, java.util.Comparator.reverseOrder())
                        .thenComparing(tie -> tie.name().en()))
                .toList();
    }

    /** How an organisation works with another, as it said in a round. */
    record Tie(UUID other, Summit.Text name, TieRound round, TieStrength strength) {}

    private static Organization organization(ResultSet row) throws SQLException {
        var sectors = (String[]) Objects.requireNonNull(row.getArray("sectors")).getArray();
        return new Organization(
                row.getObject("id", UUID.class),
                Columns.text(row, "name"),
                OrganizationKind.valueOf(row.getString("kind")),
                OrganizationSize.valueOf(row.getString("size")),
                row.getString("province"),
                Cohort.valueOf(row.getString("cohort")),
                Language.valueOf(row.getString("language")),
                List.of(sectors));
    }
}
