package org.sala.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * One process at a time works on a folder. The system releases the lock with the process, however it ends: whoever holds it knows
 * that what else is found running on the folder was left behind.
 */
public final class FolderLock implements AutoCloseable {
    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws ServerUnavailable when another process has the folder */
    public static FolderLock take(Path folder) {
        return tryTake(folder).orElseThrow(() -> new ServerUnavailable(folder + " is in use by " + holder(folder)));
    }

    /** Empty when another process, or this one, has the folder. */
    static Optional<FolderLock> tryTake(Path folder) {
        try {
            var channel = FileChannel.open(file(folder), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!lock(channel)) {
                channel.close();
                return Optional.empty();
            }
            channel.truncate(0);
            channel.write(StandardCharsets.US_ASCII.encode(
                    Long.toString(ProcessHandle.current().pid())));
            return Optional.of(new FolderLock(channel));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    private static String holder(Path folder) {
        try (var channel = FileChannel.open(file(folder), StandardOpenOption.READ)) {
            var pid = ByteBuffer.allocate(20);
            channel.read(pid);
            return "process " + StandardCharsets.US_ASCII.decode(pid.flip());
        } catch (IOException unreadable) {
            return "another process";
        }
    }

    private static Path file(Path folder) {
        return folder.resolve("lock");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
