package org.sala.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked from the artifact for this system that lies on the class path. */
record PostgresBinaries(Path folder) {
    private static final Logger log = LoggerFactory.getLogger(PostgresBinaries.class);

    /**
     * Unpacks once for each user and version (the folder's name is the archive's digest) into the user's cache.
     *
     * @param fallback where to unpack when there is no such cache, or when the account can't reach it
     */
    static PostgresBinaries unpacked(ServerAccount account, Path fallback) {
        var parent = account == ServerAccount.NOBODY || !Folders.canMakePrivate(cache()) ? fallback : cache();
        var archive = "/postgres-" + system() + "-" + machine() + ".txz";
        try {
            var unpacked = parent.resolve("postgres-" + digest(archive));
            if (!Files.exists(unpacked)) {
                log.info("Unpacking PostgreSQL into {}", unpacked);
                unpackAtOnce(archive, unpacked);
            }
            return new PostgresBinaries(unpacked);
        } catch (IOException problem) {
            throw new ServerUnavailable(
                    "Can't unpack PostgreSQL into " + parent + ": " + problem.getMessage(), problem);
        }
    }

    private static Path cache() {
        var configured = System.getenv("XDG_CACHE_HOME");
        var home = configured == null || configured.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(configured);
        return home.resolve("sala");
    }

    /** Half an archive is never seen, and of several processes that unpack at the same time any may win. */
    private static void unpackAtOnce(String archive, Path target) throws IOException {
        var partial = Files.createTempDirectory(target.getParent(), "postgres.partial-");
        try {
            unpack(archive, partial);
            Files.setPosixFilePermissions(partial, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException problem) {
            if (!Files.exists(target)) {
                throw problem;
            }
        } finally {
            Folders.delete(partial);
        }
    }

    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    private static void unpack(String archive, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(open(archive))))) {
            TarArchiveEntry entry;
            while ((entry = tar.getNextEntry()) != null) {
                var path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("entry outside its archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                    continue;
                }
                Files.createDirectories(path.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, path);
                    if (entry.getName().contains("bin/")) {
                        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
                    }
                }
            }
        }
    }

    private static String digest(String archive) throws IOException {
        try (var bytes = new DigestInputStream(open(archive), MessageDigest.getInstance("SHA-256"))) {
            bytes.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(bytes.getMessageDigest().digest(), 0, 6);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new AssertionError(everyPlatformHasIt);
        }
    }

    private static InputStream open(String archive) {
        var stream = PostgresBinaries.class.getResourceAsStream(archive);
        if (stream == null) {
            throw new ServerUnavailable("This build holds no PostgreSQL for " + System.getProperty("os.name") + " on "
                    + System.getProperty("os.arch") + ": build it on this system");
        }
        return stream;
    }

    private static String system() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
    }

    private static String machine() {
        return System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
    }
}
