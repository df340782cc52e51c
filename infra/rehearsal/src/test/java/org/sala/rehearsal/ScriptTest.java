package org.sala.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sala.registration.api.AttendanceMode;
import org.sala.rehearsal.Figures.DayAndMode;
import org.sala.rehearsal.Step.Kind;

class ScriptTest {

    private final SampleSummit summit = SampleReader.read(Performance.REFERENCE, "");

    @Test
    void theSameSeedMakesTheSameMishaps() {
        assertThat(Script.withMishaps(summit, 7)).isEqualTo(Script.withMishaps(summit, 7));
        assertThat(Script.withMishaps(summit, 7)).isNotEqualTo(Script.withMishaps(summit, 8));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 7, 42, 2022})
    void whateverTheSeedNothingWaitsForever(long seed) {
        var steps = Script.withMishaps(summit, seed);
        var done = new HashSet<Integer>();
        var before = -1;
        while (before < done.size()) {
            before = done.size();
            steps.stream()
                    .filter(step -> done.containsAll(step.after()))
                    .map(Step::number)
                    .toList()
                    .forEach(done::add);
        }
        assertThat(done).hasSize(steps.size());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 7, 42, 2022})
    void mishapsAddRepeatsAndRefusalsAndNothingElse(long seed) {
        var planned = Script.of(summit).stream().map(Step::command).toList();
        var byKind = Script.withMishaps(summit, seed).stream().collect(Collectors.groupingBy(Step::kind));

        assertThat(byKind.getOrDefault(Kind.PLANNED, List.of()))
                .extracting(Step::command)
                .containsExactlyElementsOf(planned);
        assertThat(byKind.getOrDefault(Kind.REPEATED, List.of())).hasSizeGreaterThan(50);
        assertThat(byKind.getOrDefault(Kind.WRONG, List.of()))
                .hasSizeGreaterThan(40)
                .noneMatch(step -> step.outcome().allowsTaken());
    }

    @Test
    void hoursInWhichNothingHappensAreCutShort() {
        var morning = Instant.parse("2022-06-08T01:30:00Z");
        var tempo = new Tempo(List.of(morning, morning.plusSeconds(120), morning.plus(Duration.ofHours(20))), 60);

        assertThat(tempo.of(morning)).isZero();
        assertThat(tempo.of(morning.plusSeconds(120))).isEqualTo(Duration.ofSeconds(2));
        assertThat(tempo.of(morning.plus(Duration.ofHours(20)))).isEqualTo(Duration.ofSeconds(12));
    }

    @Test
    void theFiguresAreThoseOfTheFiles() {
        var figures = Figures.of(summit);

        assertThat(figures.organizations()).isEqualTo(40);
        assertThat(figures.participants()).isEqualTo(120);
        assertThat(figures.days().get(new DayAndMode(2, AttendanceMode.IN_PERSON)))
                .satisfies(day -> assertThat(day.expected()).isEqualTo(70));
        assertThat(figures.days().values().stream()
                        .mapToInt(Figures.Attendance::here)
                        .sum())
                .isEqualTo(summit.checkIns().size());
        assertThat(figures.presentByGender().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(figures.present());
        assertThat(figures.tradesAgreed()
                        + figures.tradesLapsed()
                        + figures.tradesOpen()
                        + summit.market().declines().size())
                .isEqualTo(figures.tradesProposed());
        assertThat(figures.tradesLapsed())
                .as("five want three cars, four want three coaches, three want two desks twice")
                .isEqualTo(4);
        assertThat(figures.notesByBoard().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(figures.notes());
    }
}
