package org.sala.sessions.api;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sala.personal.Personal;

/**
 * What sessions answers at once, from its own books: ids, numbers and states, and to those who work with them the words that
 * are sealed in its events. What sessions are called is in their events.
 */
public interface SessionsQueries {

    /**
     * Seats of a session, by mode. Everybody may ask.
     *
     * @param accessToken the signed token of whoever asks
     * @throws SessionsRejected {@code SESSION_UNKNOWN}, {@code NOT_ALLOWED}
     */
    List<SeatCount> seats(SessionId session, String accessToken);

    /**
     * Who has a seat in a session, in the order in which they came, and then who waits, in the order of turns. For staff and
     * facilitators.
     *
     * @throws SessionsRejected {@code SESSION_UNKNOWN}, {@code NOT_ALLOWED}
     */
    List<SignedUp> signUps(SessionId session, String accessToken);

    /**
     * The sessions that a person has a seat in, waits for or leads, by when they begin. For staff, facilitators, and the
     * person. Empty for whoever has none.
     *
     * @throws SessionsRejected {@code NOT_ALLOWED}
     */
    List<AgendaEntry> agenda(ParticipantId participant, String accessToken);

    /**
     * Seats of a summit that can't stay as they are, since a session was planned anew or a person comes otherwise; by session.
     * For staff and facilitators.
     *
     * @throws SessionsRejected {@code NOT_ALLOWED}
     */
    List<SeatInConflict> conflicts(SummitId summit, String accessToken);

    /**
     * Who was in a session, and how long so far, by person. For staff, facilitators and auditors.
     *
     * @throws SessionsRejected {@code SESSION_UNKNOWN}, {@code NOT_ALLOWED}
     */
    List<Presence> attendance(SessionId session, String accessToken);

    /**
     * How long a person learnt, in sessions that are over. For staff, auditors, and the person.
     *
     * @throws SessionsRejected {@code NOT_ALLOWED}
     */
    Learning learning(ParticipantId participant, String accessToken);

    /**
     * The groups of a session, round by round. For staff and facilitators.
     *
     * @throws SessionsRejected {@code SESSION_UNKNOWN}, {@code NOT_ALLOWED}
     */
    List<GroupRound> groups(SessionId session, String accessToken);

    /**
     * Social Lab TV in a session: teams in their running order, and interviews in theirs with what was said. For staff and
     * facilitators.
     *
     * @throws SessionsRejected {@code SESSION_UNKNOWN}, {@code NOT_SOCIAL_LAB_TV}, {@code NOT_ALLOWED}
     */
    Stage stage(SessionId session, String accessToken);

    /**
     * The certificate that a code stands for, however it is typed. Everybody may ask.
     *
     * @throws SessionsRejected {@code CERTIFICATE_UNKNOWN}, {@code NOT_ALLOWED}
     */
    Certificate certificate(String code, String accessToken);

    /**
     * How full a session is in one mode.
     *
     * @param seats how many there are
     * @param present how many people are in it or, once it has ended, were
     * @param taken how many seats people have, never more than {@code seats}
     * @param waiting how many people wait for one
     */
    record SeatCount(AttendanceMode mode, int seats, int present, int taken, int waiting) {}

    /**
     * Somebody who has a seat or waits for one.
     *
     * @param place in the queue, from 1; absent where they have a seat
     */
    record SignedUp(
            ParticipantId participant,
            AttendanceMode mode,
            @Nullable Integer place,
            Instant since) {}

    /**
     * A session on somebody's agenda.
     *
     * @param mode in which they have a seat or wait; absent where they lead it
     * @param place in the queue, from 1; absent where they don't wait
     * @param inConflict whether they can't be in it as things are
     */
    record AgendaEntry(
            SessionId session,
            SummitId summit,
            int day,
            Slot slot,
            @Nullable AttendanceMode mode,
            @Nullable Integer place,
            boolean leads,
            boolean inConflict) {}

    /** A seat, or a place in a queue, that can't stay as it is. */
    record SeatInConflict(SessionId session, Affected affected) {}

    /**
     * How long somebody was in a session.
     *
     * @param minutes while it ran, in the room or online, each minute once; until now, while it runs
     * @param modes in which they were there
     * @param inside whether they are in it now
     */
    record Presence(ParticipantId participant, int minutes, Set<AttendanceMode> modes, boolean inside) {}

    /**
     * What somebody attended.
     *
     * @param sessions those that they were in for a minute or more, by when they began
     * @param minutes in all of them, each minute once
     */
    record Learning(List<Attended> sessions, int minutes) {}

    /** One round of small groups, with what the tables told last. */
    record GroupRound(int round, List<SmallGroup> groups, List<Summary> summaries) {}

    /** What a table told. */
    record Summary(SummaryId summary, int table, List<NamedChallenge> challenges, Personal<FreeText> words) {}

    /**
     * A stage.
     *
     * @param onAir the interview that runs; absent where none does
     */
    record Stage(
            List<Team> teams,
            List<Interview> interviews,
            @Nullable InterviewId onAir) {}

    /** A team, in its place of the running order. */
    record Team(TeamId team, BilingualText title, Set<OrganizationId> organizations, ParticipantId nominee) {}

    /**
     * An interview.
     *
     * @param chair who sits, or sat last, on the empty chair; absent where nobody did
     * @param pitch absent where none was made
     */
    record Interview(
            InterviewId interview,
            TeamId team,
            ParticipantId nominee,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable ParticipantId chair,
            @Nullable Personal<Pitch> pitch,
            List<Question> questions,
            List<Feedback> feedback) {}

    /** What a team was asked. */
    record Question(QuestionId question, ParticipantId askedBy, Questioner as, Personal<FreeText> words) {}

    /** What somebody thinks of a pitch. */
    record Feedback(PitchFeedbackId feedback, ParticipantId givenBy, Personal<FreeText> words) {}

    /** What a certificate says. Whose it is, registration knows. */
    record Certificate(
            CertificateId certificate,
            SummitId summit,
            ParticipantId participant,
            String code,
            List<Attended> sessions,
            int minutes,
            Instant issuedAt) {}
}
