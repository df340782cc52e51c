package org.sala.sessions.stage;

import java.time.Instant;
import java.util.Optional;
import org.sala.personal.Personal;
import org.sala.sessions.api.InterviewId;
import org.sala.sessions.api.ParticipantId;
import org.sala.sessions.api.ParticipantRole;
import org.sala.sessions.api.Questioner;
import org.sala.sessions.api.SessionsCommand.AskQuestion;
import org.sala.sessions.api.SessionsCommand.DeliverPitch;
import org.sala.sessions.api.SessionsCommand.EndInterview;
import org.sala.sessions.api.SessionsCommand.ErasePitch;
import org.sala.sessions.api.SessionsCommand.GivePitchFeedback;
import org.sala.sessions.api.SessionsCommand.StartInterview;
import org.sala.sessions.api.SessionsCommand.TakeEmptyChair;
import org.sala.sessions.api.SessionsEvent.EmptyChairTaken;
import org.sala.sessions.api.SessionsEvent.InterviewEnded;
import org.sala.sessions.api.SessionsEvent.InterviewStarted;
import org.sala.sessions.api.SessionsEvent.PitchDelivered;
import org.sala.sessions.api.SessionsEvent.PitchErased;
import org.sala.sessions.api.SessionsEvent.PitchFeedbackGiven;
import org.sala.sessions.api.SessionsEvent.QuestionAsked;
import org.sala.sessions.api.SessionsRejected;
import org.sala.sessions.api.SessionsRejected.Reason;
import org.sala.sessions.api.TeamId;
import org.sala.sessions.programme.Moments;
import org.sala.sessions.programme.Programme;
import org.sala.sessions.registered.Registered;

/** The rules of what happens on air; empty: the command was a repeat and changes nothing. */
final class InterviewPolicy {

    private InterviewPolicy() {}

    static Optional<InterviewStarted> decide(
            StageState state, StartInterview command, Programme.Entry session, Instant now) {
        var before = state.interviews().get(command.interview());
        if (before != null) {
            if (before.team().equals(command.team())) {
                return Optional.empty();
            }
            throw new SessionsRejected(Reason.ID_TAKEN);
        }
        runs(session);
        var team = TeamPolicy.team(state, command.team());
        Moments.notInTheFuture(command.occurredAt(), now);
        return Optional.of(new InterviewStarted(
                command.session(),
                session.summit(),
                command.interview(),
                command.team(),
                team.nominee(),
                command.occurredAt(),
                now));
    }

    static Optional<EmptyChairTaken> decide(
            StageState state, TakeEmptyChair command, Programme.Entry session, Registered registered, Instant now) {
        var interview = onAir(state, command.interview());
        if (command.participant().equals(interview.chair())) {
            return Optional.empty();
        }
        isOfAnotherTeam(state, interview.team(), command.participant(), session, registered);
        return Optional.of(new EmptyChairTaken(
                command.session(), session.summit(), command.interview(), command.participant(), now));
    }

    static Optional<QuestionAsked> decide(
            StageState state, AskQuestion command, Programme.Entry session, Registered registered, Instant now) {
        var words = Personal.of(command.words());
        var before = state.questions().get(command.question());
        if (before != null) {
            isTheSame(before.interview().equals(command.interview())
                    && before.askedBy().equals(command.askedBy())
                    && before.words().equals(words));
            return Optional.empty();
        }
        var interview = onAir(state, command.interview());
        return Optional.of(new QuestionAsked(
                command.session(),
                session.summit(),
                command.interview(),
                command.question(),
                command.askedBy(),
                as(command.askedBy(), interview, session, registered),
                words,
                now));
    }

    static Optional<PitchDelivered> decide(
            StageState state, DeliverPitch command, Programme.Entry session, Instant now) {
        var interview = interview(state, command.interview());
        if (interview.pitchErased()) {
            throw new SessionsRejected(Reason.WORDS_ERASED);
        }
        var pitch = Personal.of(command.pitch());
        return pitch.equals(interview.pitch())
                ? Optional.empty()
                : Optional.of(new PitchDelivered(
                        command.session(), session.summit(), command.interview(), interview.team(), pitch, now));
    }

    static Optional<PitchFeedbackGiven> decide(
            StageState state, GivePitchFeedback command, Programme.Entry session, Registered registered, Instant now) {
        var words = Personal.of(command.words());
        var before = state.feedback().get(command.feedback());
        if (before != null) {
            isTheSame(before.interview().equals(command.interview())
                    && before.givenBy().equals(command.givenBy())
                    && before.words().equals(words));
            return Optional.empty();
        }
        var interview = interview(state, command.interview());
        if (interview.pitch() == null) {
            throw new SessionsRejected(Reason.NOT_PITCHED);
        }
        var organization =
                registered.personOf(session.summit(), command.givenBy()).organization();
        if (state.teamOf(organization)
                .filter(team -> team.team().equals(interview.team()))
                .isPresent()) {
            throw new SessionsRejected(Reason.OWN_PITCH);
        }
        return Optional.of(new PitchFeedbackGiven(
                command.session(),
                session.summit(),
                command.interview(),
                command.feedback(),
                command.givenBy(),
                words,
                now));
    }

    static Optional<InterviewEnded> decide(
            StageState state, EndInterview command, Programme.Entry session, Instant now) {
        var interview = interview(state, command.interview());
        if (!interview.isOnAir()) {
            return Optional.empty();
        }
        Moments.notInTheFuture(command.occurredAt(), now);
        Moments.notBefore(interview.startedAt(), command.occurredAt());
        return Optional.of(new InterviewEnded(
                command.session(), session.summit(), command.interview(), command.occurredAt(), now));
    }

    static Optional<PitchErased> decide(StageState state, ErasePitch command, Programme.Entry session) {
        var interview = interview(state, command.interview());
        if (interview.pitch() == null) {
            throw new SessionsRejected(Reason.NOT_PITCHED);
        }
        return interview.pitchErased()
                ? Optional.empty()
                : Optional.of(new PitchErased(command.session(), session.summit(), command.interview()));
    }

    private static void runs(Programme.Entry session) {
        switch (session.stage()) {
            case RUNNING -> {}
            case SCHEDULED -> throw new SessionsRejected(Reason.NOT_STARTED);
            case ENDED -> throw new SessionsRejected(Reason.ENDED);
            case CANCELLED -> throw new SessionsRejected(Reason.CANCELLED);
        }
    }

    private static Interview interview(StageState state, InterviewId id) {
        var interview = state.interviews().get(id);
        if (interview == null) {
            throw new SessionsRejected(Reason.INTERVIEW_UNKNOWN);
        }
        return interview;
    }

    private static Interview onAir(StageState state, InterviewId id) {
        var interview = interview(state, id);
        if (!interview.isOnAir()) {
            throw new SessionsRejected(Reason.INTERVIEW_OVER);
        }
        return interview;
    }

    private static void isTheSame(boolean same) {
        if (!same) {
            throw new SessionsRejected(Reason.ID_TAKEN);
        }
    }

    private static void isOfAnotherTeam(
            StageState state, TeamId onAir, ParticipantId participant, Programme.Entry session, Registered registered) {
        var organization = registered.personOf(session.summit(), participant).organization();
        if (state.teamOf(organization)
                .filter(team -> !team.team().equals(onAir))
                .isEmpty()) {
            throw new SessionsRejected(Reason.CHAIR_FOR_OTHER_TEAMS);
        }
    }

    private static Questioner as(
            ParticipantId askedBy, Interview interview, Programme.Entry session, Registered registered) {
        var role = registered.personOf(session.summit(), askedBy).role();
        if (askedBy.equals(interview.chair())) {
            return Questioner.EMPTY_CHAIR;
        }
        if (role == ParticipantRole.DONOR_VISITOR) {
            return Questioner.VISITOR;
        }
        if (role == ParticipantRole.FACILITATOR || role == ParticipantRole.STAFF) {
            return Questioner.HOST;
        }
        throw new SessionsRejected(Reason.NOT_ON_THE_CHAIR);
    }
}
