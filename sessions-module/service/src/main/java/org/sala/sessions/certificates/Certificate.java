package org.sala.sessions.certificates;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import org.sala.sessions.api.SessionsCommand.IssueCertificate;
import org.sala.sessions.api.SessionsEvent.CertificateIssued;
import org.sala.sessions.api.SessionsQueries.Learning;
import org.sala.sessions.api.SessionsRejected;
import org.sala.sessions.api.SessionsRejected.Reason;

/** One certificate of attendance. */
@AggregateRoot(type = "certificate")
public final class Certificate {

    // read by Axon
    @SuppressWarnings("UnusedVariable")
    @AggregateIdentifier
    private @Nullable String id;

    private @Nullable CertificateIssued issued;

    /** For Axon, which makes a certificate and then tells it its events. */
    Certificate() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(IssueCertificate command, CertificateBook book, Clock clock) {
        decide(issued, command, book.learning(command.participant(), command.summit()), clock.instant())
                .ifPresent(event -> {
                    book.enter(event.code(), event.certificate());
                    apply(event);
                });
    }

    /** Empty: the command was a repeat and changes nothing. */
    static Optional<CertificateIssued> decide(
            @Nullable CertificateIssued issued, IssueCertificate command, Learning learning, Instant now) {
        if (issued != null) {
            if (issued.participant().equals(command.participant())
                    && issued.summit().equals(command.summit())) {
                return Optional.empty();
            }
            throw new SessionsRejected(Reason.ID_TAKEN);
        }
        if (learning.minutes() == 0) {
            throw new SessionsRejected(Reason.NOTHING_ATTENDED);
        }
        return Optional.of(new CertificateIssued(
                command.certificate(),
                command.summit(),
                command.participant(),
                VerificationCode.of(command.certificate()).value(),
                learning.sessions(),
                learning.minutes(),
                now));
    }

    @EventSourcingHandler
    void on(CertificateIssued event) {
        id = event.certificate().toString();
        issued = event;
    }
}
