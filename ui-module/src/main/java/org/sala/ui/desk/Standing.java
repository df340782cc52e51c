package org.sala.ui.desk;

import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.SummitId;
import org.sala.ui.shell.Summit;

/** For which day, and in which mode, a desk lets people in. */
record Standing(Summit summit, int day, AttendanceMode mode) {

    SummitId of() {
        return new SummitId(summit.id());
    }
}
