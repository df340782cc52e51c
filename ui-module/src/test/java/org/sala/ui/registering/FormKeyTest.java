package org.sala.ui.registering;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class FormKeyTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    @Test
    void itShowsNothingOfItselfNorDoesItsTicket() {
        var key = FormKey.made(RANDOM);
        assertThat(key.toString()).doesNotContain(key.letters());
        assertThat(key.ticket().toString()).doesNotContain(key.ticket().letters());
    }

    @Test
    void oneFormLeadsToOnePersonAndOneTicketAndNeitherToTheOther() {
        var key = FormKey.made(RANDOM);
        assertThat(key.participant()).isEqualTo(new FormKey(key.letters()).participant());
        assertThat(key.ticket()).isEqualTo(new FormKey(key.letters()).ticket());
        assertThat(key.participant().value().version()).isEqualTo(8);
        assertThat(new FormKey(key.ticket().letters()).participant()).isNotEqualTo(key.participant());
    }
}
