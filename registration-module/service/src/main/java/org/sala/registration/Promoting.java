package org.sala.registration;

import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.sala.eventing.Commands;
import org.sala.registration.api.RegistrationEvent.AttendanceModeChanged;
import org.sala.registration.api.RegistrationEvent.DayDropped;
import org.sala.registration.api.RegistrationEvent.DuplicateMerged;
import org.sala.registration.api.RegistrationEvent.ParticipantConfirmed;
import org.sala.registration.api.RegistrationEvent.ParticipantRevised;
import org.sala.registration.api.RegistrationEvent.RegistrationCancelled;
import org.sala.registration.api.RegistrationEvent.SummitRevised;
import org.sala.registration.api.SummitId;
import org.sala.registration.seats.Promotion;
import org.sala.registration.seats.SeatTables;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives seats that came free to those who wait, in their order: follows registration's own events, of which any that
 * frees a seat, or a share, is reason enough to look. What it asks for changes nothing where somebody else was faster, so
 * that being told twice, or beginning anew after a crash, does no harm (decision 0060).
 */
final class Promoting {

    private static final Logger LOG = LoggerFactory.getLogger(Promoting.class);
    private static final Commands.Origin ORIGIN = new Commands.Origin("policy:promoting", null, null, null);

    private final SeatTables seats;
    private final Commands commands;

    Promoting(SeatTables seats, Commands commands) {
        this.seats = seats;
        this.commands = commands;
    }

    @EventHandler
    void on(RegistrationCancelled event) {
        promote(event.summit());
    }

    @EventHandler
    void on(DayDropped event) {
        promote(event.summit());
    }

    @EventHandler
    void on(AttendanceModeChanged event) {
        promote(event.summit());
    }

    /** Who found a seat in another mode while waiting frees nothing, but may have stood before others. */
    @EventHandler
    void on(ParticipantConfirmed event) {
        promote(event.summit());
    }

    @EventHandler
    void on(ParticipantRevised event) {
        promote(event.summit());
    }

    @EventHandler
    void on(DuplicateMerged event) {
        promote(event.summit());
    }

    @EventHandler
    void on(SummitRevised event) {
        promote(event.summit());
    }

    /** What was freed while nobody followed. */
    void promoteEverywhere() {
        seats.waitedFor().forEach(this::promote);
    }

    /** Gives whatever is free at a summit to those whose turn it is. */
    void promote(SummitId summit) {
        @Nullable Promotion last = null;
        for (var next = seats.next(summit); next.isPresent(); next = seats.next(summit)) {
            var promotion = next.get();
            if (promotion.equals(last)) {
                // asked for and not done: the next event, or the next start, asks again
                LOG.warn("{} could not be given a seat of day {}", promotion.participant(), promotion.day());
                return;
            }
            commands.send(new PromoteParticipant(promotion.participant(), promotion.day(), promotion.mode()), ORIGIN);
            last = promotion;
        }
    }
}
