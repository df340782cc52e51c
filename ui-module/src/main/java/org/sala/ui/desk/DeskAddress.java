package org.sala.ui.desk;

import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.ParticipantId;
import org.sala.ui.language.FromText;
import org.sala.ui.shell.Place;
import org.sala.ui.shell.Summit;

/**
 * What the desk's URL says: for which day and mode people are let in, which list is open, and whose card. It never holds a
 * name.
 */
record DeskAddress(
        Standing standing, DeskTab list, @Nullable ParticipantId person) {

    /** What a URL asks for; where it says nothing, or nothing that is, today's door. */
    static DeskAddress of(Summit summit, QueryParameters asked, LocalDate today) {
        var day = asked.getSingleParameter("day")
                .flatMap(FromText::number)
                .filter(number -> summit.day(number).isPresent())
                .orElseGet(() -> dayOn(summit, today));
        var mode = asked.getSingleParameter("mode")
                .flatMap(text -> FromText.constant(AttendanceMode.values(), text))
                .orElseGet(() -> usual(summit, day));
        return new DeskAddress(
                new Standing(summit, day, mode),
                asked.getSingleParameter("list")
                        .flatMap(text -> FromText.constant(DeskTab.values(), text))
                        .orElse(DeskTab.DOOR),
                asked.getSingleParameter("person")
                        .flatMap(FromText::id)
                        .map(ParticipantId::new)
                        .orElse(null));
    }

    DeskAddress with(DeskTab other, @Nullable ParticipantId who) {
        return new DeskAddress(standing, other, who);
    }

    DeskAddress in(AttendanceMode mode) {
        return new DeskAddress(new Standing(standing.summit(), standing.day(), mode), list, person);
    }

    /** Another day, in the same mode where it is held in that. */
    DeskAddress on(Summit.Day day) {
        var mode = modes(day).contains(standing.mode()) ? standing.mode() : usual(standing.summit(), day.number());
        return new DeskAddress(new Standing(standing.summit(), day.number(), mode), list, person);
    }

    /** Path and query, as a link takes it. */
    String path() {
        return Place.DESK.path(standing.summit().id())
                + "?day=" + standing.day()
                + "&mode=" + standing.mode().name()
                + (list == DeskTab.DOOR ? "" : "&list=" + list.name())
                + (person == null ? "" : "&person=" + person);
    }

    /** The modes that a day is held in, in their order. */
    static Set<AttendanceMode> modes(Summit.Day day) {
        var modes = EnumSet.noneOf(AttendanceMode.class);
        day.inPerson().ifPresent(seats -> modes.add(AttendanceMode.IN_PERSON));
        day.online().ifPresent(seats -> modes.add(AttendanceMode.ONLINE));
        return modes;
    }

    private static int dayOn(Summit summit, LocalDate date) {
        return summit.days().stream()
                .filter(day -> day.date().equals(date))
                .map(Summit.Day::number)
                .findFirst()
                .orElse(1);
    }

    private static AttendanceMode usual(Summit summit, int day) {
        return summit.day(day).flatMap(Summit.Day::inPerson).isPresent()
                ? AttendanceMode.IN_PERSON
                : AttendanceMode.ONLINE;
    }
}
