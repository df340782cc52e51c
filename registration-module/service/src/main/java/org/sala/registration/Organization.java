package org.sala.registration;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import org.sala.registration.api.RegistrationCommand.EnrolOrganization;
import org.sala.registration.api.RegistrationEvent.OrganizationEnrolled;
import org.sala.registration.api.RegistrationEvent.OrganizationEvent;

/** An organisation that takes part in a summit. */
class Organization {

    // read by Axon
    @SuppressWarnings("UnusedVariable")
    @AggregateIdentifier
    private @Nullable String id;

    private OrganizationState state = new OrganizationState.Unknown();

    /** For Axon, which makes an organisation and then tells it its events. */
    Organization() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(EnrolOrganization command, RegistrationBook book) {
        for (var event : state.enrol(command, book)) {
            switch (event) {
                case OrganizationEnrolled enrolled -> book.enter(enrolled);
            }
            apply(event);
        }
    }

    @EventSourcingHandler
    void on(OrganizationEvent event) {
        id = event.organization().toString();
        state = state.evolve(event);
    }
}
