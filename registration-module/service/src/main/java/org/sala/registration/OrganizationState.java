package org.sala.registration;

import java.util.List;
import org.sala.registration.api.RegistrationCommand.EnrolOrganization;
import org.sala.registration.api.RegistrationEvent.OrganizationEnrolled;
import org.sala.registration.api.RegistrationEvent.OrganizationEvent;
import org.sala.registration.api.RegistrationRejected;
import org.sala.registration.api.RegistrationRejected.Reason;

/** What an organisation has been told so far. */
sealed interface OrganizationState {

    /** It takes part in nothing yet. */
    record Unknown() implements OrganizationState {}

    /** It belongs to a summit. */
    record Enrolled(OrganizationEnrolled as) implements OrganizationState {}

    default List<OrganizationEvent> enrol(EnrolOrganization command, RegistrationBook book) {
        var enrolled = new OrganizationEnrolled(
                command.organization(),
                command.summit(),
                command.name(),
                command.kind(),
                command.size(),
                command.province(),
                command.cohort(),
                command.workingLanguage(),
                command.sectors());
        return switch (this) {
            case Unknown _ -> {
                if (book.summit(command.summit()).isEmpty()) {
                    throw new RegistrationRejected(Reason.SUMMIT_UNKNOWN);
                }
                yield List.of(enrolled);
            }
            case Enrolled(var before) when before.equals(enrolled) -> List.of();
            case Enrolled _ -> throw new RegistrationRejected(Reason.ID_TAKEN);
        };
    }

    default OrganizationState evolve(OrganizationEvent event) {
        return switch (event) {
            case OrganizationEnrolled enrolled -> new Enrolled(enrolled);
        };
    }
}
