package org.sala.ui.lists;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sala.registration.api.BilingualText;
import org.sala.registration.api.Cohort;
import org.sala.registration.api.Language;
import org.sala.registration.api.OrganizationId;
import org.sala.registration.api.OrganizationKind;
import org.sala.registration.api.RegistrationCommand;
import org.sala.registration.api.RegistrationCommand.AssignCohort;
import org.sala.registration.api.RegistrationCommand.EnrolOrganization;
import org.sala.registration.api.RegistrationCommand.ReviseOrganization;
import org.sala.registration.api.RegistrationRejected;
import org.sala.registration.api.SummitId;
import org.sala.sheets.Cell;
import org.sala.sheets.Row;
import org.sala.ui.language.ProvinceNames;
import org.sala.ui.lists.Field.Meaning;
import org.sala.ui.lists.Planned.Kind;
import org.sala.ui.lists.Remark.What;

/** Plans a list of organisations against those that are enrolled. What the list doesn't say of one stays as it is. */
final class OrganizationPlanner implements RowPlanner {

    private static final int LONGEST_NAME = 200;

    private final Rules rules;
    private final Mapping mapping;
    private final Defaults defaults;
    private final OrganizationNames names;
    private final Map<String, Integer> inList = new HashMap<>();

    OrganizationPlanner(Rules rules, Choices choices, List<Organization> organizations) {
        this.rules = rules;
        this.mapping = choices.mapping();
        this.defaults = choices.defaults();
        this.names = new OrganizationNames(organizations);
    }

    @Override
    public List<Planned> plan(List<Row> rows) {
        return rows.stream().map(this::plan).toList();
    }

    private Planned plan(Row row) {
        var remarks = new ArrayList<Remark>();
        for (var field : mapping.columns().keySet()) {
            var cell = mapping.cell(row, field);
            if (cell.kind() == Cell.Kind.ERROR) {
                remarks.add(Remark.at(What.CELL_BROKEN, cell.reference()));
            }
        }
        var km = line(row, Meaning.NAME_KM);
        var en = line(row, Meaning.NAME_LATIN);
        var either = line(row, Meaning.NAME);
        var name = Optional.of(km)
                .filter(each -> !each.isEmpty())
                .or(() -> Optional.of(either).filter(each -> !each.isEmpty()))
                .orElse(en);
        var place = mapping.place(
                row, km.isEmpty() ? either.isEmpty() ? Meaning.NAME_LATIN : Meaning.NAME : Meaning.NAME_KM);
        if (name.isEmpty() || OrganizationNames.key(name).isEmpty()) {
            remarks.add(Remark.at(What.NAME_MISSING, place));
            return new Planned(row.number(), Kind.REFUSED, name, "", remarks, List.of());
        }
        if (name.length() > LONGEST_NAME || en.length() > LONGEST_NAME) {
            remarks.add(Remark.at(What.NAME_UNREADABLE, place));
        }
        var kind = meaning(row, Meaning.ORGANIZATION_KIND, OrganizationKind.class, What.KIND_UNREADABLE, remarks);
        var cohort = meaning(row, Meaning.COHORT, Cohort.class, What.COHORT_UNREADABLE, remarks);
        var language = meaning(row, Meaning.LANGUAGE, Language.class, What.LANGUAGE_UNREADABLE, remarks);
        var size = Sizes.read(line(row, Meaning.ORGANIZATION_SIZE));
        if (size.isEmpty() && !line(row, Meaning.ORGANIZATION_SIZE).isEmpty()) {
            remarks.add(Remark.at(What.SIZE_UNREADABLE, mapping.place(row, Meaning.ORGANIZATION_SIZE)));
        }
        var province = ProvinceNames.code(line(row, Meaning.PROVINCE));
        if (province.isEmpty() && !line(row, Meaning.PROVINCE).isEmpty()) {
            remarks.add(Remark.at(What.PROVINCE_UNREADABLE, mapping.place(row, Meaning.PROVINCE)));
        }
        var sectors = sectors(row, remarks);
        var called = called(km, en, either);
        if (called.size() > 1) {
            remarks.add(Remark.at(What.ORGANIZATION_AMBIGUOUS, place));
        }
        if (remarks.stream().anyMatch(remark -> remark.what().refuses())) {
            return new Planned(row.number(), Kind.REFUSED, name, "", remarks, List.of());
        }
        var identity = called.isEmpty()
                ? OrganizationNames.key(name)
                : called.getFirst().id().toString();
        var earlier = inList.putIfAbsent(identity, row.number());
        if (earlier != null) {
            return new Planned(
                    row.number(),
                    Kind.DUPLICATE,
                    name,
                    "",
                    List.of(new Remark(What.REPEATED, place, Map.of("row", earlier.toString()))),
                    List.of());
        }
        try {
            if (called.isEmpty()) {
                var english = en.isEmpty() ? either.isEmpty() ? km : either : en;
                return new Planned(
                        row.number(),
                        Kind.NEW,
                        name,
                        "",
                        remarks,
                        List.of(new EnrolOrganization(
                                new OrganizationId(OrganizationNames.id(rules.summit(), name)),
                                new SummitId(rules.summit()),
                                new BilingualText(km.isEmpty() ? english : km, english),
                                kind.orElse(defaults.kind()),
                                size.orElse(defaults.size()),
                                province.orElse(null),
                                cohort.orElse(defaults.cohort()),
                                language.orElse(defaults.language()),
                                sectors.orElse(List.of()))));
            }
            var known = called.getFirst();
            var commands = new ArrayList<RegistrationCommand>();
            var said = new Organization(
                    known.id(),
                    km.isEmpty() ? known.km() : km,
                    en.isEmpty() ? known.en() : en,
                    kind.orElse(known.kind()),
                    size.orElse(known.size()),
                    province.or(known::province),
                    cohort.orElse(known.cohort()),
                    language.orElse(known.language()),
                    sectors.orElse(known.sectors()));
            changes(row, known, said, remarks);
            if (remarks.stream().anyMatch(remark -> remark.what() != What.COHORT_CHANGED)) {
                commands.add(new ReviseOrganization(
                        new OrganizationId(known.id()),
                        new BilingualText(said.km(), said.en()),
                        said.kind(),
                        said.size(),
                        said.province().orElse(null),
                        said.language(),
                        said.sectors()));
            }
            if (said.cohort() != known.cohort()) {
                commands.add(new AssignCohort(new OrganizationId(known.id()), said.cohort()));
            }
            return new Planned(
                    row.number(), commands.isEmpty() ? Kind.SAME : Kind.CHANGED, name, "", remarks, commands);
        } catch (RegistrationRejected malformed) {
            var details = new TreeMap<String, String>(malformed.details());
            details.put("reason", malformed.reason().name());
            remarks.add(new Remark(What.REGISTRATION, place, details));
            return new Planned(row.number(), Kind.REFUSED, name, "", remarks, List.of());
        }
    }

    private List<Organization> called(String... written) {
        for (var name : written) {
            if (!name.isEmpty()) {
                var called = names.called(name);
                if (!called.isEmpty()) {
                    return called;
                }
            }
        }
        return List.of();
    }

    private void changes(Row row, Organization before, Organization after, List<Remark> remarks) {
        if (!before.km().equals(after.km()) || !before.en().equals(after.en())) {
            changed(
                    What.NAME_CHANGED,
                    row,
                    before.km().equals(after.km()) ? Meaning.NAME_LATIN : Meaning.NAME_KM,
                    remarks);
        }
        compare(before.kind(), after.kind(), What.KIND_CHANGED, row, Meaning.ORGANIZATION_KIND, remarks);
        compare(before.size(), after.size(), What.SIZE_CHANGED, row, Meaning.ORGANIZATION_SIZE, remarks);
        compare(before.province(), after.province(), What.PROVINCE_CHANGED, row, Meaning.PROVINCE, remarks);
        compare(before.cohort(), after.cohort(), What.COHORT_CHANGED, row, Meaning.COHORT, remarks);
        compare(before.language(), after.language(), What.LANGUAGE_CHANGED, row, Meaning.LANGUAGE, remarks);
        compare(before.sectors(), after.sectors(), What.SECTORS_CHANGED, row, Meaning.SECTORS, remarks);
    }

    private void compare(
            @Nullable Object before,
            @Nullable Object after,
            What what,
            Row row,
            Meaning meaning,
            List<Remark> remarks) {
        if (!Objects.equals(before, after)) {
            changed(what, row, meaning, remarks);
        }
    }

    private void changed(What what, Row row, Meaning meaning, List<Remark> remarks) {
        remarks.add(Remark.at(what, mapping.place(row, meaning)));
    }

    private String line(Row row, Meaning meaning) {
        var cell = mapping.cell(row, meaning);
        return cell.kind() == Cell.Kind.ERROR
                ? ""
                : cell.text().replaceAll("\\s+", " ").strip();
    }

    private <E extends Enum<E>> Optional<E> meaning(
            Row row, Meaning meaning, Class<E> type, What otherwise, List<Remark> remarks) {
        var written = line(row, meaning);
        var meant = written.isEmpty() ? Optional.<E>empty() : Vocabulary.meaning(type, written);
        if (meant.isEmpty() && !written.isEmpty()) {
            remarks.add(Remark.at(otherwise, mapping.place(row, meaning)));
        }
        return meant;
    }

    private Optional<List<String>> sectors(Row row, List<Remark> remarks) {
        var written = line(row, Meaning.SECTORS);
        if (written.isEmpty()) {
            return Optional.empty();
        }
        var sectors = Arrays.stream(written.split("[;,]", -1))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
        if (sectors.size() > 20 || sectors.stream().anyMatch(each -> each.length() > 80)) {
            remarks.add(Remark.at(What.SECTORS_UNREADABLE, mapping.place(row, Meaning.SECTORS)));
        }
        return Optional.of(sectors);
    }

    @Override
    public List<Plan.Missing> missing() {
        return List.of();
    }

    @Override
    public List<EnrolOrganization> enrolling() {
        return List.of();
    }

    @Override
    public List<Plan.Shortage> shortages() {
        return List.of();
    }
}
