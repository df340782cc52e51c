package org.sala.registration.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sala.registration.door.Door.SUMMIT;
import static org.sala.registration.door.Door.at;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.BadgeId;
import org.sala.registration.api.DisputeReason;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.RegistrationCommand.RecordScan;
import org.sala.registration.api.RegistrationEvent.BadgeIssued;
import org.sala.registration.api.RegistrationEvent.BadgeRevoked;
import org.sala.registration.api.RegistrationEvent.CheckInDisputed;
import org.sala.registration.api.RegistrationEvent.CheckInRepeated;
import org.sala.registration.api.RegistrationEvent.DayDropped;
import org.sala.registration.api.RegistrationEvent.DuplicateMerged;
import org.sala.registration.api.RegistrationEvent.ParticipantCheckedIn;
import org.sala.registration.api.RegistrationEvent.ParticipantCheckedOut;
import org.sala.registration.api.RegistrationEvent.ParticipantConfirmed;
import org.sala.registration.api.RegistrationEvent.ParticipantEvent;
import org.sala.registration.api.RegistrationEvent.RegistrationCancelled;
import org.sala.registration.api.RegistrationEvent.RegistrationReinstated;
import org.sala.registration.api.Resolution;
import org.sala.registration.api.ScanDirection;
import org.sala.registration.api.ScanId;
import org.sala.registration.door.Door.View;

/**
 * Devices that were offline send what they noted whenever they can, in any order and several times; desk and registration
 * go on meanwhile. Nothing arrives before it happened, and that is all that is known of when it does.
 */
class AttendanceInAnyOrderTest {

    private static final int PEOPLE = 8;
    private static final int DEVICES = 4;

    /** When it happened, as nobody there could know. */
    private record Scanned(Instant truly, RecordScan scan) {}

    /** A fact of registration, at our own time; a walk-in that a device noted may arrive whenever it likes. */
    private record Said(Instant truly, ParticipantEvent event, boolean whenever) {}

    private record Day(List<Scanned> scans, List<Said> facts) {}

    /** Something that arrives. */
    private record Arrival(Instant when, long tie, ParticipantId participant, Consumer<Door> does) {}

    @Property(tries = 1_000)
    void anyOrderOfOneDaysBatchesGivesOneState(@ForAll Random random) {
        var day = day(random);

        var asItHappened = arriving(atOnce(day));
        var late = arriving(whenever(day, random));

        assertThat(views(late)).isEqualTo(views(asItHappened));
    }

    @Property(tries = 200)
    void nothingIsLost(@ForAll Random random) {
        var day = day(random);

        var doors = arriving(whenever(day, random));

        var kept = doors.values().stream()
                .flatMap(door -> door.told.stream())
                .flatMap(AttendanceInAnyOrderTest::scanOf)
                .map(ScanId::nonce)
                .collect(Collectors.toSet());
        assertThat(kept)
                .isEqualTo(day.scans().stream()
                        .map(scanned -> scanned.scan().scan().nonce())
                        .collect(Collectors.toSet()));
    }

    @Property(tries = 200)
    void aPersonsWordHoldsWhateverArrivesAgain(@ForAll Random random) {
        var day = day(random);
        var doors = arriving(whenever(day, random));
        doors.values().forEach(door -> resolveAll(door, random));
        var resolved = views(doors);

        for (var scanned : day.scans()) {
            Objects.requireNonNull(doors.get(scanned.scan().participant())).record(scanned.scan());
        }

        assertThat(views(doors)).isEqualTo(resolved);
        assertThat(doors.values())
                .allSatisfy(door -> assertThat(door.disputed()).isSubsetOf(DisputeReason.PARTICIPANT_UNKNOWN));
    }

    /** One after the other, as somebody at a desk does: to believe a scan may raise the next question. */
    private static void resolveAll(Door door, Random random) {
        for (var open = resolvable(door); !open.isEmpty(); open = resolvable(door)) {
            var about = open.getFirst().about();
            var couldBe = about.summit().equals(SUMMIT) && Door.DAYS.days().containsKey(about.day());
            door.resolve(
                    open.getFirst().id(),
                    couldBe && random.nextBoolean() ? Resolution.WAS_HERE : Resolution.WAS_NOT_HERE);
        }
    }

    private static List<Dispute> resolvable(Door door) {
        return door.attendance().openDisputes().stream()
                .filter(dispute -> dispute.reason() != DisputeReason.PARTICIPANT_UNKNOWN)
                .toList();
    }

    @Property(tries = 200)
    void theStateFollowsFromWhatWasToldAlone(@ForAll Random random) {
        var doors = arriving(whenever(day(random), random));

        for (var door : doors.values()) {
            var replayed = Attendance.NONE;
            for (var event : door.told) {
                replayed = replayed.evolve(event);
            }
            assertThat(replayed).isEqualTo(door.attendance());
        }
    }

    @Property(tries = 200)
    void aPresenceIsToldOncePerPlaceAndEveryCountedScanOnce(@ForAll Random random) {
        var doors = arriving(whenever(day(random), random));

        for (var door : doors.values()) {
            assertThat(door.told.stream()
                            .filter(ParticipantCheckedIn.class::isInstance)
                            .map(ParticipantCheckedIn.class::cast)
                            .map(in -> new Place(in.day(), in.mode())))
                    .doesNotHaveDuplicates();
            assertThat(door.told.stream()
                            .filter(event -> !(event instanceof CheckInDisputed))
                            .filter(event -> scanOf(event).findAny().isPresent())
                            .map(AttendanceInAnyOrderTest::withoutRecordedAt))
                    .doesNotHaveDuplicates();
        }
    }

    /** The service's follower does it after the fact; here at once, which is one of its orders. */
    @Property(tries = 500)
    void whatIsHandedOverComesToTheSameWheneverItArrivesAndWheneverTheyAreMerged(@ForAll Random random) {
        var second = Door.participant(random.nextInt(2, PEOPLE));
        var stays = Door.participant(PEOPLE);
        var mergedAt = at(8, 0).plusSeconds(random.nextInt(36_000));
        var all = day(random);
        var day = new Day(
                all.scans(),
                Stream.concat(
                                // who is merged is asked nothing more
                                all.facts().stream()
                                        .filter(fact ->
                                                !fact.event().participant().equals(second)
                                                        || fact.truly().isBefore(mergedAt)),
                                Stream.of(new Said(
                                        mergedAt, new DuplicateMerged(second, SUMMIT, stays, mergedAt), false)))
                        .toList());

        var asItHappened = mergedWhile(atOnce(day), second, stays);
        var late = mergedWhile(whenever(day, random), second, stays);

        assertThat(late.view()).isEqualTo(asItHappened.view());
    }

    private static Door mergedWhile(List<Arrival> arrivals, ParticipantId second, ParticipantId stays) {
        var from = new Door(second);
        var into = new Door(stays);
        inOrder(arrivals).forEach(arrival -> {
            for (var door : List.of(from, into)) {
                if (arrival.participant().equals(door.participant)) {
                    door.now = arrival.when();
                    arrival.does().accept(door);
                }
            }
            if (from.attendance().mergedInto().isPresent()) {
                from.attendance()
                        .handedOver(second)
                        .forEach(handed -> into.takeOver(handed.sighting(), handed.badge(), handed.credence()));
            }
        });
        return into;
    }

    private static Stream<Arrival> inOrder(List<Arrival> arrivals) {
        return arrivals.stream().sorted(Comparator.comparing(Arrival::when).thenComparingLong(Arrival::tie));
    }

    private static String withoutRecordedAt(ParticipantEvent event) {
        return switch (event) {
            case ParticipantCheckedIn in -> "in " + in.scan() + in.day() + in.mode() + in.occurredAt();
            case CheckInRepeated in -> "in " + in.scan() + in.day() + in.mode() + in.occurredAt();
            case ParticipantCheckedOut out -> "out " + out.scan() + out.day() + out.mode() + out.occurredAt();
            default -> throw new AssertionError(event.getClass().getSimpleName());
        };
    }

    private static Stream<ScanId> scanOf(ParticipantEvent event) {
        return Stream.<@Nullable ScanId>of(
                        switch (event) {
                            case ParticipantCheckedIn in -> in.scan();
                            case CheckInRepeated in -> in.scan();
                            case ParticipantCheckedOut out -> out.scan();
                            case CheckInDisputed disputed -> disputed.scan();
                            default -> null;
                        })
                .flatMap(Stream::ofNullable);
    }

    private static Map<ParticipantId, View> views(Map<ParticipantId, Door> doors) {
        var views = new TreeMap<ParticipantId, View>(Comparator.comparing(ParticipantId::value));
        doors.forEach((participant, door) -> views.put(participant, door.view()));
        return views;
    }

    private static Map<ParticipantId, Door> arriving(List<Arrival> arrivals) {
        var doors = IntStream.rangeClosed(1, PEOPLE)
                .mapToObj(Door::participant)
                .collect(Collectors.toMap(participant -> participant, Door::new));
        inOrder(arrivals).forEach(arrival -> {
            var door = Objects.requireNonNull(doors.get(arrival.participant()));
            door.now = arrival.when();
            arrival.does().accept(door);
        });
        return doors;
    }

    private static List<Arrival> atOnce(Day day) {
        var arrivals = new ArrayList<Arrival>();
        day.facts().forEach(fact -> arrivals.add(of(fact, fact.truly(), 0)));
        day.scans().forEach(scanned -> arrivals.add(of(scanned, scanned.truly(), 1)));
        return arrivals;
    }

    /** Each device sends batches of what it has, some of it again; and what must not be late isn't. */
    private static List<Arrival> whenever(Day day, Random random) {
        var arrivals = new ArrayList<Arrival>();
        for (var fact : day.facts()) {
            arrivals.add(of(
                    fact,
                    fact.whenever() ? fact.truly().plusSeconds(random.nextInt(30_000)) : fact.truly(),
                    random.nextLong()));
        }
        var byDevice = day.scans().stream()
                .collect(Collectors.groupingBy(scanned -> scanned.scan().scan().device()));
        for (var ofDevice : byDevice.values()) {
            for (var sent = 0; sent < 3; sent++) {
                var last = sent == 2;
                var when = last
                        ? at(18, 0).plusSeconds(random.nextInt(90_000))
                        : at(9, 0).plusSeconds(random.nextInt(40_000));
                ofDevice.stream()
                        .filter(scanned -> last || (scanned.truly().isBefore(when) && random.nextInt(3) > 0))
                        .forEach(scanned -> arrivals.add(of(scanned, when, random.nextLong())));
            }
        }
        return arrivals;
    }

    private static Arrival of(Scanned scanned, Instant when, long tie) {
        return new Arrival(when, tie, scanned.scan().participant(), door -> door.record(scanned.scan()));
    }

    private static Arrival of(Said fact, Instant when, long tie) {
        return new Arrival(when, tie, fact.event().participant(), door -> door.tell(fact.event()));
    }

    private static Day day(Random random) {
        var facts = new ArrayList<Said>();
        var badges = new TreeMap<Integer, BadgeId>();
        for (var number = 1; number <= PEOPLE; number++) {
            facts.addAll(factsOf(number, random, badges));
        }
        var scans = new ArrayList<Scanned>();
        var clocks = IntStream.range(0, DEVICES)
                .mapToObj(_ -> Duration.ofSeconds(random.nextInt(-600, 601)))
                .toList();
        var count = random.nextInt(4, 40);
        for (var sequence = 1; sequence <= count; sequence++) {
            var device = random.nextInt(DEVICES);
            var number = random.nextInt(1, PEOPLE + 1);
            var truly = at(8, 0).plusSeconds(random.nextInt(36_000));
            var scan = new RecordScan(
                    Door.participant(number),
                    random.nextInt(30) == 0 ? Door.ANOTHER_SUMMIT : SUMMIT,
                    new ScanId(new UUID(7, device), sequence, new UUID(random.nextLong(), random.nextLong())),
                    random.nextInt(4) == 0 ? ScanDirection.OUT : ScanDirection.IN,
                    random.nextInt(12) == 0 ? random.nextInt(1, 5) : 3,
                    random.nextInt(4) == 0 ? AttendanceMode.ONLINE : AttendanceMode.IN_PERSON,
                    truly.plus(clocks.get(device)),
                    random.nextBoolean() ? badges.get(number) : null);
            scans.add(new Scanned(truly, scan));
            if (random.nextInt(15) == 0) {
                scans.add(new Scanned(truly, saidOtherwise(scan, random)));
            }
        }
        return new Day(scans, facts);
    }

    /** A device that was at fault: one scan, two contents. */
    private static RecordScan saidOtherwise(RecordScan scan, Random random) {
        return new RecordScan(
                scan.participant(),
                scan.summit(),
                scan.scan(),
                random.nextBoolean() ? ScanDirection.OUT : ScanDirection.IN,
                scan.day(),
                random.nextBoolean() ? AttendanceMode.ONLINE : AttendanceMode.IN_PERSON,
                scan.occurredAt().minusSeconds(random.nextInt(3_000)),
                null);
    }

    private static List<Said> factsOf(int number, Random random, Map<Integer, BadgeId> badges) {
        var participant = Door.participant(number);
        var moments = random.ints(8, 0, 36_000)
                .sorted()
                .mapToObj(second -> at(8, 0).plusSeconds(second))
                .toList();
        var registered = Door.registered(participant, 3);
        var facts = new ArrayList<Said>();
        switch (number % 8) {
            // registers at the door, on a device that is offline
            case 0, 1 -> facts.add(new Said(moments.getFirst(), registered, true));
            // never registers
            case 2 -> {}
            case 3 -> {
                facts.add(new Said(at(7, 0), registered, false));
                facts.add(new Said(
                        moments.get(2), new RegistrationCancelled(participant, SUMMIT, moments.get(2)), false));
            }
            case 4 -> {
                facts.add(new Said(at(7, 0), registered, false));
                facts.add(new Said(
                        moments.get(2), new RegistrationCancelled(participant, SUMMIT, moments.get(2)), false));
                facts.add(new Said(
                        moments.get(4),
                        new RegistrationReinstated(
                                participant, SUMMIT, Map.of(3, AttendanceMode.IN_PERSON), moments.get(4)),
                        false));
                if (random.nextBoolean()) {
                    facts.add(new Said(
                            moments.get(6), new RegistrationCancelled(participant, SUMMIT, moments.get(6)), false));
                }
            }
            case 5 -> {
                facts.add(new Said(at(7, 0), Door.registered(participant, 1), false));
                facts.add(new Said(
                        moments.get(3),
                        new ParticipantConfirmed(participant, SUMMIT, 3, AttendanceMode.IN_PERSON, moments.get(3)),
                        false));
                facts.add(new Said(moments.get(5), new DayDropped(participant, SUMMIT, 3, moments.get(5)), false));
            }
            default -> {
                facts.add(new Said(at(6, 0), registered, false));
                badges.put(number, Door.badge(number));
                facts.add(
                        new Said(at(7, 0), new BadgeIssued(participant, SUMMIT, Door.badge(number), at(7, 0)), false));
                facts.add(new Said(
                        moments.get(4),
                        new BadgeRevoked(participant, SUMMIT, Door.badge(number), moments.get(4)),
                        false));
            }
        }
        return facts;
    }
}
