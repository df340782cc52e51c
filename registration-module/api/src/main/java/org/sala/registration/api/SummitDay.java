package org.sala.registration.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One day of a summit.
 *
 * @param number from 1, as people speak of it ("day 2")
 * @param date in the summit's time zone
 * @param venue where it is, or the platform it is held on
 * @param seats how many people can take part, by mode; a mode that is absent is not offered
 * @param admits who may take part in it
 * @param perOrganization most seats of the day, in all modes together, that people of one organisation hold; absent: as
 *     many as there are
 */
public record SummitDay(
        int number,
        LocalDate date,
        BilingualText venue,
        Map<AttendanceMode, Integer> seats,
        Admission admits,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer perOrganization) {

    public SummitDay {
        // in a fixed order, since the JSON of equal values must be equal
        seats = Collections.unmodifiableMap(new TreeMap<>(seats));
    }

    /** A day on which no organisation's share is capped. */
    public SummitDay(
            int number, LocalDate date, BilingualText venue, Map<AttendanceMode, Integer> seats, Admission admits) {
        this(number, date, venue, seats, admits, null);
    }

    /**
     * Who a day is for.
     *
     * @param cohorts organisations' cohorts whose people may come; empty: every cohort
     * @param roles people who may come whatever their cohort
     */
    public record Admission(Set<Cohort> cohorts, Set<ParticipantRole> roles) {

        public static final Admission EVERYBODY = new Admission(Set.of(), Set.of());

        public Admission {
            cohorts = Collections.unmodifiableSet(new TreeSet<>(cohorts));
            roles = Collections.unmodifiableSet(new TreeSet<>(roles));
        }

        /** Whether this day is for somebody of that cohort and role. */
        public boolean admits(Cohort cohort, ParticipantRole role) {
            return cohorts.isEmpty() || cohorts.contains(cohort) || roles.contains(role);
        }
    }
}
