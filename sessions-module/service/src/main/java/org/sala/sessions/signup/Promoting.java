package org.sala.sessions.signup;

import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.sala.eventing.Commands;
import org.sala.sessions.api.SessionId;
import org.sala.sessions.api.SessionsEvent.SeatReleased;
import org.sala.sessions.api.SessionsEvent.SessionRescheduled;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives seats that came free to those who wait, in their order: follows sessions' own events. What it asks for changes
 * nothing where somebody else was faster, so that being told twice, or beginning anew after a crash, does no harm.
 */
public final class Promoting {

    private static final Logger LOG = LoggerFactory.getLogger(Promoting.class);
    private static final Commands.Origin ITSELF = new Commands.Origin("policy:promoting", null, null, null);

    private final SeatTable seats;
    private final Commands commands;

    public Promoting(SeatTable seats, Commands commands) {
        this.seats = seats;
        this.commands = commands;
    }

    @EventHandler
    void on(SeatReleased event) {
        promote(event.session());
    }

    /** There may be more seats than before. */
    @EventHandler
    void on(SessionRescheduled event) {
        promote(event.session());
    }

    /** Gives whatever is free in a session to those whose turn it is. */
    private void promote(SessionId session) {
        @Nullable PromoteSeat last = null;
        for (var next = seats.next(session); next.isPresent(); next = seats.next(session)) {
            var promotion = next.get();
            if (promotion.equals(last)) {
                // asked for and not done: the next event asks again
                LOG.warn("{} could not be given a seat in {}", promotion.participant(), session);
                return;
            }
            commands.send(promotion, ITSELF);
            last = promotion;
        }
    }
}
