package org.sala.registration;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import org.sala.registration.api.RegistrationCommand.CheckInParticipant;
import org.sala.registration.api.RegistrationCommand.DisclosePersonalData;
import org.sala.registration.api.RegistrationCommand.EraseParticipant;
import org.sala.registration.api.RegistrationCommand.ForgetPersonalData;
import org.sala.registration.api.RegistrationCommand.RegisterParticipant;
import org.sala.registration.api.RegistrationEvent.ParticipantEvent;

/** A person at one summit: registered, and here or not, day by day. */
class Participant {

    // read by Axon
    @SuppressWarnings("UnusedVariable")
    @AggregateIdentifier
    private @Nullable String id;

    private ParticipantState state = new ParticipantState.Nobody();
    private Holdings holdings = Holdings.NONE;

    /** For Axon, which makes a participant and then tells it its events. */
    Participant() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RegisterParticipant command, RegistrationBook book, ContactKeys keys) {
        state.register(command, book, keys).forEach(event -> apply(event));
    }

    /** Created where it is missing so that nobody is refused by our reason and not by Axon's. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(CheckInParticipant command, Clock clock) {
        state.checkIn(command, clock.instant()).forEach(event -> apply(event));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(EraseParticipant command, RegistrationBook book, Clock clock) {
        state.erase(command, book, clock.instant()).forEach(event -> apply(event));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ForgetPersonalData command, RegistrationBook book, Clock clock) {
        holdings.forget(command, book, clock.instant()).forEach(event -> apply(event));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(DisclosePersonalData command, Clock clock) {
        holdings.disclose(command, clock.instant()).forEach(event -> apply(event));
    }

    @EventSourcingHandler
    void on(ParticipantEvent event) {
        id = event.participant().toString();
        state = state.evolve(event);
        holdings = holdings.evolve(event);
    }
}
