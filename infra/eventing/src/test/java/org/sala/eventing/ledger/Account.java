package org.sala.eventing.ledger;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** An account. */
public class Account {

    /** Opens an account, or does nothing where it is open. */
    public record Open(String account) {}

    /** Credits an account, that many times. */
    public record Credit(String account, long cents, int times) {}

    @AggregateIdentifier
    @JsonProperty
    private @Nullable String id;

    @JsonProperty
    private long cents;

    Account() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(Open command) {
        if (id == null) {
            apply(new LedgerEvent.AccountOpened(command.account()));
        }
    }

    @CommandHandler
    void handle(Credit command) {
        if (command.cents() < 0) {
            throw new IllegalArgumentException("negative");
        }
        if (cents + command.cents() * command.times() > 1_000_000) {
            throw new IllegalStateException("full");
        }
        for (var i = 0; i < command.times(); i++) {
            apply(new LedgerEvent.AccountCredited(command.account(), command.cents()));
        }
    }

    @EventSourcingHandler
    void on(LedgerEvent.AccountOpened event) {
        id = event.account();
    }

    @EventSourcingHandler
    void on(LedgerEvent.AccountCredited event) {
        cents += event.cents();
    }
}
