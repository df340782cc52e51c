package org.sala.sessions.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sala.sessions.DayThree.DAY_THREE;
import static org.sala.sessions.DayThree.ELEVEN;
import static org.sala.sessions.DayThree.NINE;
import static org.sala.sessions.DayThree.SUMMIT;
import static org.sala.sessions.DayThree.person;
import static org.sala.sessions.DayThree.schedule;
import static org.sala.sessions.DayThree.session;
import static org.sala.sessions.DayThree.storytelling;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.sala.sessions.api.AttendanceMode;
import org.sala.sessions.api.ParticipantId;
import org.sala.sessions.api.SessionsCommand;
import org.sala.sessions.api.SessionsCommand.EndSession;
import org.sala.sessions.api.SessionsCommand.JoinSession;
import org.sala.sessions.api.SessionsCommand.LeaveSession;
import org.sala.sessions.api.SessionsCommand.ScheduleSession;
import org.sala.sessions.api.SessionsCommand.StartSession;
import org.sala.sessions.api.SessionsEvent.ParticipantJoinedSession;
import org.sala.sessions.api.SessionsEvent.ParticipantLeftSession;
import org.sala.sessions.api.SessionsEvent.SessionEnded;
import org.sala.sessions.api.SessionsEvent.SessionEvent;
import org.sala.sessions.api.SessionsEvent.SessionStarted;
import org.sala.sessions.api.SessionsRejected;
import org.sala.sessions.registered.RegisteredInMemory;

/** What holds of a session whatever is asked of it, by whomever, in whatever order. */
class SessionPropertiesTest {

    private static final RegisteredInMemory REGISTERED = new RegisteredInMemory().day(SUMMIT, 3, DAY_THREE);

    static {
        for (var number = 1; number <= 6; number++) {
            REGISTERED.person(person(number), SUMMIT, 3);
        }
    }

    @Property
    void atNoTimeAreMorePeopleInsideThanThereAreSeatsAndNobodyIsInsideTwice(
            @ForAll("commands") List<SessionsCommand> commands) {
        var inside = new HashMap<ParticipantId, AttendanceMode>();
        for (var event : new Asked().of(commands)) {
            switch (event) {
                case ParticipantJoinedSession joined ->
                    assertThat(inside.put(joined.participant(), joined.mode())).isNull();
                case ParticipantLeftSession left ->
                    assertThat(inside.remove(left.participant(), left.mode())).isTrue();
                default -> {}
            }
            storytelling()
                    .seats()
                    .forEach((mode, seats) -> assertThat(Collections.frequency(inside.values(), mode))
                            .isLessThanOrEqualTo(seats));
        }
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
    void askingAgainForWhatWasDoneChangesNothing(@ForAll("commands") List<SessionsCommand> commands) {
        var session = new Asked();
        session.of(commands);
        assertThat(session.of(session.done())).isEmpty();
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
        var leaves = joins.map(join -> new LeaveSession(
                join.session(),
                join.participant(),
                join.mode(),
                join.occurredAt().plusSeconds(90),
                null));
        return Arbitraries.<SessionsCommand>frequencyOf(
                        Tuple.of(2, Arbitraries.just(schedule(1, storytelling()))),
                        Tuple.of(3, moments.map(moment -> new StartSession(session(1), moment))),
                        Tuple.of(14, joins),
                        Tuple.of(4, leaves),
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

        private final List<SessionsCommand> done = new ArrayList<>();
        private SessionState state = new SessionState.Unscheduled();

        List<SessionEvent> of(List<SessionsCommand> commands) {
            var events = new ArrayList<SessionEvent>();
            for (var command : List.copyOf(commands)) {
                try {
                    decide(command).ifPresent(event -> {
                        state = state.evolve(event);
                        events.add(event);
                        done.add(command);
                    });
                } catch (SessionsRejected refused) {
                    // nothing happened
                }
            }
            return events;
        }

        List<SessionsCommand> done() {
            return done;
        }

        private Optional<? extends SessionEvent> decide(SessionsCommand command) {
            return switch (command) {
                case ScheduleSession schedule -> SessionPolicy.decide(state, schedule, REGISTERED);
                case StartSession start -> SessionPolicy.decide(state, start, ELEVEN);
                case JoinSession join ->
                    AttendancePolicy.decide(state, join, REGISTERED, new AudienceInMemory(), ELEVEN);
                case LeaveSession leave -> AttendancePolicy.decide(state, leave, ELEVEN);
                case EndSession end -> SessionPolicy.decide(state, end, ELEVEN);
                default -> throw new AssertionError("not asked here");
            };
        }
    }
}
