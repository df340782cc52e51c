package org.sala.registration;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sala.registration.RegistrationBook.DayEntry;
import org.sala.registration.RegistrationBook.OrganizationEntry;
import org.sala.registration.RegistrationBook.SummitEntry;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.Cohort;
import org.sala.registration.api.Consent;
import org.sala.registration.api.OrganizationId;
import org.sala.registration.api.ParticipantRole;
import org.sala.registration.api.RegistrationRejected;
import org.sala.registration.api.RegistrationRejected.Reason;
import org.sala.registration.api.SummitDay.Admission;
import org.sala.registration.api.SummitId;

/** The rules of registration, by name. Each lets pass or throws. */
final class RegistrationPolicies {

    /** How far the clocks of a desk's devices may be ahead of ours. */
    static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(2);

    private RegistrationPolicies() {}

    static void noConsentNoRegistration(Set<Consent> given) {
        if (!given.contains(Consent.DATA_USE)) {
            throw new RegistrationRejected(Reason.CONSENT_MISSING);
        }
    }

    /** Nobody is held to a text that they didn't see. */
    static void consentIsToThePresentText(String version, SummitEntry summit) {
        if (!version.equals(summit.consentVersion())) {
            throw new RegistrationRejected(Reason.CONSENT_OUTDATED, Map.of("version", summit.consentVersion()));
        }
    }

    static DayEntry onlyDaysOfTheSummit(int day, SummitEntry summit) {
        var entry = summit.days().get(day);
        if (entry == null) {
            throw refusedForDay(Reason.DAY_UNKNOWN, day);
        }
        return entry;
    }

    static void onlyModesOfTheDay(int day, AttendanceMode mode, DayEntry entry) {
        if (!entry.seats().containsKey(mode)) {
            throw refusedForDay(Reason.MODE_NOT_OFFERED, day);
        }
    }

    /**
     * Somebody comes for an organisation that is enrolled for the same summit, or for none.
     *
     * @return the organisation's cohort; empty for somebody without one
     */
    static Optional<Cohort> onlyEnrolledOrganizations(
            SummitId summit, @Nullable OrganizationId organization, RegistrationBook book) {
        if (organization == null) {
            return Optional.empty();
        }
        var cohort = book.organization(organization)
                .filter(entry -> entry.summit().equals(summit))
                .map(OrganizationEntry::cohort);
        if (cohort.isEmpty()) {
            throw new RegistrationRejected(
                    Reason.ORGANIZATION_UNKNOWN, Map.of("organization", organization.toString()));
        }
        return cohort;
    }

    /** A day is for some cohorts and for invited roles. Somebody without an organisation is of no cohort. */
    static void onlyWhomTheDayIsFor(int day, Admission admits, Optional<Cohort> cohort, ParticipantRole role) {
        var admitted = cohort.map(ofTheirs -> admits.admits(ofTheirs, role))
                .orElseGet(() -> admits.cohorts().isEmpty() || admits.roles().contains(role));
        if (!admitted) {
            throw refusedForDay(Reason.DAY_NOT_FOR_THEM, day);
        }
    }

    static void nothingHappensInTheFuture(Instant occurredAt, Instant now) {
        if (occurredAt.isAfter(now.plus(CLOCK_TOLERANCE))) {
            throw new RegistrationRejected(Reason.IN_THE_FUTURE);
        }
    }

    /**
     * Somebody is checked in for a day that they are registered for; in which mode is not asked. Who registered online
     * and stands at the desk is here: to refuse the scan would lose a fact, and seats are held at registration, not at
     * the door. The event says the mode in which it happened.
     */
    static void onlyWhoIsExpected(int day, Map<Integer, AttendanceMode> registered) {
        if (!registered.containsKey(day)) {
            throw refusedForDay(Reason.NOT_EXPECTED, day);
        }
    }

    static RegistrationRejected noSeatLeft(int day, AttendanceMode mode, SummitEntry summit) {
        var seats = onlyDaysOfTheSummit(day, summit).seats().getOrDefault(mode, 0);
        return new RegistrationRejected(
                Reason.SEATS_EXHAUSTED, Map.of("day", Integer.toString(day), "seats", Integer.toString(seats)));
    }

    private static RegistrationRejected refusedForDay(Reason reason, int day) {
        return new RegistrationRejected(reason, Map.of("day", Integer.toString(day)));
    }
}
