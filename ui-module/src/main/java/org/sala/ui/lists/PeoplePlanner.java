package org.sala.ui.lists;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.BilingualText;
import org.sala.registration.api.Contact;
import org.sala.registration.api.OrganizationId;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.RegistrationCommand;
import org.sala.registration.api.RegistrationCommand.AddDay;
import org.sala.registration.api.RegistrationCommand.EnrolOrganization;
import org.sala.registration.api.RegistrationCommand.RegisterParticipant;
import org.sala.registration.api.RegistrationQueries;
import org.sala.registration.api.RegistrationQueries.Filter;
import org.sala.registration.api.RegistrationQueries.Person;
import org.sala.registration.api.SummitId;
import org.sala.sheets.Row;
import org.sala.ui.lists.Choices.Decision.Enrol;
import org.sala.ui.lists.Choices.Decision.Same;
import org.sala.ui.lists.Planned.Kind;
import org.sala.ui.lists.Remark.What;

/** Plans a list of people against those who are registered. */
final class PeoplePlanner implements RowPlanner {

    private final Rules rules;
    private final Choices choices;
    private final RegistrationQueries registration;
    private final StandingToken token;
    private final SummitId summit;
    private final PeopleReader reader;
    private final PeoplePlanning planning;
    private final OrganizationNames names;
    private final Map<UUID, Organization> enrolled;
    private final Set<String> knownNames = new HashSet<>();
    private final Map<String, Integer> namesInList = new HashMap<>();
    private final Map<String, Integer> contactsInList = new HashMap<>();
    private final Map<ParticipantId, Integer> peopleInList = new HashMap<>();
    private final Map<String, Plan.Missing> missing = new LinkedHashMap<>();
    private final Map<Seat, Integer> wanted = new TreeMap<>();

    /** A seat of a day, in a mode. */
    private record Seat(int day, AttendanceMode mode) implements Comparable<Seat> {
        @Override
        public int compareTo(Seat other) {
            return day == other.day ? mode.compareTo(other.mode) : Integer.compare(day, other.day);
        }
    }

    PeoplePlanner(
            Rules rules,
            Choices choices,
            List<Organization> organizations,
            RegistrationQueries registration,
            StandingToken token) {
        this.rules = rules;
        this.choices = choices;
        this.registration = registration;
        this.token = token;
        this.summit = new SummitId(rules.summit());
        this.reader = new PeopleReader(choices.mapping(), rules, choices.defaults());
        this.planning = new PeoplePlanning(rules, choices.defaults(), this::meant);
        this.names = new OrganizationNames(organizations);
        this.enrolled = organizations.stream().collect(Collectors.toMap(Organization::id, each -> each));
        learnNames();
    }

    private void learnNames() {
        for (var from = 0; ; from += RegistrationQueries.PAGE) {
            var page = registration.people(summit, Filter.EVERYBODY, from, RegistrationQueries.PAGE, token.get());
            for (var line : page.lines()) {
                Stream.of(
                                Optional.ofNullable(line.name().km()),
                                Optional.ofNullable(line.name().latin()))
                        .flatMap(Optional::stream)
                        .forEach(name -> knownNames.add(Likeness.key(name)));
            }
            if (from + page.lines().size() >= page.total() || page.lines().isEmpty()) {
                return;
            }
        }
    }

    @Override
    public List<Planned> plan(List<Row> rows) {
        var entries = rows.stream().map(reader::read).toList();
        var registered = registered(entries);
        var planned = new ArrayList<Planned>(rows.size());
        for (var i = 0; i < entries.size(); i++) {
            planned.add(plan(entries.get(i), registered.get(i)));
        }
        return planned;
    }

    private List<Optional<Person>> registered(List<Entry> entries) {
        var contacts = entries.stream()
                .filter(PeoplePlanner::isReached)
                .map(entry ->
                        new Contact(entry.phone().orElse(null), entry.email().orElse(null)))
                .toList();
        var found = contacts.isEmpty()
                ? List.<Optional<Person>>of()
                : registration.peopleWith(summit, contacts, token.get());
        var all = new ArrayList<Optional<Person>>(entries.size());
        var next = found.iterator();
        for (var entry : entries) {
            all.add(isReached(entry) ? next.next() : Optional.empty());
        }
        return all;
    }

    private static boolean isReached(Entry entry) {
        return entry.phone().isPresent() || entry.email().isPresent();
    }

    private Planned plan(Entry entry, Optional<Person> registered) {
        var keys = Reached.by(entry.phone(), entry.email());
        var earlier = Stream.concat(
                        keys.stream().flatMap(key -> Optional.ofNullable(contactsInList.get(key)).stream()),
                        registered
                                .map(person -> Optional.ofNullable(peopleInList.get(person.participant())).stream())
                                .orElseGet(Stream::empty))
                .min(Integer::compare);
        var planned = planning.plan(entry, registered, UUID.randomUUID());
        if (planned.kind() == Kind.REFUSED) {
            return planned;
        }
        if (earlier.isPresent()) {
            var again = new Remark(
                    What.REPEATED,
                    PeoplePlanning.contactPlace(entry),
                    Map.of("row", earlier.get().toString()));
            return PeoplePlanning.planned(entry, Kind.DUPLICATE, List.of(again), List.of());
        }
        keys.forEach(key -> contactsInList.put(key, entry.row()));
        registered.ifPresent(person -> peopleInList.put(person.participant(), entry.row()));
        count(planned.commands());
        return registered.isEmpty() ? flagged(entry, planned) : planned;
    }

    private Planned flagged(Entry entry, Planned planned) {
        var keys = Stream.of(entry.km(), entry.latin())
                .flatMap(Optional::stream)
                .map(Likeness::key)
                .toList();
        var remarks = new ArrayList<Remark>(planned.remarks());
        var row = keys.stream()
                .flatMap(key -> Optional.ofNullable(namesInList.get(key)).stream())
                .findFirst();
        if (keys.stream().anyMatch(knownNames::contains)) {
            remarks.add(Remark.of(What.SIMILAR));
        } else if (row.isPresent()) {
            remarks.add(new Remark(What.SIMILAR_ROW, "", Map.of("row", row.get().toString())));
        }
        keys.forEach(key -> namesInList.putIfAbsent(key, entry.row()));
        return new Planned(
                planned.row(), planned.kind(), planned.name(), planned.organization(), remarks, planned.commands());
    }

    private void count(List<RegistrationCommand> commands) {
        for (var command : commands) {
            if (command instanceof RegisterParticipant register) {
                register.days().forEach((day, mode) -> wanted.merge(new Seat(day, mode), 1, Integer::sum));
            } else if (command instanceof AddDay add) {
                wanted.merge(new Seat(add.day(), add.mode()), 1, Integer::sum);
            }
        }
    }

    private Meant meant(Entry entry) {
        if (entry.organization().isEmpty()) {
            return Meant.NONE;
        }
        var called = names.called(entry.organization());
        if (called.size() == 1) {
            return meant(called.getFirst());
        }
        if (called.size() > 1) {
            return Meant.wrong(What.ORGANIZATION_AMBIGUOUS);
        }
        var key = OrganizationNames.key(entry.organization());
        if (key.isEmpty()) {
            return Meant.wrong(What.ORGANIZATION_UNKNOWN);
        }
        missing.merge(key, missing(entry), PeoplePlanner::joined);
        return switch (choices.decision(key).orElse(null)) {
            case Enrol _ ->
                new Meant(
                        Optional.of(new OrganizationId(OrganizationNames.id(rules.summit(), entry.organization()))),
                        choices.defaults().cohort(),
                        Optional.empty());
            case Same(var id) ->
                Optional.ofNullable(enrolled.get(id))
                        .map(PeoplePlanner::meant)
                        .orElseGet(() -> Meant.wrong(What.ORGANIZATION_UNKNOWN));
            case null -> Meant.wrong(What.ORGANIZATION_UNKNOWN);
        };
    }

    private static Meant meant(Organization organization) {
        return new Meant(Optional.of(new OrganizationId(organization.id())), organization.cohort(), Optional.empty());
    }

    private Plan.Missing missing(Entry entry) {
        return new Plan.Missing(
                entry.organization(),
                1,
                entry.row(),
                entry.kind(),
                entry.size(),
                entry.province(),
                names.nearly(entry.organization()));
    }

    private static Plan.Missing joined(Plan.Missing one, Plan.Missing other) {
        return new Plan.Missing(
                one.name(),
                one.people() + other.people(),
                one.row(),
                one.kind().or(other::kind),
                one.size().or(other::size),
                one.province().or(other::province),
                one.like());
    }

    @Override
    public List<Plan.Missing> missing() {
        return List.copyOf(missing.values());
    }

    @Override
    public List<EnrolOrganization> enrolling() {
        var defaults = choices.defaults();
        return missing.entrySet().stream()
                .filter(entry -> choices.decision(entry.getKey()).stream().anyMatch(Enrol.class::isInstance))
                .map(entry -> entry.getValue())
                .map(each -> new EnrolOrganization(
                        new OrganizationId(OrganizationNames.id(rules.summit(), each.name())),
                        summit,
                        new BilingualText(each.name(), each.name()),
                        each.kind().orElse(defaults.kind()),
                        each.size().orElse(defaults.size()),
                        each.province().orElse(null),
                        defaults.cohort(),
                        defaults.language(),
                        List.of()))
                .toList();
    }

    @Override
    public List<Plan.Shortage> shortages() {
        var shortages = new ArrayList<Plan.Shortage>();
        if (wanted.isEmpty()) {
            return shortages;
        }
        for (var seat : registration.seats(summit, token.get())) {
            var asked = wanted.getOrDefault(new Seat(seat.day(), seat.mode()), 0);
            var left = Math.max(0, seat.seats() - seat.taken() - seat.waiting());
            if (asked > left) {
                shortages.add(new Plan.Shortage(seat.day(), seat.mode(), left, asked));
            }
        }
        return shortages;
    }
}
