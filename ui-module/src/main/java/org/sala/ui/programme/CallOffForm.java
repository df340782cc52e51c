package org.sala.ui.programme;

import com.vaadin.flow.component.textfield.TextArea;
import java.io.Serial;
import java.util.Optional;
import org.sala.sessions.api.BilingualText;
import org.sala.sessions.api.SessionId;
import org.sala.sessions.api.SessionsCommand.CancelSession;
import org.sala.ui.commands.CommandForm;
import org.sala.ui.language.Figures;
import org.sala.ui.programme.Programme.Session;

/** Calls a session off, which can't be taken back, and says why to everybody. */
class CallOffForm extends CommandForm {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Session session;
    private final transient Arranging arranging;
    private final TextArea km;
    private final TextArea en;

    CallOffForm(Session session, ProgrammeWords words, Arranging arranging) {
        super("programme-off", words.of("programme.call-off"), words.of("programme.call-off"), words.locale());
        this.session = session;
        this.arranging = arranging;
        about(words.of(
                "programme.call-off.what",
                words.title(session),
                Figures.whole(session.taken()),
                Figures.whole(session.waiting())));
        km = text("programme-off-km", "programme.call-off.km");
        en = text("programme-off-en", "programme.call-off.en");
        km.setMaxLength(500);
        en.setMaxLength(500);
        put(km, en);
    }

    @Override
    protected void look() {
        check(km, !km.isEmpty() || !en.isEmpty());
    }

    @Override
    protected Optional<String> ask() {
        return arranging.ask(() ->
                new CancelSession(new SessionId(session.id()), both(km.getValue(), en.getValue(), BilingualText::new)));
    }
}
