package org.sala.ui.lists;

import org.sala.sheets.Place;
import org.sala.sheets.SheetRefused;

/** How far the work on a list is. */
sealed interface Stage {

    /** Columns are to be looked over. */
    record Choosing() implements Stage {}

    /** The dry run reads. */
    record Looking(int rows, double share) implements Stage {}

    /** The dry run is there to be looked at. */
    record Looked(Plan plan) implements Stage {}

    /** Rows are sent. */
    record Importing(Plan plan, Sending sending) implements Stage {}

    /** Nothing is sent any more. */
    record Ended(Plan plan, Sending sending, How how) implements Stage {}

    /** The file can't be read; nothing of it was kept. */
    record Unreadable(SheetRefused.Reason reason, Place place) implements Stage {}

    /** Registration couldn't be asked, or said no to the whole list; the columns are as they were. */
    record Unasked(Remark why) implements Stage {}

    /** How sending ended. */
    enum How {
        DONE,
        CANCELLED,
        /** Registration couldn't be asked any more: what is left can be sent later. */
        STOPPED
    }
}
