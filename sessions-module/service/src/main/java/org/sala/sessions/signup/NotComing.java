package org.sala.sessions.signup;

import org.sala.eventing.Commands;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Takes back the seats of people who don't come to the summit any more, as registration told: what is taken in decides
 * nothing, so this looks after it.
 */
public final class NotComing {

    private static final Commands.Origin ITSELF = new Commands.Origin("policy:not-coming", null, null, null);

    private final SeatTable seats;
    private final Commands commands;

    public NotComing(SeatTable seats, Commands commands) {
        this.seats = seats;
        this.commands = commands;
    }

    @Scheduled(fixedDelayString = "${sala.sessions.not-coming-every}")
    void giveUp() {
        seats.ofWhoDoesNotCome().forEach(seat -> commands.send(seat, ITSELF));
    }
}
