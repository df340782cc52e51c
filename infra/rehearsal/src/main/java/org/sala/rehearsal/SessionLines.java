package org.sala.rehearsal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.sala.sessions.api.AttendanceMode;
import org.sala.sessions.api.BilingualText;
import org.sala.sessions.api.Language;
import org.sala.sessions.api.Method;
import org.sala.sessions.api.ParticipantId;
import org.sala.sessions.api.Place;
import org.sala.sessions.api.SessionId;
import org.sala.sessions.api.SessionKind;
import org.sala.sessions.api.SessionPlan;
import org.sala.sessions.api.SessionsCommand.EndSession;
import org.sala.sessions.api.SessionsCommand.JoinSession;
import org.sala.sessions.api.SessionsCommand.ScheduleSession;
import org.sala.sessions.api.SessionsCommand.StartSession;
import org.sala.sessions.api.Slot;
import org.sala.sessions.api.SummitId;

/** The programme, as planned and as held. */
final class SessionLines {

    private final SummitFiles files;
    final Map<String, UUID> ids = new LinkedHashMap<>();
    final List<Line<ScheduleSession>> scheduled;
    final List<Line<StartSession>> starts = new ArrayList<>();
    final List<Line<EndSession>> ends = new ArrayList<>();
    final List<Line<JoinSession>> joins;

    SessionLines(SummitFiles files, Map<Integer, LocalDate> dates) {
        this.files = files;
        var prompts = new HashMap<String, List<BilingualText>>();
        files.sheet("prompts", "session, prompt_km, prompt_en")
                .each(row -> prompts.computeIfAbsent(row.text("session"), session -> new ArrayList<>())
                        .add(row.both("prompt", BilingualText::new)));
        scheduled = files.sheet(
                        "sessions",
                        "key, day, kind, title_km, title_en, objectives, method, start, end, room, link,"
                                + " seats_in_person, seats_online, facilitators, languages, interpretation,"
                                + " scheduled_at, started_at, ended_at")
                .each(row -> {
                    var key = files.key(row, "session", ids);
                    var session = new SessionId(files.ids().of("session", key));
                    var date = dates.get(row.number("day"));
                    if (date == null) {
                        throw row.faulty("day", "is no day in days.csv");
                    }
                    starts.add(row.line(
                            key,
                            row.moment("started_at", files.zone()),
                            new StartSession(session, row.moment("started_at", files.zone()))));
                    ends.add(row.line(
                            key,
                            row.moment("ended_at", files.zone()),
                            new EndSession(session, row.moment("ended_at", files.zone()))));
                    var scheduledAt = row.moment("scheduled_at", files.zone());
                    return row.line(
                            key,
                            scheduledAt,
                            new ScheduleSession(
                                    session,
                                    new SummitId(files.ids().space()),
                                    row.number("day"),
                                    plan(row, date, prompts.getOrDefault(key, List.of()))));
                });
        prompts.keySet().stream()
                .filter(session -> !ids.containsKey(session))
                .forEach(session -> files.faults()
                        .add(new Fault("prompts.csv", 1, "session", session + " is no key in sessions.csv")));
        joins = Line.inOrder(files.sheet("attendance", "session, participant, mode, at")
                .each(row -> {
                    var at = row.moment("at", files.zone());
                    return row.line(
                            row.text("session") + "/" + row.text("participant"),
                            at,
                            new JoinSession(
                                    new SessionId(row.known("session", ids, "sessions.csv")),
                                    new ParticipantId(
                                            row.known("participant", files.participants(), "participants.csv")),
                                    row.one("mode", AttendanceMode.class),
                                    at));
                }));
    }

    private SessionPlan plan(Sheet.Row row, LocalDate date, List<BilingualText> prompts) {
        var seats = new EnumMap<AttendanceMode, Integer>(AttendanceMode.class);
        if (row.maybe("seats_in_person") != null) {
            seats.put(AttendanceMode.IN_PERSON, row.number("seats_in_person"));
        }
        if (row.maybe("seats_online") != null) {
            seats.put(AttendanceMode.ONLINE, row.number("seats_online"));
        }
        Function<String, Instant> moment =
                field -> date.atTime(row.timeOfDay(field)).atZone(files.zone()).toInstant();
        var facilitators = new HashSet<ParticipantId>();
        row.allKnown("facilitators", files.participants(), "participants.csv")
                .forEach(id -> facilitators.add(new ParticipantId(id)));
        var objectives = new TreeSet<Integer>();
        for (var objective : row.list("objectives")) {
            if (!objective.matches("[1-4]")) {
                throw row.faulty("objectives", "is none of 1 to 4");
            }
            objectives.add(Integer.valueOf(objective));
        }
        var interpretation = row.some("interpretation", Language.class);
        return new SessionPlan(
                row.both("title", BilingualText::new),
                row.one("kind", SessionKind.class),
                objectives,
                row.one("method", Method.class),
                new Slot(moment.apply("start"), moment.apply("end")),
                new Place(row.maybe("room"), row.maybe("link")),
                seats,
                facilitators,
                row.some("languages", Language.class),
                interpretation.isEmpty() ? EnumSet.noneOf(Language.class) : interpretation,
                prompts);
    }
}
