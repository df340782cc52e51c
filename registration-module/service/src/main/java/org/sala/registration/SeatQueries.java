package org.sala.registration;

import java.util.EnumSet;
import java.util.List;
import org.sala.ports.CommandGate;
import org.sala.ports.Role;
import org.sala.registration.api.RegistrationQueries;
import org.sala.registration.api.RegistrationRejected;
import org.sala.registration.api.RegistrationRejected.Reason;
import org.sala.registration.api.SummitId;

/** Answers from the book. Seats are counts, which every role may see. */
final class SeatQueries implements RegistrationQueries {

    private final CommandGate gate;
    private final RegistrationBook book;

    SeatQueries(CommandGate gate, RegistrationBook book) {
        this.gate = gate;
        this.book = book;
    }

    @Override
    public List<SeatCount> seats(SummitId summit, String accessToken) {
        gate.admit(accessToken, EnumSet.allOf(Role.class), () -> new RegistrationRejected(Reason.NOT_ALLOWED));
        var seats = book.seats(summit);
        if (seats.isEmpty()) {
            throw new RegistrationRejected(Reason.SUMMIT_UNKNOWN);
        }
        return seats;
    }
}
