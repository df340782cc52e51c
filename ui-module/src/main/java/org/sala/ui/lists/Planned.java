package org.sala.ui.lists;

import java.util.List;
import org.sala.registration.api.RegistrationCommand;

/**
 * What becomes of a row.
 *
 * @param row as a spreadsheet counts them
 * @param name of the person or organisation, as the list has it
 * @param organization as the list has it; empty where it has none
 * @param remarks why, or what changes
 * @param commands what is sent, in this order; none unless the row is new or changed
 */
record Planned(
        int row,
        Kind kind,
        String name,
        String organization,
        List<Remark> remarks,
        List<RegistrationCommand> commands) {

    /** How a row stands against what is registered. */
    enum Kind {
        NEW,
        CHANGED,
        SAME,
        /** Of somebody whom the list has already, or who is registered and isn't to be touched. */
        DUPLICATE,
        REFUSED
    }

    Planned {
        remarks = List.copyOf(remarks);
        commands = List.copyOf(commands);
    }

    /** Shows nothing of whoever it is. */
    @Override
    public String toString() {
        return "Planned[row " + row + ", " + kind + "]";
    }
}
