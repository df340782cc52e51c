package org.sala.ports;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.Serial;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A context small enough to see through: books are lent, once at a time. */
final class Lending {

    static final UUID KNOWN_BOOK = UUID.fromString("6f9619ff-8b86-4011-b42d-00cf4fc964ff");

    private Lending() {}

    sealed interface LendingCommand {}

    @JsonTypeName("lend-book")
    record LendBook(
            BookId book,
            Reader reader,
            int days,
            List<Label> labels,
            Map<Integer, Shelf> shelves,
            Set<Shelf> searched,
            Instant at,
            @Nullable String note)
            implements LendingCommand {

        LendBook {
            if (days < 1 || days > 30) {
                throw new LendingRejected("MALFORMED", Map.of("field", "days"));
            }
        }
    }

    @JsonTypeName("tear-book")
    record TearBook(BookId book) implements LendingCommand {}

    @JsonTypeName("move-book")
    record MoveBook(BookId book, Shelf from, Attic.Shelf to, ZoneId zone) implements LendingCommand {}

    /** Has a type of a name that is in use. */
    record Attic(Attic.Shelf shelf) {
        enum Shelf {
            LEFT,
            RIGHT
        }
    }

    record BookId(@JsonValue UUID value) {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        BookId {}
    }

    record Reader(String name, @Nullable String phone) {}

    record Label(String km, String en) {}

    enum Shelf {
        NORTH,
        SOUTH
    }

    static final class LendingRejected extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;

        private final String reason;
        private final transient Map<String, String> details;

        LendingRejected(String reason, Map<String, String> details) {
            super(reason);
            this.reason = reason;
            this.details = details;
        }

        String reason() {
            return reason;
        }

        Map<String, String> details() {
            return details;
        }
    }

    /** What the context remembers. */
    static final class Books {

        final Map<UUID, LendBook> lent = new ConcurrentHashMap<>();
        final Map<UUID, CommandGate.Pass> lentBy = new ConcurrentHashMap<>();
        private final CommandGate gate;

        Books(CommandGate gate) {
            this.gate = gate;
        }

        LendBook loan() {
            return Objects.requireNonNull(lent.get(KNOWN_BOOK));
        }

        CommandGate.Pass borrowed() {
            return Objects.requireNonNull(lentBy.get(KNOWN_BOOK));
        }

        void send(LendingCommand command, String token) {
            var pass = gate.admit(token, Set.of(Role.STAFF), () -> new LendingRejected("NOT_ALLOWED", Map.of()));
            switch (command) {
                case LendBook lend -> {
                    if (!lend.book().value().equals(KNOWN_BOOK)) {
                        throw new LendingRejected("BOOK_UNKNOWN", Map.of());
                    }
                    var before = lent.putIfAbsent(KNOWN_BOOK, lend);
                    if (before != null && !before.equals(lend)) {
                        throw new LendingRejected("BOOK_LENT", Map.of("days", Integer.toString(before.days())));
                    }
                    lentBy.put(KNOWN_BOOK, pass);
                }
                case MoveBook _ -> {}
                case TearBook _ -> throw new IllegalStateException("torn by Sok Dara, 012 345 678");
            }
        }
    }

    @RestController
    static final class BookQueries {

        private final Books books;

        BookQueries(Books books) {
            this.books = books;
        }

        @GetMapping("/books/{book}/days")
        Loan days(@PathVariable UUID book, @AuthenticationPrincipal Jwt token) {
            var loan = books.lent.get(book);
            if (loan == null) {
                throw new LendingRejected("BOOK_UNKNOWN", Map.of());
            }
            return new Loan(loan.days(), token.getSubject() != null);
        }
    }

    record Loan(int days, boolean asked) {}

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {

        @Bean
        Books books(CommandGate gate) {
            return new Books(gate);
        }

        @Bean
        BookQueries bookQueries(Books books) {
            return new BookQueries(books);
        }

        @Bean
        CommandDoor<LendingCommand> door(Books books) {
            return new CommandDoor<>(
                    "lending",
                    LendingCommand.class,
                    books::send,
                    thrown -> thrown instanceof LendingRejected rejected
                            ? new CommandDoor.Refusal(rejected.reason(), kind(rejected.reason()), rejected.details())
                            : null,
                    "org.sala.ports.lending.Refusals");
        }

        private static CommandDoor.Kind kind(String reason) {
            return switch (reason) {
                case "MALFORMED" -> CommandDoor.Kind.MALFORMED;
                case "NOT_ALLOWED" -> CommandDoor.Kind.NOT_ALLOWED;
                case "BOOK_UNKNOWN" -> CommandDoor.Kind.UNKNOWN;
                default -> CommandDoor.Kind.CONFLICT;
            };
        }
    }

    /** Starts the context on a port of its own. */
    static ConfigurableApplicationContext start(Path publicKey) {
        return new SpringApplicationBuilder(Application.class)
                .properties(
                        "spring.config.name=lending",
                        "server.port=0",
                        "spring.main.banner-mode=off",
                        "spring.security.oauth2.resourceserver.jwt.public-key-location=" + publicKey.toUri())
                .run();
    }

    static int portOf(ConfigurableApplicationContext application) {
        var server = ((ServletWebServerApplicationContext) application).getWebServer();
        if (server == null) {
            throw new IllegalStateException("not started");
        }
        return server.getPort();
    }
}
