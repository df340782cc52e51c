package org.sala.registration.badges;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Base45Test {

    /** The examples of RFC 9285. */
    @ParameterizedTest
    @CsvSource({"AB, BB8", "Hello!!, '%69 VD92EX0'", "base-45, 'UJCLQE7W581'", "ietf!, QED8WEX0"})
    void isWhatTheStandardSays(String plain, String encoded) {
        var bytes = plain.getBytes(StandardCharsets.US_ASCII);

        assertThat(Base45.encode(bytes)).isEqualTo(encoded);
        assertThat(Base45.decode(encoded))
                .hasValueSatisfying(decoded -> assertThat(decoded).isEqualTo(bytes));
    }

    @Property
    void whateverIsWrittenIsReadBack(@ForAll byte[] bytes) {
        assertThat(Base45.decode(Base45.encode(bytes)))
                .hasValueSatisfying(decoded -> assertThat(decoded).isEqualTo(bytes));
    }

    @Property
    void whateverIsReadIsWrittenTheSame(@ForAll String text) {
        Base45.decode(text).ifPresent(bytes -> assertThat(Base45.encode(bytes)).isEqualTo(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "bb8", "GGW", ":::", "::", "Z::", "ក្ក", "\u0000\u0000\u0000", "BB8\n"})
    void whatIsNoBase45IsNothing(String text) {
        assertThat(Base45.decode(text)).isEmpty();
    }

    @Test
    void nothingIsNothing() {
        assertThat(Base45.encode(new byte[0])).isEmpty();
        assertThat(Base45.decode(""))
                .hasValueSatisfying(bytes -> assertThat(bytes).isEmpty());
    }
}
