package org.sala.ports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sala.ports.Lending.BookId;
import org.sala.ports.Lending.Books;
import org.sala.ports.Lending.Label;
import org.sala.ports.Lending.LendBook;
import org.sala.ports.Lending.LendingCommand;
import org.sala.ports.Lending.LendingRejected;
import org.sala.ports.Lending.Loan;
import org.sala.ports.Lending.Reader;
import org.sala.ports.Lending.Shelf;
import org.sala.ports.Lending.TearBook;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.core.type.TypeReference;

/** A port over HTTP refuses as the context itself would, and tells trouble from refusal. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandClientTest {

    /** The shape of an api's port. */
    private interface LendingPort {
        void send(LendingCommand command, String accessToken);
    }

    private final Keys keys = Keys.fresh();
    private ConfigurableApplicationContext application;
    private CommandClient client;
    private LendingPort port;
    private TokenIssuer issuer;
    private String staff;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        application = Lending.start(keys.publicKeyIn(folder));
        client = new CommandClient(
                URI.create("http://127.0.0.1:" + Lending.portOf(application)), CommandClientTest::rejected);
        port = client::send;
        issuer = keys.issuer(Clock.systemUTC());
        staff = issuer.issue("account-1", Set.of(Role.STAFF));
    }

    private static LendingRejected rejected(String reason, Map<String, String> details) {
        if (!Set.of("MALFORMED", "NOT_ALLOWED", "BOOK_LENT").contains(reason)) {
            throw new IllegalArgumentException(reason);
        }
        return new LendingRejected(reason, details);
    }

    @AfterAll
    void stop() {
        client.close();
        application.close();
    }

    @BeforeEach
    void forget() {
        books().lent.clear();
        books().lentBy.clear();
    }

    private Books books() {
        return application.getBean(Books.class);
    }

    private static LendBook lend(UUID book, int days) {
        return new LendBook(
                new BookId(book),
                new Reader("សុខ ដារា", null),
                days,
                List.of(new Label("ក", "a")),
                Map.of(1, Shelf.NORTH),
                Set.of(Shelf.SOUTH),
                Instant.parse("2022-06-07T07:30:00.123456Z"),
                null);
    }

    @Test
    void aCommandArrivesAsItWasSent() {
        var command = lend(Lending.KNOWN_BOOK, 7);

        port.send(command, staff);

        assertThat(books().loan()).isEqualTo(command);
    }

    @Test
    void theCallersCorrelationGoesAlong() {
        var correlation = UUID.randomUUID().toString();

        Correlation.<@Nullable Void, RuntimeException>within(correlation, () -> {
            port.send(lend(Lending.KNOWN_BOOK, 7), staff);
            return null;
        });

        assertThat(books().borrowed().correlation()).isEqualTo(correlation);
    }

    @Test
    void aRefusalIsThrownAgainWithItsReasonAndDetails() {
        port.send(lend(Lending.KNOWN_BOOK, 7), staff);

        assertThatExceptionOfType(LendingRejected.class)
                .isThrownBy(() -> port.send(lend(Lending.KNOWN_BOOK, 8), staff))
                .satisfies(rejected -> {
                    assertThat(rejected.reason()).isEqualTo("BOOK_LENT");
                    assertThat(rejected.details()).containsExactly(Map.entry("days", "7"));
                });
        assertThatExceptionOfType(LendingRejected.class)
                .isThrownBy(() -> port.send(
                        lend(Lending.KNOWN_BOOK, 8), issuer.issue("account-3", Set.of(Role.DONOR, Role.AUDITOR))))
                .satisfies(rejected -> assertThat(rejected.reason()).isEqualTo("NOT_ALLOWED"));
    }

    @Test
    void aTokenThatIsNotTakenIsNotSignedIn() {
        assertThatExceptionOfType(NotSignedIn.class)
                .isThrownBy(() -> port.send(lend(Lending.KNOWN_BOOK, 7), staff + "x"));
    }

    @Test
    void aQueryIsAnswered() {
        port.send(lend(Lending.KNOWN_BOOK, 7), staff);

        assertThat(client.ask("/books/" + Lending.KNOWN_BOOK + "/days", new TypeReference<Loan>() {}, staff))
                .isEqualTo(new Loan(7, true));
    }

    @Test
    void aFaultOfTheModuleAndAReasonThatIsNotKnownAreTrouble() {
        assertThatExceptionOfType(PortUnreachable.class)
                .isThrownBy(() -> port.send(new TearBook(new BookId(Lending.KNOWN_BOOK)), staff))
                .withMessageContaining("answered with status 500");
        assertThatExceptionOfType(PortUnreachable.class)
                .isThrownBy(() -> port.send(lend(UUID.randomUUID(), 7), staff))
                .withMessageContaining("answered with status 404");
    }

    @Test
    void nobodyListeningIsTrouble() throws IOException {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        try (var lost = new CommandClient(URI.create("http://127.0.0.1:" + free), LendingRejected::new)) {
            assertThatThrownBy(() -> lost.send(lend(Lending.KNOWN_BOOK, 7), staff))
                    .isInstanceOf(PortUnreachable.class)
                    .hasMessage("http://127.0.0.1:" + free + ": no answer");
        }
    }

    @ParameterizedTest
    @CsvSource({"200, <html>", "409, <html>", "302, ''", "409, '{\"type\":\"about:blank\"}'", "409, '[]'"})
    void aStrangersAnswerIsTrouble(int status, String body) throws IOException {
        var stranger = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        stranger.createContext("/", exchange -> {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        stranger.start();
        var address = URI.create("http://127.0.0.1:" + stranger.getAddress().getPort());
        try (var lost = new CommandClient(address, LendingRejected::new)) {
            assertThatExceptionOfType(PortUnreachable.class)
                    .isThrownBy(() -> lost.ask("/books", new TypeReference<Loan>() {}, staff));
        } finally {
            stranger.stop(0);
        }
    }
}
