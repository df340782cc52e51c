package org.sala.registration.door;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sala.personal.Personal;
import org.sala.registration.api.AgeBand;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.BadgeId;
import org.sala.registration.api.Consent;
import org.sala.registration.api.Contact;
import org.sala.registration.api.DisputeId;
import org.sala.registration.api.DisputeReason;
import org.sala.registration.api.Gender;
import org.sala.registration.api.Language;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.ParticipantRole;
import org.sala.registration.api.PersonName;
import org.sala.registration.api.RegistrationCommand.CheckInParticipant;
import org.sala.registration.api.RegistrationCommand.CheckOutParticipant;
import org.sala.registration.api.RegistrationCommand.RecordScan;
import org.sala.registration.api.RegistrationCommand.ResolveCheckIn;
import org.sala.registration.api.RegistrationEvent.ParticipantEvent;
import org.sala.registration.api.RegistrationEvent.ParticipantRegistered;
import org.sala.registration.api.RegistrationRejected;
import org.sala.registration.api.RegistrationRejected.Reason;
import org.sala.registration.api.Resolution;
import org.sala.registration.api.ScanDirection;
import org.sala.registration.api.ScanId;
import org.sala.registration.api.SummitId;

/** One person and the doors of a summit: day 1 online, day 3 both ways, with all that was told so far. */
final class Door {

    static final SummitId SUMMIT = new SummitId(UUID.fromString("50220000-0000-4000-8000-000000000001"));
    static final SummitId ANOTHER_SUMMIT = new SummitId(UUID.fromString("50220000-0000-4000-8000-000000000002"));
    static final ParticipantId SOMEBODY = participant(1);

    /** 09:00 of day 3, in Phnom Penh. */
    static final Instant NINE = Instant.parse("2022-06-08T02:00:00Z");

    static final SummitDays DAYS = new SummitDays(
            ZoneId.of("Asia/Phnom_Penh"),
            Map.of(
                    1, new SummitDays.Day(LocalDate.of(2022, 5, 31), Set.of(AttendanceMode.ONLINE)),
                    2, new SummitDays.Day(LocalDate.of(2022, 6, 7), Set.of(AttendanceMode.IN_PERSON)),
                    3,
                            new SummitDays.Day(
                                    LocalDate.of(2022, 6, 8),
                                    Set.of(AttendanceMode.IN_PERSON, AttendanceMode.ONLINE))));

    static final SummitDays.Source SUMMITS = summit -> {
        if (summit.equals(SUMMIT) || summit.equals(ANOTHER_SUMMIT)) {
            return DAYS;
        }
        throw new RegistrationRejected(Reason.SUMMIT_UNKNOWN);
    };

    final List<ParticipantEvent> told = new ArrayList<>();
    final ParticipantId participant;
    private Attendance attendance = Attendance.NONE;
    Instant now = at(14, 30);

    Door() {
        this(SOMEBODY);
    }

    Door(ParticipantId participant) {
        this.participant = participant;
    }

    static ParticipantId participant(int number) {
        return new ParticipantId(UUID.fromString("9e750000-0000-4000-8000-%012d".formatted(number)));
    }

    static Instant at(int hour, int minute) {
        return NINE.plusSeconds((hour - 9) * 3600L + minute * 60L);
    }

    static ScanId scanId(int number) {
        return new ScanId(new UUID(7, number % 3), number + 1L, new UUID(9, number));
    }

    static BadgeId badge(int number) {
        return new BadgeId(new UUID(11, number));
    }

    Attendance attendance() {
        return attendance;
    }

    static ParticipantRegistered registered(ParticipantId participant, Integer... days) {
        return new ParticipantRegistered(
                participant,
                SUMMIT,
                null,
                Personal.of(new PersonName("សុខ ដារា", "Sok Dara")),
                Personal.of(new Contact("012 345 678", null)),
                ParticipantRole.COACH,
                Gender.WOMAN,
                AgeBand.FROM_30_TO_44,
                null,
                Language.KM,
                Set.of(days).stream().collect(Collectors.toMap(day -> day, _ -> AttendanceMode.IN_PERSON)),
                Set.of(Consent.DATA_USE),
                "2022-05");
    }

    /** Somebody who is expected on day 3. */
    static Door ofSomebody() {
        var door = new Door();
        door.tell(registered(SOMEBODY, 3));
        return door;
    }

    /** What became known otherwise, and what follows. */
    List<ParticipantEvent> tell(ParticipantEvent event) {
        var evolved = attendance.evolve(event);
        told.add(event);
        attendance = evolved;
        return apply(evolved.settle(participant, SUMMITS, now));
    }

    private List<ParticipantEvent> apply(List<ParticipantEvent> events) {
        events.forEach(event -> attendance = attendance.evolve(event));
        told.addAll(events);
        return events;
    }

    List<ParticipantEvent> record(RecordScan scan) {
        return apply(attendance.record(scan, SUMMITS, now));
    }

    List<ParticipantEvent> scan(int number, ScanDirection direction, AttendanceMode mode, Instant occurredAt) {
        return scan(number, direction, 3, mode, occurredAt, null);
    }

    List<ParticipantEvent> scan(
            int number,
            ScanDirection direction,
            int day,
            AttendanceMode mode,
            Instant occurredAt,
            @Nullable BadgeId badge) {
        return record(new RecordScan(participant, SUMMIT, scanId(number), direction, day, mode, occurredAt, badge));
    }

    List<ParticipantEvent> checkIn(int day, AttendanceMode mode, Instant occurredAt) {
        return apply(attendance.checkIn(new CheckInParticipant(participant, day, mode, occurredAt), SUMMITS, now));
    }

    List<ParticipantEvent> checkOut(int day, AttendanceMode mode, Instant occurredAt) {
        return apply(attendance.checkOut(new CheckOutParticipant(participant, day, mode, occurredAt), SUMMITS, now));
    }

    List<ParticipantEvent> resolve(DisputeId dispute, Resolution resolution) {
        return apply(attendance.resolve(new ResolveCheckIn(participant, dispute, resolution), SUMMITS, now));
    }

    List<ParticipantEvent> takeOver(Sighting sighting, @Nullable BadgeId badge, HandedOver.Credence credence) {
        return apply(attendance.takeOver(participant, new HandedOver(sighting, badge, credence), SUMMITS, now));
    }

    /** The only dispute that is open. */
    Dispute dispute() {
        var open = attendance.openDisputes();
        if (open.size() != 1) {
            throw new AssertionError(open.size() + " disputes are open");
        }
        return open.getFirst();
    }

    Set<DisputeReason> disputed() {
        return attendance.openDisputes().stream().map(Dispute::reason).collect(Collectors.toSet());
    }

    /** What has to be the same in any order. */
    View view() {
        return new View(
                attendance.presences(),
                attendance.openDisputes().stream()
                        .map(dispute -> new Open(dispute.id(), dispute.reason(), dispute.about()))
                        .collect(Collectors.toSet()));
    }

    record View(SortedMap<Place, Presence> presences, Set<Open> disputes) {}

    record Open(DisputeId id, DisputeReason reason, Sighting about) {}
}
