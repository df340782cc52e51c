package org.sala.sessions.certificates;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import org.sala.sessions.api.SessionsCommand.IssueCertificate;
import org.sala.sessions.api.SessionsEvent.CertificateIssued;

/** One certificate of attendance. */
@AggregateRoot(type = "certificate")
public final class Certificate {

    // read by Axon
    @SuppressWarnings("UnusedVariable")
    @AggregateIdentifier
    private @Nullable String id;

    private CertificateState state = new CertificateState(null);

    /** For Axon, which makes a certificate and then tells it its events. */
    Certificate() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(IssueCertificate command, CertificateBook book, Clock clock) {
        state.issue(command, book.learning(command.participant(), command.summit()), clock.instant())
                .ifPresent(event -> {
                    book.enter(event.code(), event.certificate());
                    apply(event);
                });
    }

    @EventSourcingHandler
    void on(CertificateIssued event) {
        id = event.certificate().toString();
        state = new CertificateState(event);
    }
}
