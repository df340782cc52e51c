package org.sala.registration;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import org.sala.registration.api.DisclosureId;
import org.sala.registration.api.RegistrationCommand.AnnounceSummit;
import org.sala.registration.api.RegistrationCommand.CloseRegistration;
import org.sala.registration.api.RegistrationCommand.CloseSummit;
import org.sala.registration.api.RegistrationCommand.NoteContactsTaken;
import org.sala.registration.api.RegistrationCommand.OpenRegistration;
import org.sala.registration.api.RegistrationCommand.ReviseSummit;
import org.sala.registration.api.RegistrationEvent.ContactsTaken;
import org.sala.registration.api.RegistrationEvent.SummitEvent;

/**
 * A summit: its days, its seats, the text that people consent to, and when they may register. Created where it is missing
 * so that an unknown one is refused by our reason and not by Axon's.
 */
class Summit {

    // read by Axon
    @SuppressWarnings("UnusedVariable")
    @AggregateIdentifier
    private @Nullable String id;

    private SummitState state = new SummitState.Unheard();
    /** Lists with contacts that were given out. */
    private final Set<DisclosureId> noted = new HashSet<>();

    /** For Axon, which makes a summit and then tells it its events. */
    Summit() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AnnounceSummit command, RegistrationTables book) {
        tell(state.announce(command), book);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReviseSummit command, RegistrationTables book) {
        tell(state.revise(command, book.seats()), book);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(OpenRegistration command, RegistrationTables book, Clock clock) {
        tell(state.open(command, clock.instant()), book);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(CloseRegistration command, RegistrationTables book, Clock clock) {
        tell(state.close(command, clock.instant()), book);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(CloseSummit command, RegistrationTables book, Clock clock) {
        tell(state.close(command, clock.instant()), book);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(NoteContactsTaken command, RegistrationTables book, Clock clock) {
        tell(state.note(command, noted, clock.instant()), book);
    }

    private static void tell(List<SummitEvent> events, RegistrationTables book) {
        for (var event : events) {
            book.enter(event);
            apply(event);
        }
    }

    @EventSourcingHandler
    void on(SummitEvent event) {
        id = event.summit().toString();
        state = state.evolve(event);
        if (event instanceof ContactsTaken taken) {
            noted.add(taken.disclosure());
        }
    }
}
