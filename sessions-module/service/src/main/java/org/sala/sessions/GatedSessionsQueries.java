package org.sala.sessions;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.sala.ports.CommandGate;
import org.sala.ports.Role;
import org.sala.sessions.api.ParticipantId;
import org.sala.sessions.api.SessionId;
import org.sala.sessions.api.SessionKind;
import org.sala.sessions.api.SessionsQueries;
import org.sala.sessions.api.SessionsRejected;
import org.sala.sessions.api.SessionsRejected.Reason;
import org.sala.sessions.api.SummitId;
import org.sala.sessions.attendance.AttendanceTable;
import org.sala.sessions.certificates.CertificateTable;
import org.sala.sessions.groups.GroupReader;
import org.sala.sessions.programme.Programme;
import org.sala.sessions.signup.SeatTable;
import org.sala.sessions.stage.StageReader;

/** Answers from the books that the commands write, so that what is answered is never behind what was decided. */
final class GatedSessionsQueries implements SessionsQueries {

    private static final Set<Role> EVERYBODY = EnumSet.allOf(Role.class);
    private static final Set<Role> WHO_RUNS_SESSIONS = Set.of(Role.STAFF, Role.FACILITATOR);

    private final CommandGate gate;
    private final Programme programme;
    private final SeatTable seats;
    private final AttendanceTable attendance;
    private final GroupReader groups;
    private final StageReader stages;
    private final CertificateTable certificates;
    private final Clock clock;

    GatedSessionsQueries(
            CommandGate gate,
            Programme programme,
            SeatTable seats,
            AttendanceTable attendance,
            GroupReader groups,
            StageReader stages,
            CertificateTable certificates,
            Clock clock) {
        this.gate = gate;
        this.programme = programme;
        this.seats = seats;
        this.attendance = attendance;
        this.groups = groups;
        this.stages = stages;
        this.certificates = certificates;
        this.clock = clock;
    }

    @Override
    public List<SeatCount> seats(SessionId session, String accessToken) {
        admit(accessToken, EVERYBODY);
        return seats.counts(programme.get(session).session());
    }

    @Override
    public List<SignedUp> signUps(SessionId session, String accessToken) {
        admit(accessToken, WHO_RUNS_SESSIONS);
        return seats.signUps(programme.get(session).session());
    }

    @Override
    public List<AgendaEntry> agenda(ParticipantId participant, String accessToken) {
        admitOrThemselves(accessToken, WHO_RUNS_SESSIONS, participant);
        return seats.agenda(participant);
    }

    @Override
    public List<SeatInConflict> conflicts(SummitId summit, String accessToken) {
        admit(accessToken, WHO_RUNS_SESSIONS);
        return seats.inConflict(summit);
    }

    @Override
    public List<Presence> attendance(SessionId session, String accessToken) {
        admit(accessToken, Set.of(Role.STAFF, Role.FACILITATOR, Role.AUDITOR));
        var entry = programme.get(session);
        return switch (entry.stage()) {
            case SCHEDULED, CANCELLED -> List.of();
            case RUNNING, ENDED ->
                attendance.of(session, entry.heldBy(clock.instant()), entry.stage() == Programme.Stage.ENDED);
        };
    }

    @Override
    public Learning learning(ParticipantId participant, String accessToken) {
        admitOrThemselves(accessToken, Set.of(Role.STAFF, Role.AUDITOR), participant);
        return attendance.learning(participant, null);
    }

    @Override
    public List<GroupRound> groups(SessionId session, String accessToken) {
        admit(accessToken, WHO_RUNS_SESSIONS);
        return groups.of(programme.get(session).session());
    }

    @Override
    public Stage stage(SessionId session, String accessToken) {
        admit(accessToken, WHO_RUNS_SESSIONS);
        if (programme.get(session).kind() != SessionKind.SOCIAL_LAB_TV) {
            throw new SessionsRejected(Reason.NOT_SOCIAL_LAB_TV);
        }
        return stages.of(session);
    }

    @Override
    public Certificate certificate(String code, String accessToken) {
        admit(accessToken, EVERYBODY);
        return certificates.find(code);
    }

    private CommandGate.Pass admit(String accessToken, Set<Role> roles) {
        return gate.admit(accessToken, roles, () -> new SessionsRejected(Reason.NOT_ALLOWED));
    }

    /** A person's account has the id that they take part under. */
    private void admitOrThemselves(String accessToken, Set<Role> roles, ParticipantId participant) {
        var more = EnumSet.copyOf(roles);
        more.add(Role.PARTICIPANT);
        var pass = admit(accessToken, more);
        if (pass.role() == Role.PARTICIPANT && !participant.toString().equals(pass.account())) {
            throw new SessionsRejected(Reason.NOT_ALLOWED);
        }
    }
}
