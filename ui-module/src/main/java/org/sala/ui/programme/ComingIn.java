package org.sala.ui.programme;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.io.Serial;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sala.registration.api.RegistrationQueries;
import org.sala.registration.api.SummitId;
import org.sala.sessions.api.AttendanceMode;
import org.sala.sessions.api.AttendanceSource;
import org.sala.sessions.api.ParticipantId;
import org.sala.sessions.api.SessionId;
import org.sala.sessions.api.SessionsCommand;
import org.sala.sessions.api.SessionsCommand.JoinSession;
import org.sala.sessions.api.SessionsCommand.LeaveSession;
import org.sala.sessions.api.SessionsPort;
import org.sala.ui.commands.Asking;
import org.sala.ui.programme.Programme.Session;
import org.sala.ui.programme.Programme.State;

/** The door of a room: a badge is scanned as somebody comes into the session, or leaves it. */
class ComingIn extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient ProgrammePage page;
    private final transient Asking asking;
    private final transient SessionsPort sessions;
    private final transient RegistrationQueries registration;
    private final TextField badge = new TextField();
    private final Select<Way> way = new Select<>();
    private final Span told = new Span();
    private transient @Nullable UUID session;

    /** Which way people go through the door. */
    private enum Way {
        IN,
        OUT
    }

    ComingIn(ProgrammePage page, Asking asking, SessionsPort sessions, RegistrationQueries registration) {
        this.page = page;
        this.asking = asking;
        this.sessions = sessions;
        this.registration = registration;
        addClassName("coming-in");
        badge.setId("session-badge");
        badge.setAutofocus(true);
        badge.setMaxLength(400);
        badge.addKeyDownListener(Key.ENTER, key -> scanned());
        way.setId("session-way");
        way.setItems(Way.values());
        way.setValue(Way.IN);
        told.setId("session-told");
        told.getElement().setAttribute("role", "status");
        add(way, badge, told);
    }

    void show(Session of, ProgrammeWords words, boolean mayScan) {
        session = of.id();
        setVisible(mayScan && of.state() == State.RUNNING && of.room() != null);
        badge.setLabel(words.of("programme.badge"));
        badge.setHelperText(words.of("programme.badge.how"));
        way.setLabel(words.of("programme.way"));
        way.setItemLabelGenerator(each -> words.of("programme.way." + each.name()));
    }

    private void scanned() {
        var code = badge.getValue().strip();
        badge.clear();
        if (code.isEmpty() || session == null) {
            return;
        }
        var locale = page.words().locale();
        var found = asking.learn(
                token -> registration.personWithBadge(new SummitId(page.summit().id()), code, token), locale);
        var no = found.refusal();
        if (found.answer().isPresent()) {
            var person = new ParticipantId(found.answer().get().participant().value());
            no = asking.ask(token -> sessions.send(command(person), token), locale);
        }
        told(no);
    }

    private SessionsCommand command(ParticipantId person) {
        var of = new SessionId(java.util.Objects.requireNonNull(session));
        var now = page.now();
        return switch (way.getValue()) {
            case IN -> new JoinSession(of, person, AttendanceMode.IN_PERSON, now, AttendanceSource.SCAN);
            case OUT -> new LeaveSession(of, person, AttendanceMode.IN_PERSON, now, AttendanceSource.SCAN);
        };
    }

    private void told(Optional<String> no) {
        var words = page.words();
        told.setText(
                no.orElseGet(() -> words.of("programme.badge." + way.getValue().name(), words.clock(page.now()))));
        told.setClassName("person-needed", no.isPresent());
    }
}
