package org.sala.eventing.store;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.DuplicateKeyException;

/** What Axon calls it when another was faster. */
final class Conflict {

    /** The end of PostgreSQL's detail, in whatever language: the values of the key that is taken. */
    private static final Pattern KEY = Pattern.compile("=\\(([0-9a-f-]{36}), ([0-9]+)\\)");

    private Conflict() {}

    /**
     * Says which aggregate, and not what the event held: the database's own message might. What is refused at a commit
     * may also be something that was written beside the events: that stays what it is.
     */
    static RuntimeException of(DuplicateKeyException refusal, List<EventRow> rows) {
        return taken(refusal, rows).<RuntimeException>map(Conflict::at).orElse(refusal);
    }

    private static RuntimeException at(EventRow taken) {
        var message = "aggregate %s was changed by another at sequence %d"
                .formatted(taken.aggregate().text(), taken.sequence());
        return taken.sequence() == 0
                ? new AggregateStreamCreationException(message)
                : new ConcurrencyException(message);
    }

    private static Optional<EventRow> taken(DuplicateKeyException refusal, List<EventRow> rows) {
        if (error(refusal)
                .map(ServerErrorMessage::getTable)
                .filter("event"::equals)
                .isEmpty()) {
            return Optional.empty();
        }
        return error(refusal)
                .map(ServerErrorMessage::getDetail)
                .map(KEY::matcher)
                .filter(Matcher::find)
                .flatMap(key -> rows.stream()
                        .filter(row -> row.aggregate().uuid().toString().equals(key.group(1))
                                && Long.toString(row.sequence()).equals(key.group(2)))
                        .findFirst());
    }

    private static Optional<ServerErrorMessage> error(DuplicateKeyException refusal) {
        return Optional.ofNullable(
                refusal.getRootCause() instanceof PSQLException cause ? cause.getServerErrorMessage() : null);
    }
}
