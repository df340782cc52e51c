package org.sala.sessions.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a session is planned to be.
 *
 * @param objectives the summit's objectives that it serves, by their numbers 1 to 4
 * @param seats how many people can take part, by mode; a mode that is absent is not offered
 * @param facilitators who leads it, registered participants all
 * @param languages what is spoken in it
 * @param interpretation what is interpreted into
 * @param prompts the questions that are put to the room, in order
 * @param eligibility who it is for; absent: everybody
 */
public record SessionPlan(
        BilingualText title,
        SessionKind kind,
        Set<Integer> objectives,
        Method method,
        Slot slot,
        Place place,
        Map<AttendanceMode, Integer> seats,
        Set<ParticipantId> facilitators,
        Set<Language> languages,
        Set<Language> interpretation,
        List<BilingualText> prompts,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Eligibility eligibility) {

    public SessionPlan {
        // in a fixed order, since the JSON of equal values must be equal
        objectives = Form.ordered("objectives", objectives, Comparator.naturalOrder());
        seats = Form.ordered("seats", seats);
        facilitators = Form.ordered("facilitators", facilitators, Comparator.comparing(ParticipantId::value));
        languages = Form.ordered("languages", languages, Comparator.naturalOrder());
        interpretation = Form.ordered("interpretation", interpretation, Comparator.naturalOrder());
        prompts = Form.listed("prompts", prompts);
    }

    /** A session that is for everybody. */
    public SessionPlan(
            BilingualText title,
            SessionKind kind,
            Set<Integer> objectives,
            Method method,
            Slot slot,
            Place place,
            Map<AttendanceMode, Integer> seats,
            Set<ParticipantId> facilitators,
            Set<Language> languages,
            Set<Language> interpretation,
            List<BilingualText> prompts) {
        this(
                title,
                kind,
                objectives,
                method,
                slot,
                place,
                seats,
                facilitators,
                languages,
                interpretation,
                prompts,
                null);
    }

    /** Whether it is for somebody of that cohort and role. */
    public boolean isFor(Cohort cohort, ParticipantRole role) {
        return eligibility == null || eligibility.admits(cohort, role);
    }
}
