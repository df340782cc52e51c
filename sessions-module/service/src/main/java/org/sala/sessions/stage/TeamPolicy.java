package org.sala.sessions.stage;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.sala.sessions.api.OrganizationId;
import org.sala.sessions.api.ParticipantId;
import org.sala.sessions.api.SessionKind;
import org.sala.sessions.api.SessionsCommand.ArrangeRunningOrder;
import org.sala.sessions.api.SessionsCommand.EnterPitchTeam;
import org.sala.sessions.api.SessionsCommand.ReplaceNominee;
import org.sala.sessions.api.SessionsCommand.WithdrawPitchTeam;
import org.sala.sessions.api.SessionsEvent.NomineeReplaced;
import org.sala.sessions.api.SessionsEvent.PitchTeamEntered;
import org.sala.sessions.api.SessionsEvent.PitchTeamWithdrawn;
import org.sala.sessions.api.SessionsEvent.RunningOrderArranged;
import org.sala.sessions.api.SessionsRejected;
import org.sala.sessions.api.SessionsRejected.Reason;
import org.sala.sessions.api.SummitId;
import org.sala.sessions.api.TeamId;
import org.sala.sessions.programme.Programme;
import org.sala.sessions.registered.Registered;

/** The rules of who pitches, and when; empty: the command was a repeat and changes nothing. */
final class TeamPolicy {

    private TeamPolicy() {}

    static Optional<PitchTeamEntered> decide(
            StageState state, EnterPitchTeam command, Programme.Entry session, Registered registered) {
        var said = new PitchTeamEntered(
                command.session(),
                session.summit(),
                command.team(),
                command.title(),
                command.organizations(),
                command.nominee());
        var before = state.entered().get(command.team());
        if (before != null) {
            if (before.equals(said)) {
                return Optional.empty();
            }
            throw new SessionsRejected(Reason.ID_TAKEN);
        }
        isSocialLabTelevision(session);
        notOver(session);
        everyOrganizationIsFree(state, command, session.summit(), registered);
        nomineeIsOfTheTeam(command.nominee(), command.organizations(), session.summit(), registered);
        return Optional.of(said);
    }

    static Optional<NomineeReplaced> decide(
            StageState state, ReplaceNominee command, Programme.Entry session, Registered registered) {
        var team = team(state, command.team());
        if (team.nominee().equals(command.nominee())) {
            return Optional.empty();
        }
        notOver(session);
        nomineeIsOfTheTeam(command.nominee(), team.organizations(), session.summit(), registered);
        return Optional.of(new NomineeReplaced(command.session(), session.summit(), command.team(), command.nominee()));
    }

    static Optional<PitchTeamWithdrawn> decide(StageState state, WithdrawPitchTeam command, Programme.Entry session) {
        if (state.entered().containsKey(command.team()) && !state.teams().containsKey(command.team())) {
            return Optional.empty();
        }
        team(state, command.team());
        if (state.wasInterviewed(command.team())) {
            throw new SessionsRejected(Reason.TEAM_INTERVIEWED);
        }
        return Optional.of(new PitchTeamWithdrawn(command.session(), session.summit(), command.team()));
    }

    static Optional<RunningOrderArranged> decide(
            StageState state, ArrangeRunningOrder command, Programme.Entry session) {
        if (state.order().equals(command.order())) {
            return Optional.empty();
        }
        var named = new HashSet<>(command.order());
        if (named.size() != command.order().size()
                || !named.equals(state.teams().keySet())) {
            throw new SessionsRejected(Reason.ORDER_INCOMPLETE);
        }
        return Optional.of(new RunningOrderArranged(command.session(), session.summit(), command.order()));
    }

    static PitchTeamEntered team(StageState state, TeamId id) {
        var team = state.teams().get(id);
        if (team == null) {
            throw new SessionsRejected(Reason.TEAM_UNKNOWN);
        }
        return team;
    }

    private static void isSocialLabTelevision(Programme.Entry session) {
        if (session.kind() != SessionKind.SOCIAL_LAB_TV) {
            throw new SessionsRejected(Reason.NOT_SOCIAL_LAB_TV);
        }
    }

    private static void notOver(Programme.Entry session) {
        switch (session.stage()) {
            case SCHEDULED, RUNNING -> {}
            case ENDED -> throw new SessionsRejected(Reason.ENDED);
            case CANCELLED -> throw new SessionsRejected(Reason.CANCELLED);
        }
    }

    private static void everyOrganizationIsFree(
            StageState state, EnterPitchTeam command, SummitId summit, Registered registered) {
        for (var organization : command.organizations()) {
            if (!registered.knows(summit, organization)) {
                throw SessionsRejected.of(Reason.ORGANIZATION_UNKNOWN, "organization", organization);
            }
            state.teamOf(organization).ifPresent(other -> {
                throw SessionsRejected.of(Reason.IN_ANOTHER_TEAM, "team", other.team());
            });
        }
    }

    private static void nomineeIsOfTheTeam(
            ParticipantId nominee, Set<OrganizationId> organizations, SummitId summit, Registered registered) {
        var organization = registered.personOf(summit, nominee).organization();
        if (organization == null || !organizations.contains(organization)) {
            throw new SessionsRejected(Reason.NOT_OF_THE_TEAM);
        }
    }
}
