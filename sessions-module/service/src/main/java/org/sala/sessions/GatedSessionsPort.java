package org.sala.sessions;

import java.util.Set;
import org.sala.eventing.Commands;
import org.sala.ports.CommandGate;
import org.sala.ports.Role;
import org.sala.sessions.api.SessionsCommand;
import org.sala.sessions.api.SessionsCommand.EndSession;
import org.sala.sessions.api.SessionsCommand.JoinSession;
import org.sala.sessions.api.SessionsCommand.ScheduleSession;
import org.sala.sessions.api.SessionsCommand.StartSession;
import org.sala.sessions.api.SessionsPort;
import org.sala.sessions.api.SessionsRejected;
import org.sala.sessions.api.SessionsRejected.Reason;

/** The way in, for callers in this process and over HTTP alike: no command passes without a role that may ask it. */
final class GatedSessionsPort implements SessionsPort {

    private final CommandGate gate;
    private final Commands commands;

    GatedSessionsPort(CommandGate gate, Commands commands) {
        this.gate = gate;
        this.commands = commands;
    }

    @Override
    public void send(SessionsCommand command, String accessToken) {
        var pass = gate.admit(accessToken, whoMay(command), () -> new SessionsRejected(Reason.NOT_ALLOWED));
        commands.send(command, new Commands.Origin(pass.account(), pass.role().name(), pass.correlation(), null));
    }

    private static Set<Role> whoMay(SessionsCommand command) {
        return switch (command) {
            case ScheduleSession _ -> Set.of(Role.STAFF);
            case StartSession _, JoinSession _, EndSession _ -> Set.of(Role.STAFF, Role.FACILITATOR);
        };
    }
}
