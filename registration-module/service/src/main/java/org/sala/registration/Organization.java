package org.sala.registration;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import org.sala.registration.api.RegistrationCommand.AssignCohort;
import org.sala.registration.api.RegistrationCommand.DeclareTie;
import org.sala.registration.api.RegistrationCommand.EnrolOrganization;
import org.sala.registration.api.RegistrationCommand.ReviseOrganization;
import org.sala.registration.api.RegistrationEvent.OrganizationEvent;

/**
 * An organisation that takes part in a summit. Created where it is missing so that an unknown one is refused by our reason
 * and not by Axon's.
 */
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
    void handle(EnrolOrganization command, RegistrationTables book) {
        tell(state.enrol(command, book), book);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReviseOrganization command, RegistrationTables book) {
        tell(state.revise(command, book), book);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AssignCohort command, RegistrationTables book, Clock clock) {
        tell(state.assign(command, clock.instant()), book);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(DeclareTie command, RegistrationTables book, Clock clock) {
        tell(state.declare(command, book, clock.instant()), book);
    }

    private static void tell(List<OrganizationEvent> events, RegistrationTables book) {
        for (var event : events) {
            book.enter(event);
            apply(event);
        }
    }

    @EventSourcingHandler
    void on(OrganizationEvent event) {
        id = event.organization().toString();
        state = state.evolve(event);
    }
}
