package org.sala.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.sala.ports.PortUnreachable;
import org.sala.ports.Role;
import org.sala.ports.TokenIssuer;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.RegistrationCommand.CheckInParticipant;
import org.sala.rehearsal.Step.Kind;

class PlayerTest {

    private static final Instant MORNING = Instant.parse("2022-06-08T01:30:00Z");

    @Test
    void everythingIsSentOnceAndNothingBeforeWhatItComesAfter() throws Exception {
        var steps = Script.of(SampleReader.read(Performance.REFERENCE, ""));
        var numbers = new ConcurrentHashMap<Object, Integer>();
        steps.forEach(step -> numbers.put(step.command(), step.number()));
        Set<Integer> done = ConcurrentHashMap.newKeySet();
        var early = new AtomicInteger();

        var player = player(steps, Duration.ofSeconds(5), (command, token) -> {
            var step = steps.get(numbers.getOrDefault(command, -1));
            if (!done.containsAll(step.after()) || !done.add(step.number())) {
                early.incrementAndGet();
            }
        });

        assertThat(player.play(ZoneOffset.UTC, state -> {})).isEmpty();
        assertThat(early).hasValue(0);
        assertThat(done).hasSize(steps.size());
        assertThat(player.tally().unexpected()).isEmpty();
    }

    @Test
    void whatAModuleHasNotHeardOfYetIsSentAgain() throws Exception {
        var asked = new AtomicInteger();
        var player = player(List.of(step(0, Outcome.taken())), Duration.ofSeconds(5), (command, token) -> {
            if (asked.incrementAndGet() < 4) {
                throw new Refused("PARTICIPANT_UNKNOWN");
            }
        });

        assertThat(player.play(ZoneOffset.UTC, state -> {})).isEmpty();
        assertThat(asked).hasValue(4);
        assertThat(player.tally().unexpected()).isEmpty();
        assertThat(player.tally().sent()).containsEntry("check-in-participant", 1);
    }

    @Test
    void whatNobodyEverHearsOfIsToldInTheEnd() throws Exception {
        var player = player(List.of(step(0, Outcome.taken())), Duration.ofMillis(100), (command, token) -> {
            throw new Refused("PARTICIPANT_UNKNOWN");
        });

        assertThat(player.play(ZoneOffset.UTC, state -> {})).isEmpty();
        assertThat(player.tally().unexpected())
                .containsEntry("check-in-participant was refused: PARTICIPANT_UNKNOWN", 1);
    }

    @Test
    void aModuleThatIsAwayIsWaitedFor() throws Exception {
        var asked = new AtomicInteger();
        var waits = new ArrayList<String>();
        var player = player(List.of(step(0, Outcome.taken())), Duration.ofSeconds(20), (command, token) -> {
            if (asked.incrementAndGet() < 7) {
                throw away();
            }
        });

        assertThat(player.play(ZoneOffset.UTC, state -> state.waitsFor().ifPresent(waits::add)))
                .isEmpty();
        assertThat(player.tally().count()).isEqualTo(1);
        assertThat(waits).isNotEmpty().allMatch(what -> what.contains("127.0.0.1:8081"));
    }

    @Test
    void aModuleThatStaysAwayIsGivenUp() throws Exception {
        var player = player(List.of(step(0, Outcome.taken())), Duration.ofMillis(100), (command, token) -> {
            throw away();
        });

        assertThat(player.play(ZoneOffset.UTC, state -> {}))
                .hasValueSatisfying(why -> assertThat(why).contains("127.0.0.1:8081"));
        assertThat(player.tally().count()).isZero();
    }

    @Test
    void aWrongCommandThatIsTakenIsTold() throws Exception {
        var player = player(
                List.of(step(0, Outcome.refused("NOT_EXPECTED"))), Duration.ofSeconds(5), (command, token) -> {});

        player.play(ZoneOffset.UTC, state -> {});

        assertThat(player.tally().unexpected())
                .containsEntry("check-in-participant was taken, and had to be refused", 1);
    }

    @Test
    void aWrongCommandIsRefusedForItsOwnReason() throws Exception {
        var steps = List.of(step(0, Outcome.refused("NOT_EXPECTED")), step(1, Outcome.refused("IN_THE_FUTURE")));
        var player = player(steps, Duration.ofSeconds(5), (command, token) -> {
            throw new Refused("NOT_EXPECTED");
        });

        player.play(ZoneOffset.UTC, state -> {});

        assertThat(player.tally().refused()).containsEntry("check-in-participant: NOT_EXPECTED", 1);
        assertThat(player.tally().unexpected()).containsEntry("check-in-participant was refused: NOT_EXPECTED", 1);
    }

    private static PortUnreachable away() {
        return new PortUnreachable(URI.create("http://127.0.0.1:8081"), "no answer", null);
    }

    private static Step step(int number, Outcome outcome) {
        return new Step(
                number,
                MORNING,
                Role.STAFF,
                new CheckInParticipant(
                        new ParticipantId(UUID.nameUUIDFromBytes(new byte[] {(byte) number})),
                        3,
                        AttendanceMode.IN_PERSON,
                        MORNING),
                Set.of(),
                outcome,
                Kind.PLANNED);
    }

    private static Player player(List<Step> steps, Duration patience, Ports ports) throws Exception {
        return new Player(
                steps,
                ports,
                new Tokens(issuer(), InstantSource.system()),
                InstantSource.system(),
                new Performance(Performance.REFERENCE, "", 1, Double.POSITIVE_INFINITY, 4, true, patience));
    }

    private static TokenIssuer issuer() throws IOException, NoSuchAlgorithmException {
        var keys = KeyPairGenerator.getInstance("RSA");
        keys.initialize(2048);
        var pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder()
                        .encodeToString(keys.generateKeyPair().getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        return TokenIssuer.of(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)), Clock.systemUTC());
    }
}
