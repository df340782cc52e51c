package org.sala.eventing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.json.JsonMapper;

class InstantsTest {

    private static final JsonMapper OURS =
            JsonMapper.builder().addModule(new Instants()).build();
    private static final JsonMapper JACKSON = JsonMapper.builder().build();

    @Property
    void aMomentIsWrittenAndReadAsTheJdkDoes(
            @ForAll @LongRange(min = -62_167_219_200L, max = 253_402_300_799L) long second,
            @ForAll @IntRange(max = 999_999_999) int nano,
            @ForAll @IntRange(max = 9) int places) {
        var rounded = nano - nano % (int) Math.pow(10, 9 - places);
        var moment = Instant.ofEpochSecond(second, rounded);
        assertThat(Instants.format(moment)).isEqualTo(moment.toString());
        assertThat(Instants.parse(moment.toString())).isEqualTo(moment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"2022-07-05T08:30:00Z\"",
                "\"2022-07-05T08:30:00.1Z\"",
                "\"2022-07-05T08:30:00.12345Z\"",
                "\"2024-02-29T23:59:59.999999999Z\"",
                "\"2022-07-05T08:30:00+07:00\"",
                "\"+12022-07-05T08:30:00Z\"",
                "1657009800",
                "\"2022-07-05T24:00:00Z\"",
            })
    void whateverJacksonReadsIsReadTheSame(String json) {
        assertThat(OURS.readValue(json, Instant.class)).isEqualTo(JACKSON.readValue(json, Instant.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"2022-02-30T08:30:00Z\"",
                "\"2022-07-05T08:60:00Z\"",
                "\"2022-07-05 08:30:00Z\"",
                "\"2022-0x-05T08:30:00Z\"",
                "\"yesterday\"",
            })
    void whatIsNoMomentIsRefused(String json) {
        assertThatThrownBy(() -> OURS.readValue(json, Instant.class)).isInstanceOf(DatabindException.class);
    }

    @Test
    void beforeTheCommonEraItIsTheJdksForm() {
        var moment = Instant.parse("-0044-03-15T12:00:00Z");
        assertThat(OURS.writeValueAsString(moment)).isEqualTo(JACKSON.writeValueAsString(moment));
        assertThat(OURS.readValue(OURS.writeValueAsString(moment), Instant.class))
                .isEqualTo(moment);
    }
}
