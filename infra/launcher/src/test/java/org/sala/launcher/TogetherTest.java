package org.sala.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.registration.api.SummitId;

final class TogetherTest {
    private static final int PORT = RunningLauncher.freePorts();

    @TempDir
    Path data;

    @Test
    void whatWasDecidedIsSeenAndSurvivesAStopAndAKill() throws Exception {
        SummitId first;
        SummitId second;
        try (var launcher = RunningLauncher.ready(data, PORT)) {
            first = new Asking(launcher).announce("Before the stop");
            Eventually.holds("the page knows the summit", () -> pageKnows(launcher, first));
            assertTrue(launcher.said().contains("First sign-in"), launcher.said());
            assertFalse(Files.exists(launcher.settings().data().firstPasswords()), "shown once, then forgotten");
            assertSecondStartRefuses(launcher);
            launcher.stop();
            assertTrue(launcher.said().endsWith("Stopped."), launcher.said());
        }
        try (var launcher = RunningLauncher.ready(data, PORT)) {
            assertTrue(pageKnows(launcher, first), "it is there at once after a stop");
            assertFalse(launcher.said().contains("First sign-in"), launcher.said());
            second = new Asking(launcher).announce("Just before the kill");
            launcher.kill();
        }
        try (var launcher = RunningLauncher.ready(data, PORT)) {
            Eventually.holds("the page knows what was decided before the kill", () -> pageKnows(launcher, second));
            assertTrue(pageKnows(launcher, first));
        }
    }

    private void assertSecondStartRefuses(RunningLauncher first) throws IOException, InterruptedException {
        try (var second = RunningLauncher.started(data, PORT)) {
            assertEquals(1, second.exitCode());
            assertEquals(data + " is in use by process " + first.pid(), second.said());
        }
    }

    @Test
    void aTakenPortIsSaidInOneLine() throws Exception {
        try (var _ = new ServerSocket(PORT + 2, 1, InetAddress.getLoopbackAddress());
                var launcher = RunningLauncher.started(data, PORT)) {
            assertEquals(1, launcher.exitCode());
            assertEquals(
                    "Port " + (PORT + 2)
                            + " for sessions is taken: stop what listens there, or choose others with --port",
                    launcher.said());
        }
    }

    @Test
    void anOptionThatMakesNoSenseIsSaidInOneLine() throws Exception {
        try (var launcher = RunningLauncher.started(data, PORT, "--prot")) {
            assertEquals(2, launcher.exitCode());
            assertEquals("Unknown option --prot: --help lists what there is", launcher.said());
        }
    }

    private static boolean pageKnows(RunningLauncher launcher, SummitId summit) throws SQLException {
        try (var page = launcher.database(Application.UI);
                var query = page.prepareStatement("SELECT 1 FROM summit WHERE id = ?")) {
            query.setObject(1, summit.value());
            try (var rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }
}
