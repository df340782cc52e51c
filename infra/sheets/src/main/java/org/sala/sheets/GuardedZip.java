package org.sala.sheets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.poi.openxml4j.util.ZipEntrySource;
import org.jspecify.annotations.Nullable;
import org.sala.sheets.SheetRefused.Reason;

/**
 * The parts of an XLSX, unpacked no further than the limits. POI's own guard ({@code ZipSecureFile}) is set for the whole
 * JVM and minds each part by itself; this one minds each file, and what POI reads whole into memory.
 */
final class GuardedZip implements ZipEntrySource {

    private static final int MOST_PARTS = 1000;
    private static final long FREE = 1 << 20;

    /** Of content types, relations and properties together, of which POI makes trees. */
    private static final long MOST_BYTES_OF_TREES = 4 << 20;

    private final ZipFile zip;
    private final Limits limits;
    private final Map<String, ZipArchiveEntry> entries = new LinkedHashMap<>();
    private long unpacked;
    private boolean closed;

    private GuardedZip(ZipFile zip, Limits limits) throws IOException {
        this.zip = zip;
        this.limits = limits;
        for (var entry : Collections.list(zip.entries())) {
            entries.put(key(entry.getName()), new ZipArchiveEntry(entry));
        }
    }

    static GuardedZip open(Path file, Limits limits) throws IOException {
        var zip = new ZipFile(file.toFile());
        if (zip.size() > MOST_PARTS) {
            zip.close();
            throw new SheetRefused(Reason.UNPACKS_TOO_LARGE);
        }
        try {
            var guarded = new GuardedZip(zip, limits);
            guarded.readTrees();
            return guarded;
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    /** What POI makes trees of is read before it does: it would pass over some faults, and log others with their text. */
    private void readTrees() throws IOException {
        for (var entry : entries.entrySet()) {
            if (isReadWhole(entry.getKey())) {
                try (var xml = XmlPart.of(getInputStream(entry.getValue()))) {
                    while (xml.next()) {
                        if (unpacked > MOST_BYTES_OF_TREES) {
                            throw new SheetRefused(Reason.UNPACKS_TOO_LARGE);
                        }
                    }
                }
            }
        }
    }

    /** Some writers use other capitals, or Windows' slashes, in relations than in names. */
    private static String key(String name) {
        return name.replace('\\', '/').toLowerCase(Locale.ROOT);
    }

    @Override
    public Enumeration<? extends ZipArchiveEntry> getEntries() {
        return Collections.enumeration(entries.values());
    }

    @Override
    public @Nullable ZipArchiveEntry getEntry(String path) {
        return entries.get(key(path));
    }

    @Override
    public InputStream getInputStream(ZipArchiveEntry entry) throws IOException {
        return new Guarded(zip.getInputStream((ZipEntry) entry), entry);
    }

    @Override
    public void close() throws IOException {
        closed = true;
        zip.close();
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    private static boolean isReadWhole(String name) {
        return name.equals("[content_types].xml")
                || name.endsWith(".rels")
                || (name.startsWith("docprops/") && name.endsWith(".xml"));
    }

    private final class Guarded extends CountedStream {

        private final long most;
        private long before;

        Guarded(InputStream in, ZipArchiveEntry entry) {
            super(in);
            this.most = Math.max(FREE, limits.ratio() * entry.getCompressedSize());
        }

        @Override
        void counted(long all) {
            unpacked += all - before;
            before = all;
            if (all > most || unpacked > limits.unpackedBytes()) {
                throw new SheetRefused(Reason.UNPACKS_TOO_LARGE);
            }
        }
    }
}
