package org.sala.sessions.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sala.sessions.DayThree.ELEVEN;
import static org.sala.sessions.DayThree.NINE;
import static org.sala.sessions.DayThree.person;
import static org.sala.sessions.api.AttendanceMode.IN_PERSON;
import static org.sala.sessions.api.AttendanceMode.ONLINE;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.sala.sessions.api.AttendanceMode;

/** How long somebody was in a session that was held from nine to eleven. */
class TimePresentTest {

    private static final Held HELD = new Held(NINE, ELEVEN);

    @Example
    void whoCameAndDidNotLeaveStayedToTheEnd() {
        assertThat(minutes(came(30))).isEqualTo(90);
    }

    @Example
    void whoCameBeforeItBeganIsCountedFromTheBeginning() {
        assertThat(minutes(came(-15), left(30))).isEqualTo(30);
    }

    @Example
    void whoLeftAfterItWasOverIsCountedToTheEnd() {
        assertThat(minutes(came(100), left(140))).isEqualTo(20);
    }

    @Example
    void whoWasThereOutsideOfItOnlyWasNotThere() {
        assertThat(minutes(came(-15), left(-5), came(125))).isZero();
    }

    @Example
    void whoLeavesWithoutHavingComeWasNotThereAsFarAsAnybodyKnows() {
        assertThat(minutes(left(60))).isZero();
    }

    @Example
    void beingThereTwiceIsBeingThereBothTimes() {
        assertThat(minutes(came(0), left(10), came(100), left(105))).isEqualTo(15);
    }

    @Example
    void comingTwiceWithoutLeavingIsComingOnce() {
        assertThat(minutes(came(0), came(20), left(30))).isEqualTo(30);
    }

    @Example
    void inTheRoomAndOnlineAtOnceIsCountedOnce() {
        assertThat(minutes(came(0), left(60), online(30, true), online(90, false)))
                .isEqualTo(90);
    }

    @Example
    void leavingInOneModeLeavesTheOtherAlone() {
        assertThat(minutes(came(0), online(10, false))).isEqualTo(120);
    }

    @Example
    void aStayOfNoLengthIsNoneAndEndsNone() {
        assertThat(minutes(came(30), left(30))).isZero();
        assertThat(minutes(came(0), came(30), left(30))).isEqualTo(120);
    }

    @Example
    void whatIsLeftOfTheLastMinuteIsNone() {
        var marks = List.of(
                new Mark(person(1), IN_PERSON, true, NINE),
                new Mark(person(1), IN_PERSON, false, NINE.plusSeconds(119)));
        assertThat(TimePresent.of(marks, HELD).minutes()).isEqualTo(1);
    }

    @Example
    void timesOfSeveralSessionsAreCountedOnceToo() {
        var first = new TimePresent(List.of(new Held(at(0), at(60))));
        var second = new TimePresent(List.of(new Held(at(30), at(90)), new Held(at(100), at(110))));
        assertThat(first.and(second).minutes()).isEqualTo(100);
        assertThat(second.and(first)).isEqualTo(first.and(second));
    }

    @Property
    void anyOrderAndRepetitionGivesTheSameMinutes(@ForAll("marks") List<Mark> marks, @ForAll Random random) {
        var again = new ArrayList<>(marks);
        marks.stream().filter(_ -> random.nextBoolean()).forEach(again::add);
        Collections.shuffle(again, random);
        assertThat(TimePresent.of(again, HELD)).isEqualTo(TimePresent.of(marks, HELD));
    }

    /** Minute by minute, as somebody at the door would count: by far the slowest way. */
    @Property(tries = 200)
    void itIsTheMinutesInWhichSomebodyWasInsideInOneModeOrTheOther(@ForAll("marks") List<Mark> marks) {
        var counted = IntStream.range(0, 120)
                .filter(minute -> isInside(marks, IN_PERSON, at(minute)) || isInside(marks, ONLINE, at(minute)))
                .count();
        assertThat(TimePresent.of(marks, HELD).minutes()).isEqualTo((int) counted);
    }

    /** Whether the last thing told up to then was a coming; of both at once, what was before. */
    private static boolean isInside(List<Mark> marks, AttendanceMode mode, Instant moment) {
        var inside = false;
        for (var each = at(-30); !each.isAfter(moment); each = each.plus(Duration.ofMinutes(1))) {
            var came = marks.contains(new Mark(person(1), mode, true, each));
            var left = marks.contains(new Mark(person(1), mode, false, each));
            if (came != left) {
                inside = came;
            }
        }
        return inside;
    }

    @Provide
    Arbitrary<List<Mark>> marks() {
        return Combinators.combine(
                        Arbitraries.of(AttendanceMode.class),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(-30, 150))
                .as((mode, came, minute) -> new Mark(person(1), mode, came, at(minute)))
                .list()
                .ofMaxSize(12);
    }

    private static int minutes(Mark... marks) {
        return TimePresent.of(List.of(marks), HELD).minutes();
    }

    private static Mark came(int minute) {
        return new Mark(person(1), IN_PERSON, true, at(minute));
    }

    private static Mark left(int minute) {
        return new Mark(person(1), IN_PERSON, false, at(minute));
    }

    private static Mark online(int minute, boolean came) {
        return new Mark(person(1), ONLINE, came, at(minute));
    }

    private static Instant at(int minute) {
        return NINE.plus(Duration.ofMinutes(minute));
    }
}
