package org.sala.sessions.api;

import java.io.Serial;
import java.util.Map;

/**
 * Sessions says no. The reason is stable and for programs; {@code Refusals.properties} beside this class has its words
 * in English and Khmer for people. Carries ids and numbers, never personal data.
 */
public final class SessionsRejected extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Why. Names never change once released. */
    public enum Reason {
        /** A field is missing or has no acceptable form: {@code field}. */
        MALFORMED,
        /** The caller's role does not allow it. */
        NOT_ALLOWED,
        /** The same id was used before for something else. */
        ID_TAKEN,
        /** Registration has told of no such summit, as far as sessions knows. */
        SUMMIT_UNKNOWN,
        /** The summit has no such day: {@code day}. */
        DAY_UNKNOWN,
        /** The slot lies outside the day, in the summit's time zone: {@code day}. */
        OUTSIDE_DAY,
        /** The day is not held in a mode that seats are planned for: {@code day}. */
        MODE_NOT_OFFERED,
        /** Nobody of that id is registered for the summit, as far as sessions knows: {@code participant}. */
        PARTICIPANT_UNKNOWN,
        /** The person is registered, and not for that day: {@code day}. */
        NOT_EXPECTED,
        /** The room has another session in that slot: {@code session}. */
        ROOM_TAKEN,
        /** A facilitator has another session in that slot: {@code participant}, {@code session}. */
        FACILITATOR_TAKEN,
        SESSION_UNKNOWN,
        /** The session has not started. */
        NOT_STARTED,
        /** The session has ended. */
        ENDED,
        /** The session has no seats in that mode. */
        NO_SEATS_IN_MODE,
        /** No seat is left in that mode: {@code seats}. */
        SEATS_EXHAUSTED,
        /** The person is in another session that runs: {@code session}. */
        IN_ANOTHER_SESSION,
        /** The person is in this session already, in the other mode. */
        IN_OTHER_MODE,
        /** Said to have happened before the session began. */
        BEFORE_START,
        /** Said to have happened later than now. */
        IN_THE_FUTURE,
        /** Something later is known of this person in the session; what is told late is recorded, not done. */
        OUT_OF_ORDER,
        /** The session was called off. */
        CANCELLED,
        /** The session has started: it can't be planned anew or called off, and nobody takes a seat beforehand. */
        STARTED,
        /** The person leads, or has a seat in or waits for, another session at that time: {@code session}. */
        OVERLAPS,
        /** The person leads this session. */
        FACILITATES,
        /** The session is for others. */
        NOT_ELIGIBLE,
        /** Nobody can take a seat in the session yet. */
        SIGN_UP_NOT_OPEN,
        /** The person has a seat, or waits, in the other mode; they have to give that back first. */
        SIGNED_UP_OTHERWISE,
        /** More seats are taken, or waited for, than the new plan has in a mode: {@code seats} are taken. */
        SEATS_TAKEN,
        /** Somebody in the groups is not in the session: {@code participant}. */
        NOT_IN_SESSION,
        /** No groups were formed in that round. */
        GROUPS_UNKNOWN,
        /** Other groups were formed in that round: they are revised, not formed. */
        GROUPS_FORMED,
        /** The round has no such table: {@code table}. */
        TABLE_UNKNOWN,
        /** There is no such summary. */
        SUMMARY_UNKNOWN,
        /** What was said was erased. */
        WORDS_ERASED,
        /** The session is not of Social Lab TV. */
        NOT_SOCIAL_LAB_TV,
        /** The organisation takes no part in the summit, as far as sessions knows: {@code organization}. */
        ORGANIZATION_UNKNOWN,
        /** The organisation is of another team on that stage: {@code team}. */
        IN_ANOTHER_TEAM,
        /** The nominee is of no organisation of the team. */
        NOT_OF_THE_TEAM,
        /** There is no such team on that stage. */
        TEAM_UNKNOWN,
        /** The team was interviewed. */
        TEAM_INTERVIEWED,
        /** The order leaves out teams, or says one twice. */
        ORDER_INCOMPLETE,
        /** Another interview is on air: {@code interview}, in {@code session}. */
        ON_AIR,
        /** There is no such interview on that stage. */
        INTERVIEW_UNKNOWN,
        /** The interview is over. */
        INTERVIEW_OVER,
        /** The empty chair is for people of the other teams. */
        CHAIR_FOR_OTHER_TEAMS,
        /** Only who sits on the empty chair asks, or a host, or a visitor from the donor. */
        NOT_ON_THE_CHAIR,
        /** A team doesn't judge its own pitch. */
        OWN_PITCH,
        /** The team has not made its pitch. */
        NOT_PITCHED,
        /** The person was in no session that is over. */
        NOTHING_ATTENDED,
        /** There is no certificate of that code. */
        CERTIFICATE_UNKNOWN
    }

    private final Reason reason;
    private final transient Map<String, String> details;

    public SessionsRejected(Reason reason, Map<String, String> details) {
        super(reason.name());
        this.reason = reason;
        this.details = Map.copyOf(details);
    }

    public SessionsRejected(Reason reason) {
        this(reason, Map.of());
    }

    /** With one detail: an id or a number. */
    public static SessionsRejected of(Reason reason, String name, Object detail) {
        return new SessionsRejected(reason, Map.of(name, detail.toString()));
    }

    static SessionsRejected malformed(String field) {
        return new SessionsRejected(Reason.MALFORMED, Map.of("field", field));
    }

    public Reason reason() {
        return reason;
    }

    /** Arguments of the reason's words, by name: ids, numbers, names of fields. */
    public Map<String, String> details() {
        return details;
    }
}
