package org.sala.registration;

import java.time.Clock;
import java.time.Instant;
import org.axonframework.messaging.MetaData;
import org.sala.eventing.Provenance;
import org.sala.ports.Role;

/**
 * How a command was asked.
 *
 * @param themselves whether by the person whom it is about, who may do less than staff
 */
record Asked(Instant now, boolean themselves) {

    static Asked of(Clock clock, MetaData provenance) {
        return new Asked(clock.instant(), Role.PARTICIPANT.name().equals(provenance.get(Provenance.ROLE)));
    }
}
