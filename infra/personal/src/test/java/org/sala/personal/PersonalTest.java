package org.sala.personal;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sala.personal.Personal.Reason;
import tools.jackson.databind.json.JsonMapper;

class PersonalTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    record Name(String written) {}

    record Joined(
            String member, Personal<Name> name, @Nullable Personal<Boolean> needsRamp) {}

    private static final Joined JOINED = new Joined("7", Personal.of(new Name("Sok Dara")), Personal.of(false));

    @Test
    void isReadAsItWasWritten() {
        var written = JSON.writeValueAsString(JOINED);

        assertThat(JSON.readTree(written)).isEqualTo(JSON.readTree("""
                                {"member": "7", "name": {"clear": {"written": "Sok Dara"}}, "needsRamp": {"clear": false}}"""));
        assertThat(JSON.readValue(written, Joined.class)).isEqualTo(JOINED);
    }

    @Test
    void whatIsSealedIsAPlaceholderForWhoeverHasNoKeys() {
        var read = JSON.readValue("""
                {"member": "7", "name": {"sealed": "AQ==", "key": "7"}, "needsRamp": {"sealed": "AQ==", "key": "7"}}""", Joined.class);

        assertThat(read).isEqualTo(new Joined("7", Personal.hidden(Reason.SEALED), Personal.hidden(Reason.SEALED)));
        assertThat(read.name().shown()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aPlaceholderKeepsItsReason(Reason reason) {
        var hidden = new Joined("7", Personal.hidden(reason), null);

        assertThat(JSON.readValue(JSON.writeValueAsString(hidden), Joined.class))
                .isEqualTo(hidden);
    }

    @Test
    void noTextShowsIt() {
        assertThat(JOINED.toString()).doesNotContain("Dara").doesNotContain("false");
        assertThat(JOINED.name().shown()).contains(new Name("Sok Dara"));
    }
}
