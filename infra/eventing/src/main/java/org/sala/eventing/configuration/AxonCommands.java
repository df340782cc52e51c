package org.sala.eventing.configuration;

import java.io.Serial;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.sala.eventing.Commands;
import org.sala.eventing.Provenance;
import org.springframework.dao.PessimisticLockingFailureException;

/** Commands on Axon's command bus. */
final class AxonCommands implements Commands {

    private static final int ATTEMPTS = 8;

    private final CommandBus bus;

    AxonCommands(CommandBus bus) {
        this.bus = bus;
    }

    @Override
    public void send(Object command, Origin origin) {
        var metadata = new HashMap<String, String>();
        metadata.put(Provenance.ACTOR, origin.actor());
        put(metadata, Provenance.ROLE, origin.role());
        put(metadata, Provenance.CORRELATION, origin.correlation());
        put(metadata, Provenance.CAUSATION, origin.causation());
        var message = new GenericCommandMessage<>(command, metadata);
        metadata.putIfAbsent(Provenance.CORRELATION, message.getIdentifier());
        for (var attempt = 1; ; attempt++) {
            var failure = dispatch(message.withMetaData(metadata));
            if (failure == null) {
                return;
            }
            if (attempt == ATTEMPTS || !isConflict(failure)) {
                throw failure instanceof RuntimeException unchecked ? unchecked : new CommandFailed(failure);
            }
            pause(attempt);
        }
    }

    private static void put(Map<String, String> metadata, String name, @Nullable String value) {
        if (value != null) {
            metadata.put(name, value);
        }
    }

    private @Nullable Throwable dispatch(CommandMessage<?> message) {
        var callback = new FutureCallback<Object, Object>();
        bus.dispatch(message, callback);
        var result = callback.getResult();
        return result.isExceptional() ? result.exceptionResult() : null;
    }

    /** Another writer was faster, or the database chose this one to break a deadlock: decided anew, it may go. */
    private static boolean isConflict(Throwable failure) {
        return failure instanceof ConcurrencyException
                || failure instanceof AggregateStreamCreationException
                || failure instanceof PessimisticLockingFailureException;
    }

    private static void pause(int attempt) {
        try {
            TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextLong(1L << attempt));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A handler threw a checked exception, which none of ours does. */
    static final class CommandFailed extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;

        CommandFailed(Throwable cause) {
            super(cause);
        }
    }
}
