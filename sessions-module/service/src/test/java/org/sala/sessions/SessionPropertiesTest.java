package org.sala.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sala.sessions.Programme.DAY_THREE;
import static org.sala.sessions.Programme.ELEVEN;
import static org.sala.sessions.Programme.NINE;
import static org.sala.sessions.Programme.SUMMIT;
import static org.sala.sessions.Programme.person;
import static org.sala.sessions.Programme.schedule;
import static org.sala.sessions.Programme.session;
import static org.sala.sessions.Programme.storytelling;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.sala.sessions.api.AttendanceMode;
import org.sala.sessions.api.SessionsCommand;
import org.sala.sessions.api.SessionsCommand.EndSession;
import org.sala.sessions.api.SessionsCommand.JoinSession;
import org.sala.sessions.api.SessionsCommand.ScheduleSession;
import org.sala.sessions.api.SessionsCommand.StartSession;
import org.sala.sessions.api.SessionsEvent.ParticipantJoinedSession;
import org.sala.sessions.api.SessionsEvent.SessionEnded;
import org.sala.sessions.api.SessionsEvent.SessionEvent;
import org.sala.sessions.api.SessionsEvent.SessionStarted;
import org.sala.sessions.api.SessionsRejected;

/** What holds of a session whatever is asked of it, by whomever, in whatever order. */
class SessionPropertiesTest {

    private static final RegisteredInMemory REGISTERED = new RegisteredInMemory().day(SUMMIT, 3, DAY_THREE);

    static {
        for (var number = 1; number <= 6; number++) {
            REGISTERED.person(person(number), SUMMIT, 3);
        }
    }

    @Property
    void seatsAreNeverOversoldAndNobodyIsCountedTwice(@ForAll("commands") List<SessionsCommand> commands) {
        var joined = new Asked()
                .of(commands).stream()
                        .filter(ParticipantJoinedSession.class::isInstance)
                        .map(ParticipantJoinedSession.class::cast)
                        .toList();
        assertThat(joined).extracting(ParticipantJoinedSession::participant).doesNotHaveDuplicates();
        var plan = storytelling();
        joined.stream()
                .collect(Collectors.groupingBy(ParticipantJoinedSession::mode, Collectors.counting()))
                .forEach((mode, people) ->
                        assertThat(people).isLessThanOrEqualTo(plan.seats().getOrDefault(mode, 0)));
    }

    @Property
    void itStartsOnceEndsOnceAndPeopleJoinInBetween(@ForAll("commands") List<SessionsCommand> commands) {
        var events = new Asked().of(commands);
        var starts = indexesOf(SessionStarted.class, events);
        var ends = indexesOf(SessionEnded.class, events);
        assertThat(starts).hasSizeLessThanOrEqualTo(1);
        assertThat(ends).hasSizeLessThanOrEqualTo(1);
        assertThat(indexesOf(ParticipantJoinedSession.class, events)).allSatisfy(join -> {
            assertThat(starts).allMatch(start -> start < join).isNotEmpty();
            assertThat(ends).allMatch(end -> end > join);
        });
    }

    @Property
    void askingAgainForWhatWasTakenChangesNothing(@ForAll("commands") List<SessionsCommand> commands) {
        var session = new Asked();
        session.of(commands);
        assertThat(session.of(session.taken())).isEmpty();
    }

    @Property
    void theStateIsWhatTheEventsTell(@ForAll("commands") List<SessionsCommand> commands) {
        var session = new Asked();
        SessionState retold = new SessionState.Unscheduled();
        for (var event : session.of(commands)) {
            retold = retold.evolve(event);
        }
        assertThat(retold).isEqualTo(session.state);
    }

    @Provide
    Arbitrary<List<SessionsCommand>> commands() {
        var moments = Arbitraries.integers().between(-20, 130).map(minute -> NINE.plus(Duration.ofMinutes(minute)));
        var joins = Combinators.combine(
                        Arbitraries.integers().between(1, 6), Arbitraries.of(AttendanceMode.class), moments)
                .as((number, mode, moment) -> new JoinSession(session(1), person(number), mode, moment));
        return Arbitraries.<SessionsCommand>frequencyOf(
                        Tuple.of(2, Arbitraries.just(schedule(1, storytelling()))),
                        Tuple.of(3, moments.map(moment -> new StartSession(session(1), moment))),
                        Tuple.of(14, joins),
                        Tuple.of(1, moments.map(moment -> new EndSession(session(1), moment))))
                .list()
                .ofMaxSize(40);
    }

    private static List<Integer> indexesOf(Class<? extends SessionEvent> type, List<SessionEvent> events) {
        var indexes = new ArrayList<Integer>();
        for (var index = 0; index < events.size(); index++) {
            if (type.isInstance(events.get(index))) {
                indexes.add(index);
            }
        }
        return indexes;
    }

    /** A session that is asked one thing after the other. */
    private static final class Asked {

        private final List<SessionsCommand> taken = new ArrayList<>();
        private SessionState state = new SessionState.Unscheduled();

        List<SessionEvent> of(List<SessionsCommand> commands) {
            var events = new ArrayList<SessionEvent>();
            for (var command : List.copyOf(commands)) {
                try {
                    decide(command).ifPresent(event -> {
                        state = state.evolve(event);
                        events.add(event);
                    });
                    taken.add(command);
                } catch (SessionsRejected refused) {
                    // nothing happened
                }
            }
            return events;
        }

        List<SessionsCommand> taken() {
            return taken;
        }

        private Optional<? extends SessionEvent> decide(SessionsCommand command) {
            return switch (command) {
                case ScheduleSession schedule -> SessionPolicy.decide(state, schedule, REGISTERED);
                case StartSession start -> SessionPolicy.decide(state, start, ELEVEN);
                case JoinSession join -> SessionPolicy.decide(state, join, REGISTERED, ELEVEN);
                case EndSession end -> SessionPolicy.decide(state, end, ELEVEN);
                default -> throw new AssertionError("not asked here");
            };
        }
    }
}
