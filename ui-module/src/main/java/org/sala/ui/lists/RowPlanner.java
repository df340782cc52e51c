package org.sala.ui.lists;

import java.util.List;
import org.sala.registration.api.RegistrationCommand.EnrolOrganization;
import org.sala.sheets.Row;

/** Plans rows of one list, some at a time, in their order. */
interface RowPlanner {

    /** How many rows it likes to have at once. */
    int AT_ONCE = 500;

    List<Planned> plan(List<Row> rows);

    /** Organisations that were named and aren't enrolled, in the order of the list. */
    List<Plan.Missing> missing();

    /** Which of them are enrolled before. */
    List<EnrolOrganization> enrolling();

    /** Days for which more seats were asked than are left. */
    List<Plan.Shortage> shortages();
}
