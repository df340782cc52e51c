package org.sala.registration;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import org.sala.eventing.Provenance;
import org.sala.ports.Role;
import org.sala.registration.ParticipantState.Cancelled;
import org.sala.registration.ParticipantState.Erased;
import org.sala.registration.ParticipantState.Merged;
import org.sala.registration.ParticipantState.Nobody;
import org.sala.registration.ParticipantState.Registered;
import org.sala.registration.api.RegistrationCommand.AddDay;
import org.sala.registration.api.RegistrationCommand.CancelRegistration;
import org.sala.registration.api.RegistrationCommand.ChangeAttendanceMode;
import org.sala.registration.api.RegistrationCommand.CheckInParticipant;
import org.sala.registration.api.RegistrationCommand.CheckOutParticipant;
import org.sala.registration.api.RegistrationCommand.DisclosePersonalData;
import org.sala.registration.api.RegistrationCommand.DismissDuplicate;
import org.sala.registration.api.RegistrationCommand.DropDay;
import org.sala.registration.api.RegistrationCommand.EraseParticipant;
import org.sala.registration.api.RegistrationCommand.ForgetPersonalData;
import org.sala.registration.api.RegistrationCommand.GiveConsent;
import org.sala.registration.api.RegistrationCommand.IssueBadge;
import org.sala.registration.api.RegistrationCommand.IssueTicket;
import org.sala.registration.api.RegistrationCommand.MergeDuplicate;
import org.sala.registration.api.RegistrationCommand.RecordScan;
import org.sala.registration.api.RegistrationCommand.RegisterParticipant;
import org.sala.registration.api.RegistrationCommand.RegisterWalkIn;
import org.sala.registration.api.RegistrationCommand.ReinstateRegistration;
import org.sala.registration.api.RegistrationCommand.ResolveCheckIn;
import org.sala.registration.api.RegistrationCommand.ReviseParticipant;
import org.sala.registration.api.RegistrationCommand.RevokeBadge;
import org.sala.registration.api.RegistrationCommand.WithdrawConsent;
import org.sala.registration.api.RegistrationEvent.ParticipantEvent;
import org.sala.registration.people.People;

/**
 * A person at one summit: registered or waiting, and here or not, day by day. Created where it is missing so that an
 * unknown one is refused by our reason and not by Axon's.
 */
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
    void handle(RegisterParticipant command, RegistrationTables book, Clock clock, MetaData provenance) {
        var asked = asked(clock, provenance);
        tell(state.register(command, book, asked), book, asked);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RegisterWalkIn command, RegistrationTables book, Clock clock, MetaData provenance) {
        var asked = asked(clock, provenance);
        tell(state.register(command, book, asked), book, asked);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReviseParticipant command, RegistrationTables book, Clock clock, MetaData provenance) {
        var asked = asked(clock, provenance);
        holdings.mayBeSaidAnew(command);
        tell(Days.revise(state.present(), command, book, asked), book, asked);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AddDay command, RegistrationTables book, Clock clock, MetaData provenance) {
        var asked = asked(clock, provenance);
        tell(Days.add(state.present(), command, book, asked), book, asked);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(DropDay command, RegistrationTables book, Clock clock, MetaData provenance) {
        var asked = asked(clock, provenance);
        tell(Days.drop(state.present(), command, book, asked), book, asked);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ChangeAttendanceMode command, RegistrationTables book, Clock clock, MetaData provenance) {
        var asked = asked(clock, provenance);
        tell(Days.change(state.present(), command, book, asked), book, asked);
    }

    /** By now they may have left, or be somebody else's second registration: then there is nothing to give. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(PromoteParticipant command, RegistrationTables book, Clock clock, MetaData provenance) {
        var asked = asked(clock, provenance);
        tell(
                state instanceof Registered(var as, var _) ? Days.promote(as, command, book, asked) : List.of(),
                book,
                asked);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(CancelRegistration command, RegistrationTables book, Clock clock, MetaData provenance) {
        var asked = asked(clock, provenance);
        tell(state instanceof Cancelled ? List.of() : Days.cancel(state.present(), book, asked), book, asked);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReinstateRegistration command, RegistrationTables book, Clock clock, MetaData provenance) {
        var asked = asked(clock, provenance);
        tell(
                state instanceof Cancelled(var as, var _)
                        ? Days.reinstate(as, command, book, asked)
                        : Days.reinstateAgain(state.present(), command),
                book,
                asked);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(GiveConsent command, RegistrationTables book, Clock clock, MetaData provenance) {
        var asked = asked(clock, provenance);
        tell(Papers.give(state.present(), command, book, asked), book, asked);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(WithdrawConsent command, RegistrationTables book, Clock clock, MetaData provenance) {
        var asked = asked(clock, provenance);
        tell(Papers.withdraw(state, command, book, asked), book, asked);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(IssueTicket command, RegistrationTables book, Clock clock, MetaData provenance) {
        var asked = asked(clock, provenance);
        tell(Papers.issue(state.known(), command, book, asked), book, asked);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(IssueBadge command, RegistrationTables book, Clock clock, MetaData provenance) {
        var asked = asked(clock, provenance);
        tell(Papers.issue(state.present(), command, asked), book, asked);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RevokeBadge command, RegistrationTables book, Clock clock, MetaData provenance) {
        var asked = asked(clock, provenance);
        tell(Papers.revoke(state.known(), command, asked), book, asked);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(CheckInParticipant command, RegistrationTables book, Clock clock, MetaData provenance) {
        var asked = asked(clock, provenance);
        tell(state.attendance().checkIn(command, book, asked.now()), book, asked);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(CheckOutParticipant command, RegistrationTables book, Clock clock, MetaData provenance) {
        var asked = asked(clock, provenance);
        tell(state.attendance().checkOut(command, book, asked.now()), book, asked);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(EraseParticipant command, RegistrationTables book, Clock clock, MetaData provenance) {
        var asked = asked(clock, provenance);
        tell(state.erase(command, book, asked), book, asked);
    }

    /** Never refused for what it says, or whom: whatever a device noted is kept. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordScan command, RegistrationTables book, Clock clock, MetaData provenance) {
        var asked = asked(clock, provenance);
        tell(state.attendance().record(command, book, asked.now()), book, asked);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordScans command, RegistrationTables book, Clock clock, MetaData provenance) {
        var asked = asked(clock, provenance);
        tell(state.attendance().record(command.scans(), book, asked.now()), book, asked);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ResolveCheckIn command, RegistrationTables book, Clock clock, MetaData provenance) {
        var asked = asked(clock, provenance);
        tell(state.attendance().resolve(command, book, asked.now()), book, asked);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(TakeOver command, RegistrationTables book, Clock clock, MetaData provenance) {
        var asked = asked(clock, provenance);
        tell(state.attendance().takeOver(command.participant(), command.handed(), book, asked.now()), book, asked);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(TakeOverDays command, RegistrationTables book, Clock clock, MetaData provenance) {
        var asked = asked(clock, provenance);
        tell(SecondRegistrations.takeOverDays(state, book, asked), book, asked);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(MergeDuplicate command, RegistrationTables book, Clock clock, MetaData provenance) {
        var asked = asked(clock, provenance);
        tell(SecondRegistrations.merge(state, command, book, asked), book, asked);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(DismissDuplicate command, RegistrationTables book, Clock clock, MetaData provenance) {
        var asked = asked(clock, provenance);
        tell(SecondRegistrations.dismiss(state.known(), command, book, asked), book, asked);
    }

    private void tell(List<ParticipantEvent> decided, RegistrationTables book, Asked asked) {
        var events = state.settled(decided, book, asked);
        if (!events.isEmpty()) {
            list(state, state.after(events), book.people());
            for (var event : events) {
                book.disputes().enter(event);
                apply(event);
            }
        }
    }

    /** A person's line in lists, where it is another than before; a name that can't be read leaves it as it is. */
    private static void list(ParticipantState before, ParticipantState after, People people) {
        switch (after) {
            case Nobody _ -> {
                // there is nobody to find
            }
            case Registered(var as, var _) -> list(as, before, after, people);
            case Cancelled(var as, var _) -> list(as, before, after, people);
            case Merged(var as, var _, var _) -> people.forget(as.summit(), as.participant());
            case Erased(var as, var _, var _) -> people.forget(as.summit(), as.participant());
        }
    }

    private static void list(Registration as, ParticipantState before, ParticipantState after, People people) {
        var line = Persons.lineOf(after);
        if (!line.equals(Persons.lineOf(before))) {
            line.ifPresent(changed -> people.enter(as.summit(), changed));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ForgetPersonalData command, RegistrationTables book, Clock clock) {
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

    private static Asked asked(Clock clock, MetaData provenance) {
        return new Asked(clock.instant(), Role.PARTICIPANT.name().equals(provenance.get(Provenance.ROLE)));
    }
}
