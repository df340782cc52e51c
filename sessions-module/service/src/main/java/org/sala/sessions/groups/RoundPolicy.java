package org.sala.sessions.groups;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sala.personal.Personal;
import org.sala.sessions.api.Challenge;
import org.sala.sessions.api.FreeText;
import org.sala.sessions.api.NamedChallenge;
import org.sala.sessions.api.ParticipantId;
import org.sala.sessions.api.SessionsCommand.EraseGroupSummary;
import org.sala.sessions.api.SessionsCommand.FormSmallGroups;
import org.sala.sessions.api.SessionsCommand.ReviseSmallGroups;
import org.sala.sessions.api.SessionsCommand.SubmitGroupSummary;
import org.sala.sessions.api.SessionsEvent.GroupSummaryErased;
import org.sala.sessions.api.SessionsEvent.GroupSummarySubmitted;
import org.sala.sessions.api.SessionsEvent.SmallGroupsFormed;
import org.sala.sessions.api.SessionsEvent.SmallGroupsRevised;
import org.sala.sessions.api.SessionsRejected;
import org.sala.sessions.api.SessionsRejected.Reason;
import org.sala.sessions.api.SmallGroup;
import org.sala.sessions.programme.Programme;

/** The rules of small groups; empty: the command was a repeat and changes nothing. */
final class RoundPolicy {

    private RoundPolicy() {}

    /** @param people who is in the session */
    static Optional<SmallGroupsFormed> decide(
            RoundState state,
            FormSmallGroups command,
            Programme.Entry session,
            Set<ParticipantId> people,
            Instant now) {
        if (!state.formed().isEmpty()) {
            if (state.formed().equals(command.groups())) {
                return Optional.empty();
            }
            throw new SessionsRejected(Reason.GROUPS_FORMED);
        }
        isStillToBeHeldOrRuns(session);
        everybodyIsInTheSession(command.groups(), people);
        return Optional.of(
                new SmallGroupsFormed(session.session(), session.summit(), command.round(), command.groups(), now));
    }

    static Optional<SmallGroupsRevised> decide(
            RoundState state,
            ReviseSmallGroups command,
            Programme.Entry session,
            Set<ParticipantId> people,
            Instant now) {
        groupsWereFormed(state);
        if (state.groups().equals(command.groups())) {
            return Optional.empty();
        }
        isStillToBeHeldOrRuns(session);
        everybodyIsInTheSession(command.groups(), people);
        return Optional.of(new SmallGroupsRevised(
                session.session(),
                session.summit(),
                command.round(),
                command.groups(),
                moved(state.groups(), command.groups()),
                now));
    }

    static Optional<GroupSummarySubmitted> decide(
            RoundState state, SubmitGroupSummary command, Programme.Entry session, Instant now) {
        var before = state.summaries().get(command.summary());
        if (before != null) {
            isARepeat(state, before, command);
            return Optional.empty();
        }
        groupsWereFormed(state);
        if (state.groups().stream().noneMatch(group -> group.table() == command.table())) {
            throw SessionsRejected.of(Reason.TABLE_UNKNOWN, "table", command.table());
        }
        return Optional.of(new GroupSummarySubmitted(
                session.session(),
                session.summit(),
                command.round(),
                command.table(),
                command.summary(),
                command.challenges().stream().map(RoundPolicy::named).toList(),
                Personal.of(command.words()),
                now));
    }

    static Optional<GroupSummaryErased> decide(RoundState state, EraseGroupSummary command, Programme.Entry session) {
        if (!state.summaries().containsKey(command.summary())) {
            throw new SessionsRejected(Reason.SUMMARY_UNKNOWN);
        }
        return state.erased().contains(command.summary())
                ? Optional.empty()
                : Optional.of(new GroupSummaryErased(
                        session.session(), session.summit(), command.round(), command.summary()));
    }

    private static void isStillToBeHeldOrRuns(Programme.Entry session) {
        switch (session.stage()) {
            case SCHEDULED, RUNNING -> {}
            case ENDED -> throw new SessionsRejected(Reason.ENDED);
            case CANCELLED -> throw new SessionsRejected(Reason.CANCELLED);
        }
    }

    private static void everybodyIsInTheSession(List<SmallGroup> groups, Set<ParticipantId> people) {
        groups.stream()
                .flatMap(group -> group.people().stream())
                .filter(person -> !people.contains(person))
                .findFirst()
                .ifPresent(stranger -> {
                    throw SessionsRejected.of(Reason.NOT_IN_SESSION, "participant", stranger);
                });
    }

    private static void groupsWereFormed(RoundState state) {
        if (state.formed().isEmpty()) {
            throw new SessionsRejected(Reason.GROUPS_UNKNOWN);
        }
    }

    private static Set<ParticipantId> moved(List<SmallGroup> before, List<SmallGroup> after) {
        var satAt = RoundState.tables(before);
        return RoundState.tables(after).entrySet().stream()
                .filter(seat -> !seat.getValue().equals(satAt.get(seat.getKey())))
                .map(seat -> seat.getKey())
                .collect(Collectors.toSet());
    }

    /** What was erased can't be compared: the same id is then taken for a repeat of nothing. */
    private static void isARepeat(RoundState state, GroupSummarySubmitted before, SubmitGroupSummary command) {
        if (state.erased().contains(command.summary())) {
            throw new SessionsRejected(Reason.WORDS_ERASED);
        }
        var same = before.table() == command.table()
                && before.words().equals(Personal.of(command.words()))
                && before.challenges()
                        .equals(command.challenges().stream()
                                .map(RoundPolicy::named)
                                .toList());
        if (!same) {
            throw new SessionsRejected(Reason.ID_TAKEN);
        }
    }

    private static NamedChallenge named(Challenge challenge) {
        Personal<FreeText> words = Personal.of(challenge.words());
        return new NamedChallenge(challenge.category(), words);
    }
}
