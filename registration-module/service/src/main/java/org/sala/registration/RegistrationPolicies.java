package org.sala.registration;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sala.registration.RegistrationBook.DayEntry;
import org.sala.registration.RegistrationBook.OrganizationEntry;
import org.sala.registration.RegistrationBook.SummitEntry;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.Cohort;
import org.sala.registration.api.Consent;
import org.sala.registration.api.OrganizationId;
import org.sala.registration.api.ParticipantRole;
import org.sala.registration.api.RegistrationQueries.SeatCount;
import org.sala.registration.api.RegistrationRejected;
import org.sala.registration.api.RegistrationRejected.Reason;
import org.sala.registration.api.SummitDay;
import org.sala.registration.api.SummitDay.Admission;
import org.sala.registration.api.SummitId;
import org.sala.registration.seats.Outcome;

/** The rules of registration, by name. Each lets pass or throws. */
final class RegistrationPolicies {

    private RegistrationPolicies() {}

    static SummitEntry onlyKnownSummits(SummitId summit, RegistrationBook book) {
        return book.summit(summit).orElseThrow(() -> new RegistrationRejected(Reason.SUMMIT_UNKNOWN));
    }

    static SummitEntry onlySummitsThatAreNotOver(SummitId summit, RegistrationBook book) {
        var entry = onlyKnownSummits(summit, book);
        if (entry.closed()) {
            throw new RegistrationRejected(Reason.SUMMIT_CLOSED);
        }
        return entry;
    }

    /** People take seats by themselves while the window is open; staff until the summit is over. */
    static void onlyWhileRegistrationIsOpen(SummitEntry summit, Asked asked) {
        var until = summit.openUntil();
        var open = summit.opened() && (until == null || asked.now().isBefore(until));
        if (asked.themselves() && !open) {
            throw new RegistrationRejected(Reason.REGISTRATION_NOT_OPEN);
        }
    }

    /**
     * Revising takes no seat away from anybody, and no day or mode that somebody has or waits for.
     *
     * @param days as they would be
     * @param counts as they are
     */
    static void nobodyLosesASeat(List<SummitDay> days, List<SeatCount> counts) {
        for (var count : counts) {
            if (count.day() > days.size()) {
                var there = counts.stream()
                        .filter(other -> other.day() == count.day())
                        .mapToInt(other -> other.taken() + other.waiting())
                        .sum();
                refuseWhere(there > 0, Reason.DAY_TAKEN, count.day(), there);
                continue;
            }
            var seats = days.get(count.day() - 1).seats();
            var left = seats.getOrDefault(count.mode(), 0);
            refuseWhere(left < count.taken(), Reason.SEATS_TAKEN, count.day(), count.taken());
            refuseWhere(
                    !seats.containsKey(count.mode()) && count.waiting() > 0,
                    Reason.DAY_TAKEN,
                    count.day(),
                    count.waiting());
        }
    }

    private static void refuseWhere(boolean holds, Reason reason, int day, int taken) {
        if (holds) {
            throw new RegistrationRejected(
                    reason, Map.of("day", Integer.toString(day), "taken", Integer.toString(taken)));
        }
    }

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

    /** Every day that is asked for is one of the summit, is held in that mode, and is for that person. */
    static void onlyDaysThatAreForThem(
            Map<Integer, AttendanceMode> days,
            SummitEntry summit,
            Optional<Cohort> cohort,
            ParticipantRole role,
            Asked asked) {
        new TreeMap<>(days).forEach((day, mode) -> {
            var entry = onlyDaysOfTheSummit(day, summit);
            onlyModesOfTheDay(day, mode, entry);
            onlyWhomTheDayIsFor(day, entry.admits(), cohort, role, asked);
        });
    }

    /**
     * A day is for some cohorts and for invited roles. Somebody without an organisation is of no cohort; and that
     * somebody is invited is for staff to say.
     */
    static void onlyWhomTheDayIsFor(
            int day, Admission admits, Optional<Cohort> cohort, ParticipantRole role, Asked asked) {
        var ofTheirs = admits.cohorts().isEmpty()
                || cohort.filter(admits.cohorts()::contains).isPresent();
        if (!ofTheirs && (asked.themselves() || !admits.roles().contains(role))) {
            throw refusedForDay(Reason.DAY_NOT_FOR_THEM, day);
        }
    }

    static RegistrationRejected notExpected(int day) {
        return refusedForDay(Reason.NOT_EXPECTED, day);
    }

    static RegistrationRejected noSeat(Outcome outcome, int day, AttendanceMode mode, SummitEntry summit) {
        return switch (outcome) {
            case NONE_LEFT -> {
                var seats = onlyDaysOfTheSummit(day, summit).seats().getOrDefault(mode, 0);
                yield new RegistrationRejected(
                        Reason.SEATS_EXHAUSTED, Map.of("day", Integer.toString(day), "seats", Integer.toString(seats)));
            }
            case SHARE_TAKEN -> shareTaken(day, summit);
            case TAKEN -> throw new IllegalStateException("a seat was taken, and nothing is to be refused");
        };
    }

    static RegistrationRejected shareTaken(int day, SummitEntry summit) {
        return new RegistrationRejected(
                Reason.ORGANIZATION_SHARE_TAKEN,
                Map.of(
                        "day",
                        Integer.toString(day),
                        "share",
                        String.valueOf(onlyDaysOfTheSummit(day, summit).perOrganization())));
    }

    private static RegistrationRejected refusedForDay(Reason reason, int day) {
        return new RegistrationRejected(reason, Map.of("day", Integer.toString(day)));
    }
}
