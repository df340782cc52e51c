package org.sala.ui.lists;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Where lists lie while they are worked on: a folder of this process, in files that only its owner may read. A process
 * holds a lock in its folder, so that the next start finds and deletes what a crash left, and nobody else's.
 */
@Component
class ListFolder implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ListFolder.class);
    private static final String LOCK = "in-use";

    private final Path folder;
    private final FileChannel channel;
    private final FileLock lock;

    ListFolder(ListSettings settings) throws IOException {
        var all = settings.folder();
        Files.createDirectories(all, ownersAlone("rwx------"));
        deleteLeftovers(all);
        folder = Files.createDirectory(all.resolve(UUID.randomUUID().toString()), ownersAlone("rwx------"));
        channel = FileChannel.open(
                Files.createFile(folder.resolve(LOCK), ownersAlone("rw-------")), StandardOpenOption.WRITE);
        lock = channel.lock();
    }

    /** A new empty file of its owner's alone. */
    Path newFile() {
        try {
            return Files.createFile(folder.resolve(UUID.randomUUID().toString()), ownersAlone("rw-------"));
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException held) {
            // at the latest it goes with the folder
            LOG.warn(
                    "A list's file could not be deleted yet: {}",
                    held.getClass().getSimpleName());
        }
    }

    private static FileAttribute<?>[] ownersAlone(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static void deleteLeftovers(Path all) throws IOException {
        try (var folders = Files.newDirectoryStream(all, Files::isDirectory)) {
            for (var left : folders) {
                if (!isInUse(left)) {
                    deleteAll(left);
                    LOG.info("Deleted lists that an earlier run had left behind");
                }
            }
        }
    }

    private static boolean isInUse(Path folder) throws IOException {
        var lock = folder.resolve(LOCK);
        if (!Files.exists(lock)) {
            return false;
        }
        try (var channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                var taken = channel.tryLock()) {
            return taken == null;
        } catch (OverlappingFileLockException ofThisProcess) {
            return true;
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Override
    public void destroy() throws IOException {
        lock.close();
        channel.close();
        deleteAll(folder);
    }
}
