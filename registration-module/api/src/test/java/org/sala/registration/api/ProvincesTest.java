package org.sala.registration.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sala.registration.api.Provinces.Province;

class ProvincesTest {

    @Test
    void thereAre25InTheOrderOfTheirCodes() {
        assertThat(Provinces.all().stream().map(Province::code))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 25)
                        .mapToObj(number -> "KH-" + number)
                        .toList());
    }

    @Test
    void eachIsNamedInItsScript() {
        assertThat(Provinces.all())
                .allMatch(province -> province.name().km().matches("[\\u1780-\\u17ff\\s]+"))
                .allMatch(province -> province.name().en().matches("[A-Za-zé ]+"));
        assertThat(Provinces.all().stream().map(province -> province.name().km()))
                .doesNotHaveDuplicates();
        assertThat(Provinces.of("KH-12")).map(province -> province.name().en()).contains("Phnom Penh");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "KH-0", "KH-26", "kh-1", "KH-01", "KH-1 ", "VN-1", "12"})
    void nothingElseIsAProvince(String code) {
        assertThat(Provinces.isKnown(code)).isFalse();
        assertThat(Provinces.of(code)).isEmpty();
    }
}
