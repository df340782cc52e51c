package org.sala.ui.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BrakeTest {

    private Instant now = Instant.parse("2022-05-30T00:00:00Z");
    private final Brake brake = new Brake(3, Duration.ofSeconds(10), () -> now);

    @Test
    void whoAsksTooMuchWaitsAndOthersDoNot() {
        for (var i = 0; i < 3; i++) {
            assertThat(brake.holds("192.0.2.1")).isFalse();
            brake.spend("192.0.2.1", 1);
        }
        assertThat(brake.holds("192.0.2.1")).isTrue();
        assertThat(brake.holds("192.0.2.2")).isFalse();
    }

    @Test
    void withTimeMoreCanBeAsked() {
        brake.spend("192.0.2.1", 6);
        assertThat(brake.holds("192.0.2.1")).isTrue();
        now = now.plusSeconds(10);
        assertThat(brake.holds("192.0.2.1")).isFalse();
        brake.spend("192.0.2.1", 1);
        assertThat(brake.holds("192.0.2.1")).isTrue();
        now = now.plusSeconds(3600);
        brake.spend("192.0.2.1", 3);
        assertThat(brake.holds("192.0.2.1")).isTrue();
    }

    @Test
    void theAddressesOfOneHouseholdCountTogether() {
        brake.spend("2001:db8:1:2::1", 3);
        assertThat(brake.holds("2001:db8:1:2:ffff::9")).isTrue();
        assertThat(brake.holds("2001:db8:1:3::1")).isFalse();
    }
}
