package org.sala.ui.programme;

import java.util.Optional;
import java.util.function.Function;
import org.sala.sessions.api.SessionId;
import org.sala.sessions.api.SessionsCommand;
import org.sala.sessions.api.SessionsCommand.EndSession;
import org.sala.sessions.api.SessionsCommand.OpenSignUp;
import org.sala.sessions.api.SessionsCommand.StartSession;
import org.sala.sessions.api.SessionsPort;
import org.sala.ui.commands.Asking;
import org.sala.ui.programme.Programme.Session;

/** What is done about sessions from a page of the programme, as whoever is signed in. */
final class Arranging {

    private final ProgrammePage page;
    private final Asking asking;
    private final SessionsPort port;

    Arranging(ProgrammePage page, Asking asking, SessionsPort port) {
        this.page = page;
        this.asking = asking;
        this.port = port;
    }

    /**
     * Asks.
     *
     * @param command is made in here, since what has no acceptable form is refused as it is made
     * @return why not, in the reader's words; empty where it was done
     */
    Optional<String> ask(java.util.function.Supplier<? extends SessionsCommand> command) {
        return asking.ask(token -> port.send(command.get(), token), page.words().locale());
    }

    void schedule(int day) {
        new SessionForm(page.summit(), null, day, page.words(), this).open();
    }

    void reschedule(Session session) {
        new SessionForm(page.summit(), session, session.day(), page.words(), this).open();
    }

    void callOff(Session session) {
        new CallOffForm(session, page.words(), this).open();
    }

    void openSignUp(Session session) {
        tell(session, OpenSignUp::new);
    }

    void start(Session session) {
        tell(session, id -> new StartSession(id, page.now()));
    }

    void end(Session session) {
        tell(session, id -> new EndSession(id, page.now()));
    }

    private void tell(Session session, Function<SessionId, SessionsCommand> command) {
        page.told(ask(() -> command.apply(new SessionId(session.id()))));
    }
}
