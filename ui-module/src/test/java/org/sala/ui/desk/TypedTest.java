package org.sala.ui.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sala.registration.api.Contact;

class TypedTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "s", " ស "})
    void tooLittleIsNothing(String text) {
        assertThat(Typed.of(text)).isEqualTo(new Typed.Nothing());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sok", " សុខ ", "SOK CHAN", "sok 2"})
    void lettersAreAName(String text) {
        assertThat(Typed.of(text)).isEqualTo(new Typed.Name(text.strip()));
    }

    @Test
    void digitsAreAPhoneNumberAndASignAnAddress() {
        assertThat(Typed.of(" 012 345 678 ")).isEqualTo(new Typed.Reach(new Contact("012 345 678", null)));
        assertThat(Typed.of("+85512345678")).isEqualTo(new Typed.Reach(new Contact("+85512345678", null)));
        assertThat(Typed.of("sok@example.org")).isEqualTo(new Typed.Reach(new Contact(null, "sok@example.org")));
    }

    @Test
    void aTokenKeepsTheBlanksThatAreLettersOfIt() {
        var token = "SALA1:" + "6BFOXN*TS0 BI$ZD.P9UOL97O4-2HH77HRM3DSPTLRR+%3.ZH".repeat(3);
        assertThat(Typed.of(token + " ")).isEqualTo(new Typed.Badge(token));
    }

    @Test
    void whatAScannerTypesThroughAKhmerKeyboardIsToldApart() {
        assertThat(Typed.of("៦ឋថោះណ".repeat(20))).isEqualTo(new Typed.KhmerKeyboard());
    }

    @Test
    void whatWasTypedIsInNoText() {
        assertThat(new Typed.Name("Sok").toString()).doesNotContain("Sok");
        assertThat(new Typed.Badge("TOKEN").toString()).doesNotContain("TOKEN");
        assertThat(Typed.of("012 345 678").toString()).doesNotContain("345");
    }
}
