package org.sala.registration;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sala.registration.api.DisclosureId;
import org.sala.registration.api.RegistrationCommand.AnnounceSummit;
import org.sala.registration.api.RegistrationCommand.CloseRegistration;
import org.sala.registration.api.RegistrationCommand.CloseSummit;
import org.sala.registration.api.RegistrationCommand.NoteContactsTaken;
import org.sala.registration.api.RegistrationCommand.OpenRegistration;
import org.sala.registration.api.RegistrationCommand.ReviseSummit;
import org.sala.registration.api.RegistrationEvent.ContactsTaken;
import org.sala.registration.api.RegistrationEvent.RegistrationClosed;
import org.sala.registration.api.RegistrationEvent.RegistrationOpened;
import org.sala.registration.api.RegistrationEvent.SummitAnnounced;
import org.sala.registration.api.RegistrationEvent.SummitClosed;
import org.sala.registration.api.RegistrationEvent.SummitEvent;
import org.sala.registration.api.RegistrationEvent.SummitRevised;
import org.sala.registration.api.RegistrationRejected;
import org.sala.registration.api.RegistrationRejected.Reason;
import org.sala.registration.seats.Seats;

/** What a summit has been told so far. */
sealed interface SummitState {

    /** Nobody has spoken of it. */
    record Unheard() implements SummitState {}

    /**
     * It will be held.
     *
     * @param first as it was announced
     * @param as how it is now
     * @param window absent while people don't register by themselves
     */
    record Announced(
            SummitAnnounced first,
            SummitRevised as,
            @Nullable Window window) implements SummitState {}

    /** It is over. */
    record Closed(SummitAnnounced first) implements SummitState {}

    /** People may register by themselves, until then or until somebody ends it. */
    record Window(@Nullable Instant until) {}

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
            case Announced(var first, var _, var _) -> repeated(first, announced);
            case Closed(var first) -> repeated(first, announced);
        };
    }

    private static List<SummitEvent> repeated(SummitAnnounced first, SummitAnnounced announced) {
        if (first.equals(announced)) {
            return List.of();
        }
        throw new RegistrationRejected(Reason.ID_TAKEN);
    }

    default List<SummitEvent> revise(ReviseSummit command, Seats seats) {
        var revised = new SummitRevised(
                command.summit(),
                command.title(),
                command.zone(),
                command.days(),
                command.consentVersion(),
                command.consentText());
        var announced = announced();
        if (announced.as().equals(revised)) {
            return List.of();
        }
        RegistrationPolicies.nobodyLosesASeat(command.days(), seats.locked(command.summit()));
        return List.of(revised);
    }

    default List<SummitEvent> open(OpenRegistration command, Instant now) {
        var announced = announced();
        var window = new Window(command.until());
        if (window.equals(announced.window())) {
            return List.of();
        }
        if (command.until() != null && !command.until().isAfter(now)) {
            throw new RegistrationRejected(Reason.MALFORMED, Map.of("field", "until"));
        }
        return List.of(new RegistrationOpened(command.summit(), command.until(), now));
    }

    default List<SummitEvent> close(CloseRegistration command, Instant now) {
        return switch (this) {
            case Unheard _ -> throw new RegistrationRejected(Reason.SUMMIT_UNKNOWN);
            case Announced(var _, var _, var window) ->
                window == null ? List.of() : List.of(new RegistrationClosed(command.summit(), now));
            case Closed _ -> List.of();
        };
    }

    default List<SummitEvent> close(CloseSummit command, Instant now) {
        return switch (this) {
            case Unheard _ -> throw new RegistrationRejected(Reason.SUMMIT_UNKNOWN);
            case Announced _ -> List.of(new SummitClosed(command.summit(), now));
            case Closed _ -> List.of();
        };
    }

    /** Also of a summit that is over: its lists are there still. */
    default List<SummitEvent> note(NoteContactsTaken command, Set<DisclosureId> noted, Instant now) {
        return switch (this) {
            case Unheard _ -> throw new RegistrationRejected(Reason.SUMMIT_UNKNOWN);
            case Announced _, Closed _ ->
                noted.contains(command.disclosure())
                        ? List.of()
                        : List.of(new ContactsTaken(command.summit(), command.disclosure(), command.people(), now));
        };
    }

    private Announced announced() {
        return switch (this) {
            case Unheard _ -> throw new RegistrationRejected(Reason.SUMMIT_UNKNOWN);
            case Announced announced -> announced;
            case Closed _ -> throw new RegistrationRejected(Reason.SUMMIT_CLOSED);
        };
    }

    default SummitState evolve(SummitEvent event) {
        return switch (event) {
            case SummitAnnounced announced ->
                new Announced(
                        announced,
                        new SummitRevised(
                                announced.summit(),
                                announced.title(),
                                announced.zone(),
                                announced.days(),
                                announced.consentVersion(),
                                announced.consentText()),
                        null);
            case SummitRevised revised ->
                this instanceof Announced(var first, var _, var window) ? new Announced(first, revised, window) : this;
            case RegistrationOpened opened -> with(new Window(opened.until()));
            case RegistrationClosed _ -> with(null);
            case SummitClosed _ ->
                switch (this) {
                    case Announced(var first, var _, var _) -> new Closed(first);
                    case Unheard _, Closed _ -> this;
                };
            case ContactsTaken _ -> this;
        };
    }

    private SummitState with(@Nullable Window window) {
        return this instanceof Announced(var first, var as, var _) ? new Announced(first, as, window) : this;
    }
}
