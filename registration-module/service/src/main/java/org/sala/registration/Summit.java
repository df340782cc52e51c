package org.sala.registration;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import org.sala.registration.api.RegistrationCommand.AnnounceSummit;
import org.sala.registration.api.RegistrationEvent.SummitAnnounced;
import org.sala.registration.api.RegistrationEvent.SummitEvent;

/** A summit: its days, its seats and the text that people consent to. */
class Summit {

    // read by Axon
    @SuppressWarnings("UnusedVariable")
    @AggregateIdentifier
    private @Nullable String id;

    private SummitState state = new SummitState.Unheard();

    /** For Axon, which makes a summit and then tells it its events. */
    Summit() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AnnounceSummit command, RegistrationBook book) {
        for (var event : state.announce(command)) {
            switch (event) {
                case SummitAnnounced announced -> book.enter(announced);
            }
            apply(event);
        }
    }

    @EventSourcingHandler
    void on(SummitEvent event) {
        id = event.summit().toString();
        state = state.evolve(event);
    }
}
