package org.sala.sessions;

import java.util.Set;
import org.sala.eventing.Commands;
import org.sala.ports.CommandGate;
import org.sala.ports.Role;
import org.sala.sessions.api.ParticipantId;
import org.sala.sessions.api.SessionsCommand;
import org.sala.sessions.api.SessionsCommand.ArrangeRunningOrder;
import org.sala.sessions.api.SessionsCommand.AskQuestion;
import org.sala.sessions.api.SessionsCommand.CancelSession;
import org.sala.sessions.api.SessionsCommand.DeliverPitch;
import org.sala.sessions.api.SessionsCommand.EndInterview;
import org.sala.sessions.api.SessionsCommand.EndSession;
import org.sala.sessions.api.SessionsCommand.EnterPitchTeam;
import org.sala.sessions.api.SessionsCommand.EraseGroupSummary;
import org.sala.sessions.api.SessionsCommand.ErasePitch;
import org.sala.sessions.api.SessionsCommand.FormSmallGroups;
import org.sala.sessions.api.SessionsCommand.GivePitchFeedback;
import org.sala.sessions.api.SessionsCommand.IssueCertificate;
import org.sala.sessions.api.SessionsCommand.JoinSession;
import org.sala.sessions.api.SessionsCommand.LeaveSession;
import org.sala.sessions.api.SessionsCommand.OpenSignUp;
import org.sala.sessions.api.SessionsCommand.RecordAttendance;
import org.sala.sessions.api.SessionsCommand.ReplaceNominee;
import org.sala.sessions.api.SessionsCommand.RescheduleSession;
import org.sala.sessions.api.SessionsCommand.ReviseSmallGroups;
import org.sala.sessions.api.SessionsCommand.RoundCommand;
import org.sala.sessions.api.SessionsCommand.ScheduleSession;
import org.sala.sessions.api.SessionsCommand.SessionCommand;
import org.sala.sessions.api.SessionsCommand.SignUpCommand;
import org.sala.sessions.api.SessionsCommand.StageCommand;
import org.sala.sessions.api.SessionsCommand.StartInterview;
import org.sala.sessions.api.SessionsCommand.StartSession;
import org.sala.sessions.api.SessionsCommand.SubmitGroupSummary;
import org.sala.sessions.api.SessionsCommand.TakeEmptyChair;
import org.sala.sessions.api.SessionsCommand.TakeSeat;
import org.sala.sessions.api.SessionsCommand.WithdrawPitchTeam;
import org.sala.sessions.api.SessionsPort;
import org.sala.sessions.api.SessionsRejected;
import org.sala.sessions.api.SessionsRejected.Reason;

/** The way in, for callers in this process and over HTTP alike: no command passes without a role that may ask it. */
final class GatedSessionsPort implements SessionsPort {

    private static final Set<Role> STAFF = Set.of(Role.STAFF);
    private static final Set<Role> WHO_RUNS_SESSIONS = Set.of(Role.STAFF, Role.FACILITATOR);

    private final CommandGate gate;
    private final Commands commands;

    GatedSessionsPort(CommandGate gate, Commands commands) {
        this.gate = gate;
        this.commands = commands;
    }

    @Override
    public void send(SessionsCommand command, String accessToken) {
        var pass = gate.admit(accessToken, whoMay(command), () -> new SessionsRejected(Reason.NOT_ALLOWED));
        if (!isAllowed(command, pass)) {
            throw new SessionsRejected(Reason.NOT_ALLOWED);
        }
        commands.send(command, new Commands.Origin(pass.account(), pass.role().name(), pass.correlation(), null));
    }

    /** Staff do everything; facilitators run sessions, groups and interviews; people take and give back their own seats. */
    static Set<Role> whoMay(SessionsCommand command) {
        return switch (command) {
            case ScheduleSession _, RescheduleSession _, CancelSession _, OpenSignUp _ -> STAFF;
            case StartSession _, JoinSession _, LeaveSession _, RecordAttendance _, EndSession _ -> WHO_RUNS_SESSIONS;
            case SignUpCommand _ -> Set.of(Role.STAFF, Role.FACILITATOR, Role.PARTICIPANT);
            case FormSmallGroups _, ReviseSmallGroups _, SubmitGroupSummary _ -> WHO_RUNS_SESSIONS;
            case EraseGroupSummary _, ErasePitch _ -> STAFF;
            case EnterPitchTeam _,
                    ReplaceNominee _,
                    WithdrawPitchTeam _,
                    ArrangeRunningOrder _,
                    StartInterview _,
                    TakeEmptyChair _,
                    AskQuestion _,
                    DeliverPitch _,
                    GivePitchFeedback _,
                    EndInterview _ -> WHO_RUNS_SESSIONS;
            case IssueCertificate _ -> Set.of(Role.STAFF, Role.PARTICIPANT);
        };
    }

    /** A person's account has the id that they take part under. No rule is waived for somebody by themselves. */
    private static boolean isAllowed(SessionsCommand command, CommandGate.Pass pass) {
        if (command instanceof TakeSeat take && take.waiving() != null && pass.role() != Role.STAFF) {
            return false;
        }
        return pass.role() != Role.PARTICIPANT
                || switch (command) {
                    case SignUpCommand ofSeat -> isThemselves(ofSeat.participant(), pass);
                    case IssueCertificate issue -> isThemselves(issue.participant(), pass);
                    case SessionCommand _, RoundCommand _, StageCommand _ -> false;
                };
    }

    private static boolean isThemselves(ParticipantId participant, CommandGate.Pass pass) {
        return participant.toString().equals(pass.account());
    }
}
