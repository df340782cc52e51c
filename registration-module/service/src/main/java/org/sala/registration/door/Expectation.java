package org.sala.registration.door;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sala.registration.api.BadgeId;
import org.sala.registration.api.DisputeReason;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.RegistrationEvent.AttendanceModeChanged;
import org.sala.registration.api.RegistrationEvent.BadgeIssued;
import org.sala.registration.api.RegistrationEvent.BadgeRevoked;
import org.sala.registration.api.RegistrationEvent.CheckInDisputed;
import org.sala.registration.api.RegistrationEvent.CheckInRepeated;
import org.sala.registration.api.RegistrationEvent.CheckInResolved;
import org.sala.registration.api.RegistrationEvent.ConsentGiven;
import org.sala.registration.api.RegistrationEvent.ConsentWithdrawn;
import org.sala.registration.api.RegistrationEvent.DayDropped;
import org.sala.registration.api.RegistrationEvent.DuplicateDismissed;
import org.sala.registration.api.RegistrationEvent.DuplicateMerged;
import org.sala.registration.api.RegistrationEvent.ParticipantCheckedIn;
import org.sala.registration.api.RegistrationEvent.ParticipantCheckedOut;
import org.sala.registration.api.RegistrationEvent.ParticipantConfirmed;
import org.sala.registration.api.RegistrationEvent.ParticipantErased;
import org.sala.registration.api.RegistrationEvent.ParticipantEvent;
import org.sala.registration.api.RegistrationEvent.ParticipantRegistered;
import org.sala.registration.api.RegistrationEvent.ParticipantRevised;
import org.sala.registration.api.RegistrationEvent.ParticipantWaitlisted;
import org.sala.registration.api.RegistrationEvent.PersonalDataDisclosed;
import org.sala.registration.api.RegistrationEvent.PersonalDataForgotten;
import org.sala.registration.api.RegistrationEvent.RegistrationCancelled;
import org.sala.registration.api.RegistrationEvent.RegistrationReinstated;
import org.sala.registration.api.RegistrationEvent.TicketIssued;
import org.sala.registration.api.SummitId;

/**
 * What registration says of a person, as far as a door has to know. A fact that ends says when: what was seen before is
 * judged by it, however late it arrives.
 *
 * @param summit absent while nobody is registered
 * @param days until when the person is expected on a day, by its number; for ever where they have a seat
 * @param cancelledAt absent where the person comes
 * @param badges until when they are valid; for ever where they are
 * @param into the registration that stays, where this is a second one
 */
record Expectation(
        @Nullable SummitId summit,
        Map<Integer, Instant> days,
        @Nullable Instant cancelledAt,
        Map<BadgeId, Instant> badges,
        @Nullable ParticipantId into,
        boolean erased) {

    static final Expectation OF_NOBODY = new Expectation(null, Map.of(), null, Map.of(), null, false);

    Expectation {
        days = Map.copyOf(days);
        badges = Map.copyOf(badges);
    }

    /** Why something that was seen can't be believed; empty where it can. */
    Optional<DisputeReason> objectionTo(Sighting sighting, @Nullable BadgeId badge, SummitDays.Source summits) {
        if (summit == null) {
            return Optional.of(DisputeReason.PARTICIPANT_UNKNOWN);
        }
        if (isCancelledFor(sighting.occurredAt())) {
            return Optional.of(DisputeReason.CANCELLED);
        }
        if (!sighting.summit().equals(summit) || !isExpected(sighting.day(), sighting.occurredAt())) {
            return Optional.of(DisputeReason.NOT_EXPECTED);
        }
        var held = summits.of(summit);
        if (!held.isOn(sighting.day(), sighting.occurredAt())) {
            return Optional.of(DisputeReason.NOT_THE_DAY);
        }
        if (!held.isHeldIn(sighting.place())) {
            return Optional.of(DisputeReason.MODE_NOT_OFFERED);
        }
        if (badge != null && !isValid(badge, sighting.occurredAt())) {
            return Optional.of(DisputeReason.BADGE_REVOKED);
        }
        return Optional.empty();
    }

    boolean isCancelledFor(Instant seen) {
        return cancelledAt != null && Clocks.surelyAfter(seen, cancelledAt);
    }

    boolean isExpected(int day, Instant seen) {
        var until = days.get(day);
        return until != null && !Clocks.surelyAfter(seen, until);
    }

    boolean isValid(BadgeId badge, Instant seen) {
        var until = badges.get(badge);
        return until != null && !Clocks.surelyAfter(seen, until);
    }

    Expectation evolve(ParticipantEvent event) {
        return switch (event) {
            case ParticipantRegistered registered ->
                new Expectation(registered.summit(), expected(registered.days().keySet()), null, badges, into, erased);
            case ParticipantConfirmed confirmed -> withDays(expected(Set.of(confirmed.day())));
            case DayDropped dropped ->
                days.getOrDefault(dropped.day(), Instant.MIN).equals(Instant.MAX)
                        ? withDays(with(days, dropped.day(), dropped.recordedAt()))
                        : this;
            case RegistrationCancelled cancelled -> ended(cancelled.recordedAt());
            case RegistrationReinstated reinstated ->
                new Expectation(summit, expected(reinstated.days().keySet()), null, badges, into, erased);
            case BadgeIssued issued -> withBadges(with(badges, issued.badge(), Instant.MAX));
            case BadgeRevoked revoked ->
                isValid(revoked.badge(), Instant.MAX)
                        ? withBadges(with(badges, revoked.badge(), revoked.recordedAt()))
                        : this;
            case DuplicateMerged merged ->
                // what is seen under it later is judged under the one that stays, but for its own badges
                new Expectation(summit, days, cancelledAt, until(badges, merged.recordedAt()), merged.into(), erased);
            case ParticipantErased erasure ->
                new Expectation(summit, days, cancelledAt, until(badges, erasure.recordedAt()), into, true);
            case ParticipantRevised _,
                    ParticipantWaitlisted _,
                    AttendanceModeChanged _,
                    ConsentGiven _,
                    ConsentWithdrawn _,
                    TicketIssued _,
                    ParticipantCheckedIn _,
                    CheckInRepeated _,
                    ParticipantCheckedOut _,
                    CheckInDisputed _,
                    CheckInResolved _,
                    DuplicateDismissed _,
                    PersonalDataForgotten _,
                    PersonalDataDisclosed _ -> this;
        };
    }

    private Expectation ended(Instant at) {
        return new Expectation(summit, until(days, at), at, until(badges, at), into, erased);
    }

    private Map<Integer, Instant> expected(Set<Integer> more) {
        var all = new HashMap<>(days);
        more.forEach(day -> all.put(day, Instant.MAX));
        return all;
    }

    private Expectation withDays(Map<Integer, Instant> others) {
        return new Expectation(summit, others, cancelledAt, badges, into, erased);
    }

    private Expectation withBadges(Map<BadgeId, Instant> others) {
        return new Expectation(summit, days, cancelledAt, others, into, erased);
    }

    private static <K> Map<K, Instant> with(Map<K, Instant> all, K one, Instant until) {
        var more = new HashMap<>(all);
        more.put(one, until);
        return more;
    }

    /** Ends what has no end yet. */
    private static <K> Map<K, Instant> until(Map<K, Instant> all, Instant at) {
        var ended = new HashMap<>(all);
        ended.replaceAll((_, until) -> until.equals(Instant.MAX) ? at : until);
        return ended;
    }
}
