package org.sala.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OptionsTest {
    private static final Path ROOT = Path.of("/checkout");

    @Test
    void withoutAnyTheUsualPortsAndFolderAreTaken() {
        var options = Options.parse(ROOT);
        assertEquals(Ports.USUAL, options.ports());
        assertEquals(Path.of("/checkout/.data"), options.data());
        assertFalse(options.apart());
        assertEquals(Optional.empty(), options.rehearsalSpeed());
    }

    @Test
    void anotherPortMovesAllOthersBesideIt() {
        var ports = Options.parse(ROOT, "--port", "9000").ports();
        assertEquals(9000, ports.of(Application.UI));
        assertEquals(9001, ports.of(Application.REGISTRATION));
        assertEquals(9004, ports.of(Application.FEEDBACK));
        assertEquals(9005, ports.postgres());
        assertEquals(9006, ports.kafka());
    }

    @Test
    void aRehearsalHasASpeedOfItsOwn() {
        assertEquals(
                Optional.of(Options.REHEARSAL_SPEED),
                Options.parse(ROOT, "--rehearse").rehearsalSpeed());
        assertEquals(
                Optional.of(60.0),
                Options.parse(ROOT, "--rehearse", "--speed", "60").rehearsalSpeed());
    }

    @Test
    void oneApplicationCanBeStartedAlone() {
        var options = Options.parse(ROOT, "--apart", "--only", "sessions");
        assertTrue(options.apart());
        assertEquals(Optional.of(Application.SESSIONS), options.only());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --prot 9000 | Unknown option --prot: --help lists what there is
                    --port | --port needs a value after it
                    --port 0 | --port takes a number from 1 to 65529, not 0
                    --port 65530 | --port takes a number from 1 to 65529, not 65530
                    --port many | --port takes a number from 1 to 65529, not many
                    --speed 60 | --speed is the speed of --rehearse: give both
                    --rehearse --speed 0 | --speed takes how many times faster than life to play, such as 60, not 0
                    --rehearse --speed NaN | --speed takes how many times faster than life to play, such as 60, not NaN
                    --only sessions | --only starts one application of a platform that runs --apart: give both
                    --apart --only nothing | --only takes one of ui, registration, sessions, marketplace, feedback, not nothing
                    --apart --only ui --rehearse | --rehearse plays on the whole platform: leave --only out
                    """)
    void whatMakesNoSenseIsSaidInOneLine(String arguments, String message) {
        var refused = assertThrows(Options.InvalidOption.class, () -> Options.parse(ROOT, arguments.split(" ")));
        assertEquals(message, refused.getMessage());
    }
}
