package org.sala.ui.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sala.sessions.api.Method;
import org.sala.sessions.api.SessionKind;
import org.sala.ui.programme.Programme.Session;
import org.sala.ui.programme.Programme.State;
import org.sala.ui.shell.Summit;

class DayGridTest {

    private static final Instant NINE = Instant.parse("2022-06-07T02:00:00Z");

    @Test
    void whatIsInOneRoomStandsInOneColumnWhateverItsCapitals() {
        var grid = grid(session("Hall B", 0, 2), session("Hall A", 0, 1), session("hall a", 1, 2));

        assertThat(grid.columns()).extracting(DayGrid.Column::room).containsExactly("Hall A", "Hall B");
        assertThat(grid.lines()).containsExactly(NINE, at(1), at(2));
        assertThat(grid.placed())
                .extracting(DayGrid.Placed::column, DayGrid.Placed::first, DayGrid.Placed::last)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(0, 0, 1),
                        org.assertj.core.groups.Tuple.tuple(0, 1, 2),
                        org.assertj.core.groups.Tuple.tuple(1, 0, 2));
    }

    @Test
    void aRoomIsTheSameWithMoreSpaces() {
        var grid = grid(session("Hall A", 0, 1), session(" Hall  a ", 1, 2));

        assertThat(grid.columns()).extracting(DayGrid.Column::room).containsExactly("Hall A");
    }

    @Test
    void whatIsOnlineAtOneTimeStandsSideBySideAndLast() {
        var grid = grid(session(null, 0, 2), session(null, 1, 3), session(null, 2, 3), session("Hall A", 0, 1));

        assertThat(grid.columns()).extracting(DayGrid.Column::room).containsExactly("Hall A", null, null);
        assertThat(grid.placed())
                .filteredOn(placed -> placed.session().room() == null)
                .extracting(DayGrid.Placed::column)
                .containsExactly(1, 2, 1);
    }

    @Test
    void nothingCoversAnything() {
        var grid = grid(
                session("Hall A", 0, 3),
                session(null, 0, 3),
                session(null, 0, 1),
                session(null, 1, 2),
                session("Hall B", 1, 2));
        var placed = grid.placed();
        for (var one : placed) {
            assertThat(placed)
                    .filteredOn(other -> !other.equals(one)
                            && other.column() == one.column()
                            && other.first() < one.last()
                            && one.first() < other.last())
                    .isEmpty();
        }
    }

    @Test
    void anEmptyDayIsAnEmptyGrid() {
        assertThat(grid()).isEqualTo(new DayGrid(List.of(), List.of(), List.of()));
    }

    private static DayGrid grid(Session... sessions) {
        return DayGrid.of(Arrays.stream(sessions)
                .sorted(Comparator.comparing(Session::start))
                .toList());
    }

    private static Instant at(int hour) {
        return NINE.plusSeconds(3_600L * hour);
    }

    private static Session session(@Nullable String room, int from, int to) {
        return new Session(
                UUID.randomUUID(),
                1,
                new Summit.Text("វគ្គ", "A session"),
                SessionKind.OTHER,
                Method.OTHER,
                List.of(),
                at(from),
                at(to),
                room,
                null,
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                false,
                State.SCHEDULED,
                null,
                null,
                null,
                List.of(),
                Map.of());
    }
}
