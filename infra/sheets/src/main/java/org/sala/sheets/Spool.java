package org.sala.sheets;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sala.sheets.SheetRefused.Reason;

/** What came in, in a temporary file. */
record Spool(Path file) implements AutoCloseable {

    /** Takes in no more than a limit lets through. */
    static Spool of(InputStream in, long mostBytes) throws IOException {
        var spool = new Spool(Files.createTempFile("sheet", null));
        try (var out = Files.newOutputStream(spool.file)) {
            copy(in, out, mostBytes);
        } catch (IOException | RuntimeException e) {
            spool.close();
            throw e;
        }
        return spool;
    }

    private static void copy(InputStream in, OutputStream out, long mostBytes) throws IOException {
        var buffer = new byte[1 << 16];
        var all = 0L;
        for (var some = in.read(buffer); some >= 0; some = in.read(buffer)) {
            all += some;
            if (all > mostBytes) {
                throw new SheetRefused(Reason.TOO_LARGE);
            }
            out.write(buffer, 0, some);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
