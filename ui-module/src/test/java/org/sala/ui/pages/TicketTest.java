package org.sala.ui.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    @Test
    void aTicketHasAHundredAndSixtyBitsAsBase32() {
        var bits = new byte[20];
        for (var i = 0; i < bits.length; i++) {
            bits[i] = (byte) (i * 13);
        }
        // as coreutils' base32 has it
        assertThat(Ticket.of(bits).letters()).isEqualTo("aagrujzuifhfw2dvqkhzzknwypin32xx");
    }

    @Test
    void noTwoAreTheSameAndEachIsReadFromItsLink() {
        var seen = new HashSet<Ticket>();
        for (var i = 0; i < 1000; i++) {
            var ticket = Ticket.made(RANDOM);
            assertThat(seen.add(ticket)).isTrue();
            assertThat(Ticket.read(ticket.letters().toUpperCase(Locale.ROOT))).contains(ticket);
            assertThat(ticket.path()).hasSize(3 + 32);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "0aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "១"})
    void whatCanBeNoTicketIsNone(String text) {
        assertThat(Ticket.read(text)).isEmpty();
    }

    @Test
    void itShowsNothingOfItself() {
        var ticket = Ticket.made(RANDOM);
        assertThat(ticket.toString()).doesNotContain(ticket.letters());
    }
}
