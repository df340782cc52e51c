package org.sala.ports;

import java.sql.SQLException;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * A fault in one line that an engineer can begin with: types and places, no messages, since those of databases and
 * parsers quote what they choked on, which may be about a person.
 */
public final class FaultTrace {

    private static final int DEEPEST = 8;

    private FaultTrace() {}

    /** Of a fault and what caused it, eight deep at the most. */
    public static String of(Throwable fault) {
        var line = new StringJoiner(" caused by ");
        @Nullable Throwable cause = fault;
        for (var depth = 0; cause != null && depth < DEEPEST; depth++) {
            line.add(name(cause) + place(cause));
            cause = cause.getCause();
        }
        return line.toString();
    }

    private static String name(Throwable fault) {
        return fault instanceof SQLException database
                ? fault.getClass().getName() + " " + database.getSQLState()
                : fault.getClass().getName();
    }

    /** The innermost place in our own code, else where it was thrown. */
    private static String place(Throwable fault) {
        var trace = fault.getStackTrace();
        for (var frame : trace) {
            if (frame.getClassName().startsWith("org.sala.")) {
                return " at " + frame;
            }
        }
        return trace.length == 0 ? "" : " at " + trace[0];
    }
}
