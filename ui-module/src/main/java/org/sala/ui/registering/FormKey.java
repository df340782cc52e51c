package org.sala.ui.registering;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.sala.registration.api.ParticipantId;
import org.sala.ui.pages.Ticket;

/**
 * The secret of one form to register. The participant's id and first ticket both follow from it, so that a form sent
 * twice asks for the same twice. Neither leads back to it: who learns a ticket that was replaced since can't send the
 * form again to make it good.
 */
record FormKey(String letters) {

    static FormKey made(SecureRandom random) {
        return new FormKey(Ticket.made(random).letters());
    }

    static Optional<FormKey> read(String text) {
        return Ticket.read(text).map(form -> new FormKey(form.letters()));
    }

    ParticipantId participant() {
        var bits = ByteBuffer.wrap(Ticket.sha256("participant " + letters));
        // version 8: made in a way of our own (RFC 9562)
        var high = (bits.getLong() & 0xffff_ffff_ffff_0fffL) | 0x8000L;
        var low = (bits.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new ParticipantId(new UUID(high, low));
    }

    Ticket ticket() {
        return Ticket.of(Arrays.copyOf(Ticket.sha256("ticket " + letters), 20));
    }

    @Override
    public String toString() {
        return "FormKey[hidden]";
    }
}
