package org.sala.ui.lists;

import java.util.List;
import java.util.Optional;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.OrganizationKind;
import org.sala.registration.api.OrganizationSize;
import org.sala.registration.api.RegistrationCommand.EnrolOrganization;

/**
 * What a dry run found.
 *
 * @param headings of the list
 * @param missing organisations that the list names and that aren't enrolled
 * @param shortages days for which the list asks for more seats than are left
 * @param enrolling organisations that are enrolled before anybody of theirs is registered
 */
record Plan(
        PlanFile rows,
        Choices choices,
        List<String> headings,
        List<Missing> missing,
        List<Shortage> shortages,
        List<EnrolOrganization> enrolling) {

    Plan {
        headings = List.copyOf(headings);
        missing = List.copyOf(missing);
        shortages = List.copyOf(shortages);
        enrolling = List.copyOf(enrolling);
    }

    /**
     * An organisation that isn't enrolled.
     *
     * @param name as the list has it first
     * @param people how many rows name it
     * @param row the first of them
     * @param like an enrolled one whose name is nearly the same
     */
    record Missing(
            String name,
            int people,
            int row,
            Optional<OrganizationKind> kind,
            Optional<OrganizationSize> size,
            Optional<String> province,
            Optional<Organization> like) {}

    /** Fewer seats than the list asks for. */
    record Shortage(int day, AttendanceMode mode, int left, int wanted) {}

    /** How many rows would be sent. */
    int good() {
        return rows.count(Planned.Kind.NEW) + rows.count(Planned.Kind.CHANGED);
    }
}
