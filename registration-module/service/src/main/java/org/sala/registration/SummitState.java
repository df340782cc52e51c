package org.sala.registration;

import java.util.List;
import org.sala.registration.api.RegistrationCommand.AnnounceSummit;
import org.sala.registration.api.RegistrationEvent.SummitAnnounced;
import org.sala.registration.api.RegistrationEvent.SummitEvent;
import org.sala.registration.api.RegistrationRejected;
import org.sala.registration.api.RegistrationRejected.Reason;

/** What a summit has been told so far. */
sealed interface SummitState {

    /** Nobody has spoken of it. */
    record Unheard() implements SummitState {}

    /** It will be held. */
    record Announced(SummitAnnounced as) implements SummitState {}

    default List<SummitEvent> announce(AnnounceSummit command) {
        var announced = new SummitAnnounced(
                command.summit(),
                command.title(),
                command.zone(),
                command.days(),
                command.consentVersion(),
                command.consentText());
        return switch (this) {
            case Unheard _ -> List.of(announced);
            case Announced(var before) when before.equals(announced) -> List.of();
            case Announced _ -> throw new RegistrationRejected(Reason.ID_TAKEN);
        };
    }

    default SummitState evolve(SummitEvent event) {
        return switch (event) {
            case SummitAnnounced announced -> new Announced(announced);
        };
    }
}
