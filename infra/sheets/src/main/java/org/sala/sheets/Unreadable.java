package org.sala.sheets;

import java.io.IOException;
import java.nio.file.FileSystemException;
import org.sala.sheets.SheetRefused.Reason;

/** What becomes of a library's exception. Its words may quote what it read: it is told by reason alone. */
final class Unreadable {

    private Unreadable() {}

    /**
     * The refusal that it is.
     *
     * @throws IOException where it is no fault of the file
     */
    static SheetRefused of(Exception e) throws IOException {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SheetRefused refused) {
                return refused;
            }
            if (cause instanceof IOException io && isOfTheDisk(io)) {
                throw io;
            }
        }
        return new SheetRefused(Reason.DAMAGED);
    }

    /** What is more special than these speaks of the file: it is no ZIP, ends too early, has no such characters. */
    private static boolean isOfTheDisk(IOException e) {
        return e.getClass() == IOException.class || e instanceof FileSystemException;
    }
}
