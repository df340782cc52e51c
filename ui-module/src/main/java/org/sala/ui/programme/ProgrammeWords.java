package org.sala.ui.programme;

import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sala.sessions.api.AttendanceMode;
import org.sala.sessions.api.Language;
import org.sala.ui.language.Figures;
import org.sala.ui.language.Words;
import org.sala.ui.programme.Programme.Session;

/** What is on a programme, in the reader's words. */
record ProgrammeWords(ZoneId zone, Locale locale) {

    String of(String key, @Nullable Object... arguments) {
        return Words.of(locale, key, arguments);
    }

    String title(Session session) {
        return session.title().in(locale);
    }

    String kind(Session session) {
        return of("programme.kind." + session.kind().name());
    }

    String mode(AttendanceMode mode) {
        return of("programme.mode." + mode.name());
    }

    String clock(Instant time) {
        return Figures.clock(time, zone);
    }

    /** From when to when, such as "09:00 – 10:30". */
    String span(Session session) {
        return of("programme.span", clock(session.start()), clock(session.end()));
    }

    String room(Session session) {
        return session.room() == null ? of("programme.online") : session.room();
    }

    String languages(Collection<Language> languages) {
        return languages.stream()
                .map(each -> of("programme.language." + each.name()))
                .collect(Collectors.joining(of("programme.and-so-on")));
    }

    /** How full it is: seats before it begins, people while it runs and once it was held. */
    String fullness(Session session) {
        return switch (session.state()) {
            case SCHEDULED ->
                session.waiting() == 0
                        ? of("programme.taken", Figures.whole(session.taken()), Figures.whole(session.seats()))
                        : of(
                                "programme.taken.waiting",
                                Figures.whole(session.taken()),
                                Figures.whole(session.seats()),
                                Figures.whole(session.waiting()));
            case RUNNING -> Words.counted(locale, "programme.here", session.here());
            case ENDED -> Words.counted(locale, "programme.attended", session.attended());
            case CANCELLED -> of("programme.state.CANCELLED");
        };
    }

    /** Where it stands: a word and a shape. */
    Span chip(Session session) {
        var chip = new Span(of(
                session.state() == Programme.State.SCHEDULED && session.signUp()
                        ? "programme.state.SIGN_UP"
                        : "programme.state." + session.state().name()));
        chip.addClassNames(
                "chip",
                switch (session.state()) {
                    case SCHEDULED -> session.signUp() ? "due" : "planned";
                    case RUNNING -> "running";
                    case ENDED, CANCELLED -> "over";
                });
        return chip;
    }
}
