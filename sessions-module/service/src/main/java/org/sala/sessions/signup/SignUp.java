package org.sala.sessions.signup;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import org.sala.personal.Personal;
import org.sala.sessions.api.ReleaseReason;
import org.sala.sessions.api.SessionsCommand.ReleaseSeat;
import org.sala.sessions.api.SessionsCommand.TakeSeat;
import org.sala.sessions.api.SessionsEvent.SeatPromoted;
import org.sala.sessions.api.SessionsEvent.SeatReleased;
import org.sala.sessions.api.SessionsEvent.SeatTaken;
import org.sala.sessions.api.SessionsEvent.SeatWaitlisted;
import org.sala.sessions.api.SessionsEvent.SignUpEvent;
import org.sala.sessions.api.Waiver;
import org.sala.sessions.programme.Programme;
import org.sala.sessions.signup.SignUpState.Nothing;
import org.sala.sessions.signup.SignUpState.Seated;
import org.sala.sessions.signup.SignUpState.Waiting;

/** What one person has in one session: a seat, a place in its queue, or nothing. */
@AggregateRoot(type = "sign-up")
public final class SignUp {

    // read by Axon
    @SuppressWarnings("UnusedVariable")
    @AggregateIdentifier
    private @Nullable String id;

    private SignUpState state = new Nothing();

    /** For Axon, which makes a sign-up and then tells it its events. */
    SignUp() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(TakeSeat command, SignUpBooks books, Clock clock) {
        var session = books.programme().get(command.session());
        if (session.stage() != Programme.Stage.CANCELLED && SignUpPolicy.isRepeat(state, command)) {
            return;
        }
        SignUpPolicy.seatsAreTakenWhileSignUpIsOpen(session);
        var person = books.registered().personOf(session.summit(), command.participant());
        var elsewhere = books.bookings().book(session.session(), session.slot(), command.participant());
        var waived = SignUpPolicy.rulesInTheWay(command, session, person, elsewhere);
        if (elsewhere.isPresent()) {
            books.bookings().bookRegardless(session.session(), session.slot(), command.participant());
        }
        // last, since the row of the seats is what everybody waits for
        var given = books.seats().take(session, command.mode(), command.participant(), waived, clock.instant());
        apply(event(command, session, given, waived, clock.instant()));
    }

    private static SignUpEvent event(
            TakeSeat command, Programme.Entry session, Seats.Given given, Set<Waiver.Rule> rules, Instant now) {
        var waiver =
                command.waiving() == null || rules.isEmpty() ? null : new Waiver(rules, Personal.of(command.waiving()));
        return switch (given) {
            case SEAT ->
                new SeatTaken(session.session(), session.summit(), command.participant(), command.mode(), waiver, now);
            case PLACE_IN_QUEUE ->
                new SeatWaitlisted(
                        session.session(), session.summit(), command.participant(), command.mode(), waiver, now);
        };
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReleaseSeat command, SignUpBooks books, Clock clock) {
        release(
                books.programme().get(command.session()),
                new GiveUpSeat(command.session(), command.participant(), ReleaseReason.GIVEN_BACK),
                books,
                clock.instant());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(GiveUpSeat command, SignUpBooks books, Clock clock) {
        release(books.programme().get(command.session()), command, books, clock.instant());
    }

    private void release(Programme.Entry session, GiveUpSeat command, SignUpBooks books, Instant now) {
        var mode = SignUpPolicy.had(state);
        // with a session that is cancelled, every seat in it is gone
        if (mode == null || session.stage() == Programme.Stage.CANCELLED) {
            return;
        }
        books.bookings().free(command.session(), command.participant());
        books.seats().release(command.session(), command.participant());
        apply(new SeatReleased(
                command.session(),
                session.summit(),
                command.participant(),
                mode,
                state instanceof Waiting,
                command.reason(),
                now));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(PromoteSeat command, SignUpBooks books, Clock clock) {
        switch (state) {
            case Waiting(var summit, var mode) -> {
                if (books.seats().promote(command.session(), command.participant())) {
                    apply(new SeatPromoted(command.session(), summit, command.participant(), mode, clock.instant()));
                }
            }
            // somebody else was faster
            case Nothing _, Seated _ -> {}
        }
    }

    @EventSourcingHandler
    void on(SignUpEvent event) {
        id = event.signUp().toString();
        state = state.evolve(event);
    }
}
