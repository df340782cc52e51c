package org.sala.ui.registering;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sala.registration.api.RegistrationQueries.TicketHolder;
import org.sala.registration.api.TicketDigest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Whose page a link opens. What is no ticket, what was one, and what never was look alike from outside. Whoever tries
 * many has to wait; tickets that were right before are let through meanwhile, or one could lock everybody out who sits
 * behind the same address.
 */
@Component
class Holders {

    private static final int MOST_REMEMBERED = 20_000;

    private final AsParticipant registration;
    private final Brake brake;
    private final Map<TicketDigest, Boolean> right = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<TicketDigest, Boolean> eldest) {
            return size() > MOST_REMEMBERED;
        }
    });

    Holders(AsParticipant registration, InstantSource clock) {
        this.registration = registration;
        this.brake = new Brake(20, Duration.ofSeconds(30), clock);
    }

    /** A ticket that somebody holds. */
    record Held(Ticket ticket, TicketHolder by) {}

    /**
     * @param address where it is asked from
     * @throws NotShown where the ticket is nobody's, or the address has tried too many
     */
    Held of(String letters, String address) {
        var ticket = Ticket.read(letters);
        var known = ticket.filter(each -> right.containsKey(each.digest())).isPresent();
        if (!known && brake.holds(address)) {
            throw new NotShown("slow", HttpStatus.TOO_MANY_REQUESTS);
        }
        return ticket.flatMap(this::find).orElseThrow(() -> {
            brake.spend(address, 1);
            return new NotShown("link-unknown", HttpStatus.NOT_FOUND);
        });
    }

    private Optional<Held> find(Ticket ticket) {
        var holder = registration.holder(ticket);
        if (holder.isPresent()) {
            right.put(ticket.digest(), true);
        } else {
            right.remove(ticket.digest());
        }
        return holder.map(by -> new Held(ticket, by));
    }
}
