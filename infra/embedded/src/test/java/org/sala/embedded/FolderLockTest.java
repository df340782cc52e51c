package org.sala.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderLockTest {
    @TempDir
    Path folder;

    @Test
    void keepsAnotherProcessOutEvenAfterThisOneAskedTwice() throws Exception {
        try (var _ = FolderLock.take(folder)) {
            assertThrows(ServerUnavailable.class, () -> FolderLock.take(folder));
            assertEquals("in use", lockInAnotherProcess());
        }
        assertEquals("free", lockInAnotherProcess());
    }

    @Test
    void canBeTakenAgainOnceItWasGivenBack() {
        FolderLock.take(folder).close();
        FolderLock.take(folder).close();
    }

    private String lockInAnotherProcess() throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherProcess.class.getName(),
                        folder.toString())
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertTrue(process.waitFor() == 0, said);
        return said;
    }

    static final class OtherProcess {
        private OtherProcess() {}

        public static void main(String[] arguments) {
            System.out.println(FolderLock.tryTake(Path.of(arguments[0])).isPresent() ? "free" : "in use");
        }
    }
}
