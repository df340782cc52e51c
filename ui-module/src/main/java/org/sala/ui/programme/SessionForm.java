package org.sala.ui.programme;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.io.Serial;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sala.sessions.api.AttendanceMode;
import org.sala.sessions.api.BilingualText;
import org.sala.sessions.api.Cohort;
import org.sala.sessions.api.Eligibility;
import org.sala.sessions.api.Language;
import org.sala.sessions.api.Method;
import org.sala.sessions.api.ParticipantId;
import org.sala.sessions.api.ParticipantRole;
import org.sala.sessions.api.Place;
import org.sala.sessions.api.SessionId;
import org.sala.sessions.api.SessionKind;
import org.sala.sessions.api.SessionPlan;
import org.sala.sessions.api.SessionsCommand.RescheduleSession;
import org.sala.sessions.api.SessionsCommand.ScheduleSession;
import org.sala.sessions.api.Slot;
import org.sala.sessions.api.SummitId;
import org.sala.ui.commands.CommandForm;
import org.sala.ui.language.Figures;
import org.sala.ui.programme.Programme.Fullness;
import org.sala.ui.programme.Programme.Session;
import org.sala.ui.shell.Summit;

/** Puts a session on the programme, or plans one anew. */
class SessionForm extends CommandForm {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int TITLE = 200;

    private final transient Summit summit;
    private final transient @Nullable Session was;
    private final transient Arranging arranging;
    private final transient SessionId id;
    private final TextField titleKm;
    private final TextField titleEn;
    private final Select<SessionKind> kind;
    private final Select<Method> method;
    private final Select<Summit.Day> day;
    private final TimePicker start;
    private final TimePicker end;
    private final TextField room;
    private final TextField link;
    private final IntegerField seatsInPerson;
    private final IntegerField seatsOnline;
    private final CheckboxGroup<Integer> objectives = new CheckboxGroup<>();
    private final CheckboxGroup<Language> languages = new CheckboxGroup<>();
    private final CheckboxGroup<Language> interpretation = new CheckboxGroup<>();
    private final CheckboxGroup<Cohort> cohorts = new CheckboxGroup<>();
    private final CheckboxGroup<ParticipantRole> roles = new CheckboxGroup<>();

    SessionForm(Summit summit, @Nullable Session was, int onDay, ProgrammeWords words, Arranging arranging) {
        super(
                "session",
                words.of(was == null ? "programme.schedule" : "programme.reschedule"),
                words.of(was == null ? "programme.schedule.do" : "programme.save"),
                words.locale());
        this.summit = summit;
        this.was = was;
        this.arranging = arranging;
        this.id = new SessionId(was == null ? UUID.randomUUID() : was.id());
        titleKm = line("session-title-km", "programme.field.title.km", TITLE);
        titleEn = line("session-title-en", "programme.field.title.en", TITLE);
        kind = choice(
                "session-kind",
                "programme.field.kind",
                List.of(SessionKind.values()),
                each -> words.of("programme.kind." + each.name()));
        method = choice(
                "session-method",
                "programme.field.method",
                List.of(Method.values()),
                each -> words.of("programme.method." + each.name()));
        day = choice(
                "session-day",
                "programme.field.day",
                summit.days(),
                each -> words.of("programme.day", each.number(), Figures.date(each.date())));
        start = time("session-start", words.of("programme.field.start"));
        end = time("session-end", words.of("programme.field.end"));
        room = line("session-room", "programme.field.room", TITLE);
        link = line("session-link", "programme.field.link", 500);
        seatsInPerson = seats("session-seats-in-person", words.of("programme.field.seats.in-person"));
        seatsOnline = seats("session-seats-online", words.of("programme.field.seats.online"));
        group(
                objectives,
                "session-objectives",
                words.of("programme.field.objectives"),
                List.of(1, 2, 3, 4),
                each -> words.of("programme.objective", each));
        group(
                languages,
                "session-languages",
                words.of("programme.field.languages"),
                List.of(Language.values()),
                each -> words.of("programme.language." + each.name()));
        group(
                interpretation,
                "session-interpretation",
                words.of("programme.field.interpretation"),
                List.of(Language.values()),
                each -> words.of("programme.language." + each.name()));
        group(
                cohorts,
                "session-cohorts",
                words.of("programme.field.cohorts"),
                List.of(Cohort.values()),
                each -> words.of("programme.cohort." + each.name()));
        group(
                roles,
                "session-roles",
                words.of("programme.field.roles"),
                List.of(ParticipantRole.values()),
                each -> words.of("programme.role." + each.name()));
        cohorts.setHelperText(words.of("programme.field.cohorts.how"));
        about(words.of(was == null ? "programme.schedule.how" : "programme.reschedule.how"));
        put(titleKm, titleEn, kind, method, day, start, end, room, link, seatsInPerson, seatsOnline, objectives);
        put(languages, interpretation, cohorts, roles);
        fill(onDay);
    }

    private TimePicker time(String id, String label) {
        var field = told(new TimePicker(label));
        field.setId(id);
        field.setStep(Duration.ofMinutes(15));
        // a clock of 24 hours, as the summit writes times, in either language
        field.setLocale(Locale.forLanguageTag("sv"));
        return field;
    }

    private IntegerField seats(String id, String label) {
        var field = told(new IntegerField(label));
        field.setId(id);
        field.setMin(0);
        field.setMax(10_000);
        return field;
    }

    private <E> void group(
            CheckboxGroup<E> group,
            String id,
            String label,
            List<E> items,
            com.vaadin.flow.component.ItemLabelGenerator<E> words) {
        told(group);
        group.setId(id);
        group.setLabel(label);
        group.setItems(items);
        group.setItemLabelGenerator(words);
        group.addClassName("wide");
    }

    private void fill(int onDay) {
        summit.day(onDay).ifPresent(day::setValue);
        if (was == null) {
            kind.setValue(SessionKind.PLENARY);
            method.setValue(Method.PEER_LEARNING);
            languages.setValue(Set.of(Language.KM));
            return;
        }
        titleKm.setValue(was.title().km());
        titleEn.setValue(was.title().en());
        kind.setValue(was.kind());
        method.setValue(was.method());
        start.setValue(was.start().atZone(summit.zone()).toLocalTime());
        end.setValue(was.end().atZone(summit.zone()).toLocalTime());
        room.setValue(was.room() == null ? "" : was.room());
        link.setValue(was.link() == null ? "" : was.link());
        seatsInPerson.setValue(offered(was, AttendanceMode.IN_PERSON));
        seatsOnline.setValue(offered(was, AttendanceMode.ONLINE));
        objectives.setValue(new LinkedHashSet<>(was.objectives()));
        languages.setValue(new LinkedHashSet<>(was.languages()));
        interpretation.setValue(new LinkedHashSet<>(was.interpretation()));
        cohorts.setValue(new LinkedHashSet<>(was.cohorts()));
        roles.setValue(new LinkedHashSet<>(was.roles()));
    }

    private static @Nullable Integer offered(Session session, AttendanceMode mode) {
        return Optional.ofNullable(session.modes().get(mode))
                .map(Fullness::seats)
                .filter(seats -> seats > 0)
                .orElse(null);
    }

    @Override
    protected void look() {
        check(titleKm, !titleKm.isEmpty() || !titleEn.isEmpty());
        check(kind, kind.getValue() != null);
        check(method, method.getValue() != null);
        check(day, day.getValue() != null);
        check(start, start.getValue() != null);
        check(
                end,
                end.getValue() != null
                        && (start.getValue() == null || end.getValue().isAfter(start.getValue())));
        check(seatsInPerson, some(seatsInPerson) || some(seatsOnline));
        check(room, !some(seatsInPerson) || !room.isEmpty());
        check(link, !some(seatsOnline) || !link.isEmpty());
        check(languages, !languages.getValue().isEmpty());
    }

    private static boolean some(IntegerField seats) {
        return seats.getValue() != null && seats.getValue() > 0;
    }

    @Override
    protected Optional<String> ask() {
        var number = day.getValue().number();
        return arranging.ask(() -> was == null
                ? new ScheduleSession(id, new SummitId(summit.id()), number, plan())
                : new RescheduleSession(id, number, plan()));
    }

    private SessionPlan plan() {
        Map<AttendanceMode, Integer> seats = new EnumMap<>(AttendanceMode.class);
        if (some(seatsInPerson)) {
            seats.put(AttendanceMode.IN_PERSON, seatsInPerson.getValue());
        }
        if (some(seatsOnline)) {
            seats.put(AttendanceMode.ONLINE, seatsOnline.getValue());
        }
        var isForAll = cohorts.getValue().isEmpty() && roles.getValue().isEmpty();
        return new SessionPlan(
                both(titleKm.getValue(), titleEn.getValue(), BilingualText::new),
                kind.getValue(),
                objectives.getValue(),
                method.getValue(),
                new Slot(at(start.getValue()), at(end.getValue())),
                new Place(said(room), said(link)),
                seats,
                was == null
                        ? Set.of()
                        : was.facilitators().stream().map(ParticipantId::new).collect(Collectors.toSet()),
                languages.getValue(),
                interpretation.getValue(),
                was == null
                        ? List.of()
                        : was.prompts().stream()
                                .map(text -> new BilingualText(text.km(), text.en()))
                                .toList(),
                isForAll ? null : new Eligibility(cohorts.getValue(), roles.getValue()));
    }

    private Instant at(LocalTime time) {
        return day.getValue().date().atTime(time).atZone(summit.zone()).toInstant();
    }

    private static @Nullable String said(TextField field) {
        return field.getValue().isBlank() ? null : field.getValue().strip();
    }
}
