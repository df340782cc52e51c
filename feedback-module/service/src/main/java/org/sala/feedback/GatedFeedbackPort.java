package org.sala.feedback;

import java.util.Set;
import org.sala.eventing.Commands;
import org.sala.feedback.api.FeedbackCommand;
import org.sala.feedback.api.FeedbackCommand.CloseBoard;
import org.sala.feedback.api.FeedbackCommand.EraseNote;
import org.sala.feedback.api.FeedbackCommand.OpenBoard;
import org.sala.feedback.api.FeedbackCommand.PostNote;
import org.sala.feedback.api.FeedbackPort;
import org.sala.feedback.api.FeedbackRejected;
import org.sala.feedback.api.FeedbackRejected.Reason;
import org.sala.ports.CommandGate;
import org.sala.ports.Role;

/**
 * The way in, for callers in this process and over HTTP alike: no command passes without a role that may ask it. Of an
 * anonymous note it keeps neither the account, nor the role, nor the request: whoever knows which device asked what, and
 * when, would know who wrote it.
 */
final class GatedFeedbackPort implements FeedbackPort {

    private static final Commands.Origin NOBODY = new Commands.Origin("anonymous", null, null, null);

    private final CommandGate gate;
    private final Commands commands;

    GatedFeedbackPort(CommandGate gate, Commands commands) {
        this.gate = gate;
        this.commands = commands;
    }

    @Override
    public void send(FeedbackCommand command, String accessToken) {
        var pass = gate.admit(accessToken, whoMay(command), () -> new FeedbackRejected(Reason.NOT_ALLOWED));
        commands.send(command, originOf(command, pass));
    }

    private static Set<Role> whoMay(FeedbackCommand command) {
        return switch (command) {
            case OpenBoard _, CloseBoard _, PostNote _ -> Set.of(Role.STAFF, Role.FACILITATOR);
            case EraseNote _ -> Set.of(Role.STAFF);
        };
    }

    private static Commands.Origin originOf(FeedbackCommand command, CommandGate.Pass pass) {
        return command instanceof PostNote post && post.content().isAnonymous()
                ? NOBODY
                : new Commands.Origin(pass.account(), pass.role().name(), pass.correlation(), null);
    }
}
