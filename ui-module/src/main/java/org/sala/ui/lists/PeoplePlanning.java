package org.sala.ui.lists;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sala.personal.Personal;
import org.sala.registration.api.AgeBand;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.Consent;
import org.sala.registration.api.Contact;
import org.sala.registration.api.Gender;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.ParticipantRole;
import org.sala.registration.api.PersonName;
import org.sala.registration.api.RegistrationCommand;
import org.sala.registration.api.RegistrationCommand.AddDay;
import org.sala.registration.api.RegistrationCommand.ChangeAttendanceMode;
import org.sala.registration.api.RegistrationCommand.DropDay;
import org.sala.registration.api.RegistrationCommand.RegisterParticipant;
import org.sala.registration.api.RegistrationCommand.ReinstateRegistration;
import org.sala.registration.api.RegistrationCommand.ReviseParticipant;
import org.sala.registration.api.RegistrationQueries.Person;
import org.sala.registration.api.RegistrationQueries.Status;
import org.sala.registration.api.RegistrationRejected;
import org.sala.registration.api.SummitId;
import org.sala.ui.lists.Field.Meaning;
import org.sala.ui.lists.Planned.Kind;
import org.sala.ui.lists.Remark.What;

/**
 * Decides what becomes of a row, against whoever is registered with its contact. Pure: nothing is asked or sent here.
 *
 * <p>Somebody who is registered keeps what the list doesn't say, every day on which they were here, and all their consents:
 * a list is older than what a person said since.
 */
final class PeoplePlanning {

    /** What says already that days can't be read. */
    private static final Set<What> OF_DAYS =
            EnumSet.of(What.DAYS_UNREADABLE, What.MODE_UNREADABLE, What.DAY_UNKNOWN, What.CELL_BROKEN);

    private final Rules rules;
    private final Defaults defaults;
    private final Function<Entry, Meant> organizations;

    PeoplePlanning(Rules rules, Defaults defaults, Function<Entry, Meant> organizations) {
        this.rules = rules;
        this.defaults = defaults;
        this.organizations = organizations;
    }

    /**
     * What becomes of it.
     *
     * @param registered who is registered with its contact
     * @param fresh the id for somebody who isn't
     */
    Planned plan(Entry entry, Optional<Person> registered, UUID fresh) {
        var remarks = new ArrayList<Remark>(entry.remarks());
        var meant = organizations.apply(entry);
        meant.wrong().ifPresent(why -> remarks.add(Remark.at(why, entry.place(Meaning.ORGANIZATION))));
        var role = entry.role().or(() -> registered.map(Person::role)).orElse(defaults.role());
        days(entry, meant, role, remarks);
        if (registered.isPresent()) {
            var person = registered.get();
            return switch (person.status()) {
                case REGISTERED -> changed(entry, person, meant, remarks);
                case CANCELLED -> {
                    if (defaults.reinstate()) {
                        yield changed(entry, person, meant, remarks);
                    }
                    remarks.add(Remark.at(What.CANCELLED, contactPlace(entry)));
                    yield planned(entry, Kind.DUPLICATE, remarks, List.of());
                }
                // neither has a contact any more; should one ever come, it is nobody to be changed
                case MERGED, ERASED -> {
                    remarks.add(Remark.at(What.CANCELLED, contactPlace(entry)));
                    yield planned(entry, Kind.DUPLICATE, remarks, List.of());
                }
            };
        }
        return registering(entry, meant, role, fresh, remarks);
    }

    private void days(Entry entry, Meant meant, ParticipantRole role, List<Remark> remarks) {
        entry.days()
                .ifPresent(days -> days.forEach((number, mode) -> {
                    var place = entry.placeOfDay(number);
                    var day = rules.day(number);
                    if (day.isEmpty()) {
                        remarks.add(Remark.ofDay(What.DAY_UNKNOWN, place, number));
                    } else if (!day.get().modes().contains(mode)) {
                        remarks.add(Remark.ofDay(What.MODE_NOT_OFFERED, place, number));
                    } else if (meant.wrong().isEmpty() && !day.get().admits().admits(meant.cohort(), role)) {
                        remarks.add(Remark.ofDay(What.DAY_NOT_FOR_THEM, place, number));
                    }
                }));
    }

    private Planned registering(Entry entry, Meant meant, ParticipantRole role, UUID fresh, List<Remark> remarks) {
        var consents = consents(entry);
        if (!consents.contains(Consent.DATA_USE)
                && remarks.stream().noneMatch(remark -> remark.what() == What.CONSENT_UNREADABLE)) {
            var own = entry.place(Meaning.CONSENT_DATA);
            remarks.add(Remark.at(What.CONSENT_MISSING, own.isEmpty() ? entry.place(Meaning.CONSENTS) : own));
        }
        if (meant.id().isEmpty() && meant.wrong().isEmpty() && role == ParticipantRole.CSO_MEMBER) {
            remarks.add(Remark.at(What.ORGANIZATION_MISSING, entry.place(Meaning.ORGANIZATION)));
        }
        var days = entry.days().orElseGet(() -> usualDays(meant, role));
        if (days.isEmpty() && remarks.stream().noneMatch(remark -> isOfDays(remark.what()))) {
            remarks.add(Remark.at(What.DAYS_MISSING, entry.place(Meaning.DAYS)));
        }
        if (refused(remarks)) {
            return planned(entry, Kind.REFUSED, remarks, List.of());
        }
        return made(
                entry,
                Kind.NEW,
                remarks,
                () -> List.of(new RegisterParticipant(
                        new ParticipantId(fresh),
                        new SummitId(rules.summit()),
                        meant.id().orElse(null),
                        new PersonName(entry.km().orElse(null), entry.latin().orElse(null)),
                        new Contact(entry.phone().orElse(null), entry.email().orElse(null)),
                        role,
                        entry.gender().orElse(Gender.PREFERS_NOT_TO_SAY),
                        entry.age().orElse(AgeBand.PREFERS_NOT_TO_SAY),
                        entry.disability().orElse(null),
                        entry.language().orElse(defaults.language()),
                        days,
                        consents,
                        rules.consentVersion(),
                        defaults.whenFull())));
    }

    /** Where no column speaks of days: those that the defaults name, as far as they are for that person. */
    private Map<Integer, AttendanceMode> usualDays(Meant meant, ParticipantRole role) {
        var days = new TreeMap<Integer, AttendanceMode>();
        for (var day : rules.days()) {
            if (defaults.days().contains(day.number()) && day.admits().admits(meant.cohort(), role)) {
                days.put(day.number(), defaults.modes().getOrDefault(day.number(), day.usual()));
            }
        }
        return days;
    }

    private Set<Consent> consents(Entry entry) {
        var consents = EnumSet.noneOf(Consent.class);
        consents.addAll(entry.consents());
        if (defaults.taken().isPresent()) {
            defaults.consents().stream()
                    .filter(consent -> !entry.consentAsked().contains(consent))
                    .forEach(consents::add);
        }
        return consents;
    }

    private static boolean isOfDays(What what) {
        return OF_DAYS.contains(what);
    }

    private Planned changed(Entry entry, Person person, Meant meant, List<Remark> remarks) {
        var wanted = entry.days().map(TreeMap::new).orElseGet(TreeMap::new);
        if (entry.days().isPresent()
                && wanted.isEmpty()
                && entry.spokenOf().size() == rules.days().size()
                && remarks.stream().noneMatch(remark -> isOfDays(remark.what()))) {
            // somebody who comes on no day at all is for a person to cancel
            remarks.add(Remark.at(What.DAYS_MISSING, entry.place(Meaning.DAYS)));
        }
        if (refused(remarks)) {
            return planned(entry, Kind.REFUSED, remarks, List.of());
        }
        var commands = new ArrayList<RegistrationCommand>();
        var cancelled = person.status() == Status.CANCELLED;
        try {
            if (cancelled) {
                var days = wanted.isEmpty() ? usualDays(meant, person.role()) : wanted;
                remarks.add(Remark.of(What.REINSTATED));
                commands.add(new ReinstateRegistration(
                        person.participant(), days, rules.consentVersion(), defaults.whenFull()));
            }
            revised(entry, person, meant, remarks).ifPresent(commands::add);
            if (!cancelled) {
                days(entry, person, wanted, remarks, commands);
            }
        } catch (RegistrationRejected malformed) {
            return planned(entry, Kind.REFUSED, List.of(ofRegistration(entry, malformed)), List.of());
        }
        return planned(entry, commands.isEmpty() ? Kind.SAME : Kind.CHANGED, remarks, commands);
    }

    private void days(
            Entry entry,
            Person person,
            Map<Integer, AttendanceMode> wanted,
            List<Remark> remarks,
            List<RegistrationCommand> commands) {
        var adding = new ArrayList<RegistrationCommand>();
        for (var day : rules.days()) {
            var number = day.number();
            var mode = wanted.get(number);
            var place = person.days().get(number);
            if (mode == null) {
                if (place != null && place.here().isEmpty() && entry.spokenOf().contains(number)) {
                    remarks.add(Remark.ofDay(What.DAY_DROPPED, entry.placeOfDay(number), number));
                    commands.add(new DropDay(person.participant(), number));
                }
            } else if (place == null) {
                remarks.add(Remark.ofDay(What.DAY_ADDED, entry.placeOfDay(number), number));
                adding.add(new AddDay(person.participant(), number, mode, defaults.whenFull()));
            } else if (place.mode() != mode && place.here().isEmpty()) {
                remarks.add(Remark.ofDay(What.MODE_CHANGED, entry.placeOfDay(number), number));
                commands.add(new ChangeAttendanceMode(person.participant(), number, mode));
            }
        }
        commands.addAll(adding);
    }

    private Optional<RegistrationCommand> revised(Entry entry, Person person, Meant meant, List<Remark> remarks) {
        var before = remarks.size();
        var name = name(entry, person, remarks);
        var contact = contact(entry, person, remarks);
        if (name == null || contact == null) {
            return Optional.empty();
        }
        var organization = meant.id().orElse(person.organization());
        compare(person.organization(), organization, What.ORGANIZATION_CHANGED, entry, Meaning.ORGANIZATION, remarks);
        var role = entry.role().orElse(person.role());
        compare(person.role(), role, What.ROLE_CHANGED, entry, Meaning.ROLE, remarks);
        var gender = entry.gender().orElse(person.gender());
        compare(person.gender(), gender, What.GENDER_CHANGED, entry, Meaning.GENDER, remarks);
        var age = entry.age().orElse(person.ageBand());
        compare(person.ageBand(), age, What.AGE_CHANGED, entry, Meaning.AGE, remarks);
        var language = entry.language().orElse(person.language());
        compare(person.language(), language, What.LANGUAGE_CHANGED, entry, Meaning.LANGUAGE, remarks);
        var had = person.disability() instanceof Personal.Clear<Boolean>(var value) ? value : null;
        var disability = entry.disability().orElse(had);
        compare(had, disability, What.DISABILITY_CHANGED, entry, Meaning.DISABILITY, remarks);
        return remarks.size() == before
                ? Optional.empty()
                : Optional.of(new ReviseParticipant(
                        person.participant(), organization, name, contact, role, gender, age, disability, language));
    }

    private static void compare(
            @Nullable Object before,
            @Nullable Object after,
            What what,
            Entry entry,
            Meaning meaning,
            List<Remark> remarks) {
        if (!Objects.equals(before, after)) {
            remarks.add(Remark.at(what, entry.place(meaning)));
        }
    }

    private static @Nullable PersonName name(Entry entry, Person person, List<Remark> remarks) {
        if (!(person.name() instanceof Personal.Clear<PersonName>(var had))) {
            return null;
        }
        var said = new PersonName(entry.km().orElse(had.km()), entry.latin().orElse(had.latin()));
        if (!said.equals(had)) {
            var place = Stream.of(Meaning.NAME, Meaning.NAME_KM, Meaning.NAME_LATIN, Meaning.FAMILY_NAME)
                    .map(entry::place)
                    .filter(each -> !each.isEmpty())
                    .findFirst()
                    .orElse("");
            remarks.add(Remark.at(What.NAME_CHANGED, place));
        }
        return said;
    }

    private static @Nullable Contact contact(Entry entry, Person person, List<Remark> remarks) {
        if (!(person.contact() instanceof Personal.Clear<Contact>(var had))) {
            return null;
        }
        var phone = entry.phone().filter(said -> !Reached.samePhone(said, had.phone()));
        var email = entry.email().filter(said -> !Reached.sameEmail(said, had.email()));
        if (phone.isPresent() || email.isPresent()) {
            remarks.add(
                    Remark.at(What.CONTACT_CHANGED, entry.place(phone.isPresent() ? Meaning.PHONE : Meaning.EMAIL)));
        }
        return new Contact(phone.orElse(had.phone()), email.orElse(had.email()));
    }

    static String contactPlace(Entry entry) {
        return entry.place(entry.phone().isPresent() ? Meaning.PHONE : Meaning.EMAIL);
    }

    private static boolean refused(List<Remark> remarks) {
        return remarks.stream().anyMatch(remark -> remark.what().refuses());
    }

    private interface Making {
        List<RegistrationCommand> commands();
    }

    private static Planned made(Entry entry, Kind kind, List<Remark> remarks, Making making) {
        try {
            return planned(entry, kind, remarks, making.commands());
        } catch (RegistrationRejected malformed) {
            var all = new ArrayList<Remark>(remarks);
            all.add(ofRegistration(entry, malformed));
            return planned(entry, Kind.REFUSED, all, List.of());
        }
    }

    private static Remark ofRegistration(Entry entry, RegistrationRejected refused) {
        var details = new TreeMap<String, String>(refused.details());
        details.put("reason", refused.reason().name());
        var place = Optional.ofNullable(refused.details().get("field"))
                .map(field -> field.toUpperCase(Locale.ROOT))
                .flatMap(field -> Stream.of(Meaning.values())
                        .filter(meaning -> meaning.name().equals(field))
                        .findFirst())
                .map(entry::place)
                .orElse("");
        return new Remark(What.REGISTRATION, place, details);
    }

    static Planned planned(Entry entry, Kind kind, List<Remark> remarks, List<RegistrationCommand> commands) {
        var name =
                Stream.of(entry.km(), entry.latin()).flatMap(Optional::stream).collect(Collectors.joining(" · "));
        return new Planned(entry.row(), kind, name, entry.organization(), remarks, commands);
    }
}
