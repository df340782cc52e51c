package org.sala.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One process at a time works on a folder. The system releases the lock with the process, however it ends: whoever holds it knows
 * that what else is found running on the folder was left behind.
 */
public final class FolderLock implements AutoCloseable {
    /** The system drops a process's lock when that process closes the file anywhere: what is held here is never opened again. */
    private static final Set<Path> heldHere = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Takes the lock of an existing folder.
     *
     * @throws ServerUnavailable when another process, or another part of this one, has the folder
     */
    public static FolderLock take(Path folder) {
        return tryTake(folder).orElseThrow(() -> new ServerUnavailable(folder + " is in use by " + holder(folder)));
    }

    /** Empty when another process, or another part of this one, has the folder. */
    static Optional<FolderLock> tryTake(Path folder) {
        if (!heldHere.add(folder)) {
            return Optional.empty();
        }
        try {
            var channel = FileChannel.open(file(folder), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                heldHere.remove(folder);
                return Optional.empty();
            }
            channel.truncate(0);
            channel.write(StandardCharsets.US_ASCII.encode(
                    Long.toString(ProcessHandle.current().pid())));
            return Optional.of(new FolderLock(folder, channel));
        } catch (IOException problem) {
            heldHere.remove(folder);
            throw new UncheckedIOException(problem);
        }
    }

    private static String holder(Path folder) {
        if (heldHere.contains(folder)) {
            return "process " + ProcessHandle.current().pid();
        }
        try {
            return "process " + Files.readString(file(folder));
        } catch (IOException unreadable) {
            return "another process";
        }
    }

    private static Path file(Path folder) {
        return folder.resolve("lock");
    }

    @Override
    public void close() {
        try (channel) {
            heldHere.remove(folder);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
