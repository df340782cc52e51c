package org.sala.ui.pages;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sala.registration.api.RegistrationQueries;
import org.sala.registration.api.RegistrationQueries.TicketHolder;
import org.sala.registration.api.RegistrationRejected;
import org.sala.registration.api.TicketDigest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Whose page a link opens. What is no ticket, what was one, and what never was look alike from outside. Whoever tries
 * many has to wait; tickets that were right before are let through meanwhile, or one could lock everybody out who sits
 * behind the same address.
 */
@Component
public class Holders {

    private static final int MOST_REMEMBERED = 20_000;

    private final RegistrationQueries registration;
    private final TokensForParticipants tokens;
    private final Brake brake;
    private final Map<TicketDigest, Boolean> right = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<TicketDigest, Boolean> eldest) {
            return size() > MOST_REMEMBERED;
        }
    });

    Holders(RegistrationQueries registration, TokensForParticipants tokens, InstantSource clock) {
        this.registration = registration;
        this.tokens = tokens;
        this.brake = new Brake(20, Duration.ofSeconds(30), clock);
    }

    /** A ticket that somebody holds. */
    public record Held(Ticket ticket, TicketHolder by) {}

    /**
     * Who holds a link.
     *
     * @param address where it is asked from
     * @throws NotShown where the ticket is nobody's, or the address has tried too many
     */
    public Held of(String letters, String address) {
        var ticket = Ticket.read(letters);
        var known = ticket.filter(each -> right.containsKey(each.digest())).isPresent();
        if (!known && brake.holds(address)) {
            throw new NotShown("pages.notice.slow", HttpStatus.TOO_MANY_REQUESTS);
        }
        return ticket.flatMap(this::find).orElseThrow(() -> {
            brake.spend(address, 1);
            return new NotShown("pages.notice.link-unknown", HttpStatus.NOT_FOUND);
        });
    }

    /** Whether it is anybody's. */
    public boolean isHeld(Ticket ticket) {
        return holder(ticket).isPresent();
    }

    /** Whose it is; empty where nobody's, or where it was replaced. */
    private Optional<TicketHolder> holder(Ticket ticket) {
        try {
            return Optional.of(registration.ticketHolder(ticket.digest(), tokens.ofNobody()));
        } catch (RegistrationRejected refused) {
            if (refused.reason() == RegistrationRejected.Reason.TICKET_UNKNOWN) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    private Optional<Held> find(Ticket ticket) {
        var holder = holder(ticket);
        if (holder.isPresent()) {
            right.put(ticket.digest(), true);
        } else {
            right.remove(ticket.digest());
        }
        return holder.map(by -> new Held(ticket, by));
    }
}
