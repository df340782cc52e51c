package org.sala.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sala.benchmarks.bars.Effort;

class OptionsTest {

    @Test
    void whoAsksForNothingGetsTheWholeTable() {
        assertThat(Options.of().effort()).isEqualTo(Effort.WHOLE);
        assertThat(Options.of().only()).isEmpty();
        assertThat(Options.of().record()).isEmpty();
    }

    @Test
    void whatIsAskedForIsTaken() {
        var options = Options.of("--rounds", "7", "--seconds", "2", "--only", "append");
        assertThat(options.effort()).isEqualTo(new Effort(7, Duration.ofSeconds(2), 1));
        assertThat(options.only()).isEqualTo("append");
        assertThat(Options.of("--record", "a.md").record()).contains(Path.of("a.md"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--unknown",
                "--rounds",
                "--rounds many",
                "--rounds 0",
                "--seconds 0",
                "--record a.md --quick",
                "--only append --record a.md"
            })
    void whatMakesNoSenseIsRefused(String arguments) {
        assertThatThrownBy(() -> Options.of(arguments.split(" "))).isInstanceOf(IllegalArgumentException.class);
    }
}
