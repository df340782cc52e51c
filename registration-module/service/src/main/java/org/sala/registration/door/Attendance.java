package org.sala.registration.door;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.BadgeId;
import org.sala.registration.api.DisputeId;
import org.sala.registration.api.DisputeReason;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.RegistrationCommand.CheckInParticipant;
import org.sala.registration.api.RegistrationCommand.CheckOutParticipant;
import org.sala.registration.api.RegistrationCommand.RecordScan;
import org.sala.registration.api.RegistrationCommand.ResolveCheckIn;
import org.sala.registration.api.RegistrationEvent.AttendanceModeChanged;
import org.sala.registration.api.RegistrationEvent.BadgeIssued;
import org.sala.registration.api.RegistrationEvent.BadgeRevoked;
import org.sala.registration.api.RegistrationEvent.CheckInDisputed;
import org.sala.registration.api.RegistrationEvent.CheckInRepeated;
import org.sala.registration.api.RegistrationEvent.CheckInResolved;
import org.sala.registration.api.RegistrationEvent.ConsentGiven;
import org.sala.registration.api.RegistrationEvent.ConsentWithdrawn;
import org.sala.registration.api.RegistrationEvent.DayDropped;
import org.sala.registration.api.RegistrationEvent.DuplicateDismissed;
import org.sala.registration.api.RegistrationEvent.DuplicateMerged;
import org.sala.registration.api.RegistrationEvent.ParticipantCheckedIn;
import org.sala.registration.api.RegistrationEvent.ParticipantCheckedOut;
import org.sala.registration.api.RegistrationEvent.ParticipantConfirmed;
import org.sala.registration.api.RegistrationEvent.ParticipantErased;
import org.sala.registration.api.RegistrationEvent.ParticipantEvent;
import org.sala.registration.api.RegistrationEvent.ParticipantRegistered;
import org.sala.registration.api.RegistrationEvent.ParticipantRevised;
import org.sala.registration.api.RegistrationEvent.ParticipantWaitlisted;
import org.sala.registration.api.RegistrationEvent.PersonalDataDisclosed;
import org.sala.registration.api.RegistrationEvent.PersonalDataForgotten;
import org.sala.registration.api.RegistrationEvent.RegistrationCancelled;
import org.sala.registration.api.RegistrationEvent.RegistrationReinstated;
import org.sala.registration.api.RegistrationEvent.TicketIssued;
import org.sala.registration.api.RegistrationRejected;
import org.sala.registration.api.RegistrationRejected.Reason;
import org.sala.registration.api.Resolution;
import org.sala.registration.api.ScanDirection;
import org.sala.registration.api.ScanId;
import org.sala.registration.api.SummitId;

/**
 * Where one person was. A set of sightings, each judged by what registration says, and what people said of them: the same
 * in whichever order they arrived, and however often (decision 0063). Part of a participant's state: {@link #evolve} with
 * each of their events, and {@link #settle} whenever one of them was not about attendance.
 *
 * @param expectation what registration says
 * @param counted what was seen and is believed
 * @param parked what was seen and is not, with the badge that was shown
 * @param disputes every contradiction that was told, open or not
 * @param words what people said last, by place: whether the person was there
 */
public record Attendance(
        Expectation expectation,
        SortedSet<Sighting> counted,
        SortedMap<Sighting, Optional<BadgeId>> parked,
        Map<DisputeId, Dispute> disputes,
        Map<Place, Boolean> words) {

    /** Of somebody whom nobody has seen, or heard of. */
    public static final Attendance NONE = new Attendance(
            Expectation.OF_NOBODY, Collections.emptySortedSet(), Collections.emptySortedMap(), Map.of(), Map.of());

    /**
     * Takes in what a device noted. What contradicts becomes a dispute.
     *
     * @throws RegistrationRejected {@code SUMMIT_UNKNOWN}, {@code PARTICIPANT_ERASED}
     */
    public List<ParticipantEvent> record(RecordScan command, SummitDays.Source summits, Instant now) {
        return take(command.participant(), Sighting.of(command), command.badge(), summits, now);
    }

    /**
     * Checks in a person who has come without being registered, and has been just now.
     *
     * @param scan the scan of a device; absent at a desk
     * @throws RegistrationRejected as {@link #checkIn} does, at a desk
     */
    public List<ParticipantEvent> walkIn(
            CheckInParticipant arrival, @Nullable ScanId scan, SummitDays.Source summits, Instant now) {
        var sighting = new Sighting(
                scan,
                Objects.requireNonNull(expectation.summit()),
                ScanDirection.IN,
                arrival.day(),
                arrival.mode(),
                arrival.occurredAt());
        if (isKnown(sighting)) {
            return List.of();
        }
        return scan == null
                ? checkIn(arrival, summits, now)
                : take(arrival.participant(), sighting, null, summits, now);
    }

    /** Takes in several, which arrived together. */
    public List<ParticipantEvent> record(Collection<RecordScan> commands, SummitDays.Source summits, Instant now) {
        var told = new ArrayList<ParticipantEvent>();
        var state = this;
        for (var command : commands) {
            for (var event : state.record(command, summits, now)) {
                told.add(event);
                state = state.evolve(event);
            }
        }
        return told;
    }

    private boolean isKnown(Sighting sighting) {
        return counted.contains(sighting) || parked.containsKey(sighting);
    }

    private List<ParticipantEvent> take(
            ParticipantId participant,
            Sighting sighting,
            @Nullable BadgeId badge,
            SummitDays.Source summits,
            Instant now) {
        if (isKnown(sighting)) {
            return List.of();
        }
        if (expectation.erased()) {
            throw new RegistrationRejected(Reason.PARTICIPANT_ERASED);
        }
        if (!sighting.summit().equals(expectation.summit())) {
            // refuses what no summit ever had
            Objects.requireNonNull(summits.of(sighting.summit()));
        }
        return parking(sighting, badge).settle(participant, summits, now);
    }

    /**
     * Checks in a person who stands at a desk; changes nothing where they are here already.
     *
     * @throws RegistrationRejected where it can't be true
     */
    public List<ParticipantEvent> checkIn(CheckInParticipant command, SummitDays.Source summits, Instant now) {
        var summit = known();
        var place = new Place(command.day(), command.mode());
        var sighting =
                new Sighting(null, summit, ScanDirection.IN, command.day(), command.mode(), command.occurredAt());
        if (counted.contains(sighting)
                || presence(place).filter(here -> !here.isOver()).isPresent()) {
            return List.of();
        }
        if (expectation.cancelledAt() != null && command.occurredAt().isAfter(expectation.cancelledAt())) {
            throw new RegistrationRejected(Reason.REGISTRATION_CANCELLED);
        }
        possible(place, command.occurredAt(), summits.of(summit), now);
        if (!expectation.isExpected(command.day(), command.occurredAt())) {
            throw refusedForDay(Reason.NOT_EXPECTED, command.day());
        }
        return told(command.participant(), sighting, summits, now);
    }

    /**
     * Says that a person leaves whom somebody at a desk sees leaving.
     *
     * @throws RegistrationRejected where it can't be true
     */
    public List<ParticipantEvent> checkOut(CheckOutParticipant command, SummitDays.Source summits, Instant now) {
        var summit = known();
        var place = new Place(command.day(), command.mode());
        var sighting =
                new Sighting(null, summit, ScanDirection.OUT, command.day(), command.mode(), command.occurredAt());
        if (counted.contains(sighting)) {
            return List.of();
        }
        possible(place, command.occurredAt(), summits.of(summit), now);
        if (presence(place).isEmpty()) {
            throw refusedForDay(Reason.NOT_HERE, command.day());
        }
        return told(command.participant(), sighting, summits, now);
    }

    /**
     * Says what a person found out about a dispute.
     *
     * @throws RegistrationRejected {@code DISPUTE_UNKNOWN}; {@code DISPUTE_RESOLVED} where it is otherwise; {@code
     *     OTHER_SUMMIT} and {@code DAY_UNKNOWN} where nobody can have been
     */
    public List<ParticipantEvent> resolve(ResolveCheckIn command, SummitDays.Source summits, Instant now) {
        var dispute = disputes.get(command.dispute());
        if (dispute == null) {
            throw new RegistrationRejected(Reason.DISPUTE_UNKNOWN);
        }
        if (dispute.resolution() == command.resolution()) {
            return List.of();
        }
        if (!dispute.isOpen()) {
            throw new RegistrationRejected(Reason.DISPUTE_RESOLVED);
        }
        var events = new Story(command.participant(), now);
        var about = dispute.about();
        if (command.resolution() == Resolution.WAS_HERE) {
            var summit = known();
            if (!about.summit().equals(summit)) {
                throw new RegistrationRejected(Reason.OTHER_SUMMIT);
            }
            if (!summits.of(summit).days().containsKey(about.day())) {
                throw refusedForDay(Reason.DAY_UNKNOWN, about.day());
            }
            if (parked.containsKey(about)) {
                events.believe(about);
            }
        } else if (expectation.erased()) {
            throw new RegistrationRejected(Reason.PARTICIPANT_ERASED);
        } else if (expectation.into() != null) {
            throw merged(expectation.into());
        }
        events.resolve(dispute, command.resolution());
        events.settle(summits);
        return events.told;
    }

    /**
     * Takes over what was seen of a person under a registration that was a second one of theirs. Again, it changes
     * nothing.
     *
     * @throws RegistrationRejected {@code PARTICIPANT_ERASED}
     */
    public List<ParticipantEvent> takeOver(
            ParticipantId participant, HandedOver handed, SummitDays.Source summits, Instant now) {
        var sighting = handed.sighting();
        if (isKnown(sighting) || handed.credence() == HandedOver.Credence.DISPUTED) {
            return take(participant, sighting, handed.badge(), summits, now);
        }
        if (expectation.erased()) {
            throw new RegistrationRejected(Reason.PARTICIPANT_ERASED);
        }
        var events = new Story(participant, now);
        events.believe(sighting);
        events.settle(summits);
        var left =
                events.state.disputes.get(Names.dispute(participant, DisputeReason.OUT_WITHOUT_IN, sighting.place()));
        if (handed.credence() == HandedOver.Credence.SAID && left != null && left.isOpen()) {
            events.resolve(left, Resolution.WAS_HERE);
            events.settle(summits);
        }
        return events.told;
    }

    /** What a registration that stays has to take over of this one, whose id is given. */
    public List<HandedOver> handedOver(ParticipantId participant) {
        var handed = new ArrayList<HandedOver>();
        for (var sighting : counted) {
            var word = words.get(sighting.place());
            if (!Boolean.FALSE.equals(word)) {
                handed.add(new HandedOver(
                        sighting.of(participant),
                        null,
                        word == null ? HandedOver.Credence.COUNTED : HandedOver.Credence.SAID));
            }
        }
        parked.forEach((sighting, badge) -> {
            var dispute = disputes.get(Names.dispute(participant, sighting));
            if (dispute == null || !dispute.isSettled()) {
                var wrong = badge.filter(shown -> !expectation.isValid(shown, sighting.occurredAt()));
                handed.add(new HandedOver(sighting.of(participant), wrong.orElse(null), HandedOver.Credence.DISPUTED));
            }
        });
        return handed;
    }

    /**
     * What follows from something that became known otherwise: what was parked may count now, and the other way round.
     */
    public List<ParticipantEvent> settle(ParticipantId participant, SummitDays.Source summits, Instant now) {
        var events = new Story(participant, now);
        events.settle(summits);
        return events.told;
    }

    /** Where the person was, or is. */
    public SortedMap<Place, Presence> presences() {
        var places = new TreeSet<Place>(words.keySet());
        counted.forEach(sighting -> places.add(sighting.place()));
        var presences = new TreeMap<Place, Presence>();
        places.forEach(place -> presence(place).ifPresent(presence -> presences.put(place, presence)));
        return Collections.unmodifiableSortedMap(presences);
    }

    /** In which modes the person was here on a day. */
    public Set<AttendanceMode> here(int day) {
        var modes = EnumSet.noneOf(AttendanceMode.class);
        for (var mode : AttendanceMode.values()) {
            if (presence(new Place(day, mode)).isPresent()) {
                modes.add(mode);
            }
        }
        return modes;
    }

    /** Contradictions that nobody has resolved yet, and that nothing explains. */
    public List<Dispute> openDisputes() {
        return disputes.values().stream().filter(Dispute::isOpen).toList();
    }

    /** The registration that stays, where this was a second one. */
    public Optional<ParticipantId> mergedInto() {
        return Optional.ofNullable(expectation.into());
    }

    /** The summit of what was seen first; empty where nothing was. */
    public Optional<SummitId> summitOfSightings() {
        return Stream.concat(counted.stream(), parked.keySet().stream())
                .map(Sighting::summit)
                .findFirst();
    }

    private Optional<Presence> presence(Place place) {
        var word = words.get(place);
        if (Boolean.FALSE.equals(word)) {
            return Optional.empty();
        }
        var arrivals = new TreeSet<Instant>();
        var departures = new TreeSet<Instant>();
        for (var sighting : counted) {
            if (sighting.place().equals(place)) {
                (sighting.direction() == ScanDirection.IN ? arrivals : departures).add(sighting.occurredAt());
            }
        }
        if (arrivals.isEmpty() && word == null) {
            return Optional.empty();
        }
        return Optional.of(new Presence(
                place,
                arrivals.isEmpty() ? null : arrivals.first(),
                arrivals.isEmpty() ? null : arrivals.last(),
                departures.isEmpty() ? null : departures.last()));
    }

    /** What it is after an event of the same person. */
    public Attendance evolve(ParticipantEvent event) {
        return switch (event) {
            case ParticipantCheckedIn in -> {
                var seen = counting(
                        new Sighting(in.scan(), in.summit(), ScanDirection.IN, in.day(), in.mode(), in.occurredAt()));
                yield in.scan() == null ? seen.saying(new Place(in.day(), in.mode()), true) : seen;
            }
            case CheckInRepeated in ->
                counting(new Sighting(in.scan(), in.summit(), ScanDirection.IN, in.day(), in.mode(), in.occurredAt()));
            case ParticipantCheckedOut out ->
                counting(new Sighting(
                        out.scan(), out.summit(), ScanDirection.OUT, out.day(), out.mode(), out.occurredAt()));
            case CheckInDisputed disputed -> disputing(disputed);
            case CheckInResolved resolved -> {
                var dispute = disputes.get(resolved.dispute());
                var closed = dispute == null ? this : with(dispute.resolved(resolved.resolution()));
                var place = new Place(resolved.day(), resolved.mode());
                yield switch (resolved.resolution()) {
                    case WAS_HERE -> closed.saying(place, true);
                    case WAS_NOT_HERE -> closed.saying(place, false);
                    case EXPLAINED -> closed;
                };
            }
            case ParticipantRegistered _,
                    ParticipantRevised _,
                    ParticipantWaitlisted _,
                    ParticipantConfirmed _,
                    AttendanceModeChanged _,
                    DayDropped _,
                    RegistrationCancelled _,
                    RegistrationReinstated _,
                    ConsentGiven _,
                    ConsentWithdrawn _,
                    TicketIssued _,
                    BadgeIssued _,
                    BadgeRevoked _,
                    DuplicateMerged _,
                    DuplicateDismissed _,
                    PersonalDataForgotten _,
                    PersonalDataDisclosed _,
                    ParticipantErased _ -> new Attendance(expectation.evolve(event), counted, parked, disputes, words);
        };
    }

    private Attendance disputing(CheckInDisputed disputed) {
        var about = new Sighting(
                disputed.scan(),
                disputed.summit(),
                disputed.direction(),
                disputed.day(),
                disputed.mode(),
                disputed.occurredAt());
        var told = with(new Dispute(disputed.dispute(), disputed.reason(), about, disputed.recordedAt(), null));
        return isToldBeside(disputed.reason()) ? told : told.parking(about, disputed.badge());
    }

    /** Whether a dispute comes with an event of the sighting itself, which counts. */
    static boolean isToldBeside(DisputeReason reason) {
        return switch (reason) {
            case TWO_PLACES, OUT_WITHOUT_IN, SCAN_REUSED -> true;
            case PARTICIPANT_UNKNOWN, CANCELLED, NOT_EXPECTED, NOT_THE_DAY, MODE_NOT_OFFERED, BADGE_REVOKED -> false;
        };
    }

    private Attendance counting(Sighting sighting) {
        var more = new TreeSet<>(counted);
        more.add(sighting);
        var fewer = new TreeMap<>(parked);
        fewer.remove(sighting);
        return new Attendance(
                expectation,
                Collections.unmodifiableSortedSet(more),
                Collections.unmodifiableSortedMap(fewer),
                disputes,
                words);
    }

    private Attendance parking(Sighting sighting, @Nullable BadgeId badge) {
        var more = new TreeMap<>(parked);
        more.put(sighting, Optional.ofNullable(badge));
        return new Attendance(expectation, counted, Collections.unmodifiableSortedMap(more), disputes, words);
    }

    private Attendance with(Dispute dispute) {
        var more = new HashMap<>(disputes);
        more.put(dispute.id(), dispute);
        return new Attendance(expectation, counted, parked, Map.copyOf(more), words);
    }

    private Attendance saying(Place place, boolean wasHere) {
        var more = new HashMap<>(words);
        more.put(place, wasHere);
        return new Attendance(expectation, counted, parked, disputes, Map.copyOf(more));
    }

    private List<ParticipantEvent> told(
            ParticipantId participant, Sighting sighting, SummitDays.Source summits, Instant now) {
        var events = new Story(participant, now);
        events.believe(sighting);
        events.settle(summits);
        return events.told;
    }

    /** The summit of somebody who is registered, and still is. */
    private SummitId known() {
        if (expectation.erased()) {
            throw new RegistrationRejected(Reason.PARTICIPANT_ERASED);
        }
        if (expectation.into() != null) {
            throw merged(expectation.into());
        }
        if (expectation.summit() == null) {
            throw new RegistrationRejected(Reason.PARTICIPANT_UNKNOWN);
        }
        return expectation.summit();
    }

    private static void possible(Place place, Instant occurredAt, SummitDays summit, Instant now) {
        if (occurredAt.isAfter(now.plus(Clocks.AHEAD))) {
            throw new RegistrationRejected(Reason.IN_THE_FUTURE);
        }
        var day = summit.days().get(place.day());
        if (day == null) {
            throw refusedForDay(Reason.DAY_UNKNOWN, place.day());
        }
        if (!summit.isOn(place.day(), occurredAt)) {
            throw new RegistrationRejected(
                    Reason.NOT_THE_DAY,
                    Map.of(
                            "day",
                            Integer.toString(place.day()),
                            "date",
                            day.date().toString()));
        }
        if (!summit.isHeldIn(place)) {
            throw refusedForDay(Reason.MODE_NOT_OFFERED, place.day());
        }
    }

    private static RegistrationRejected refusedForDay(Reason reason, int day) {
        return new RegistrationRejected(reason, Map.of("day", Integer.toString(day)));
    }

    private static RegistrationRejected merged(ParticipantId into) {
        return new RegistrationRejected(Reason.DUPLICATE_MERGED, Map.of("participant", into.toString()));
    }

    /** Contradictions between what is counted, each with what it is about. */
    private Map<DisputeId, Dispute> contradictions(ParticipantId participant, Instant now) {
        var found = new TreeMap<DisputeId, Dispute>(Comparator.comparing(DisputeId::value));
        for (var sighting : reused()) {
            var id = Names.dispute(participant, sighting);
            found.put(id, new Dispute(id, DisputeReason.SCAN_REUSED, sighting, now, null));
        }
        var seen = new TreeMap<Place, SortedSet<Sighting>>();
        for (var sighting : counted) {
            if (!Boolean.FALSE.equals(words.get(sighting.place()))) {
                seen.computeIfAbsent(sighting.place(), _ -> new TreeSet<>()).add(sighting);
            }
        }
        seen.forEach((place, sightings) -> {
            var arrival = firstArrival(sightings);
            if (arrival.isEmpty() && !words.containsKey(place)) {
                var id = Names.dispute(participant, DisputeReason.OUT_WITHOUT_IN, place);
                found.put(id, new Dispute(id, DisputeReason.OUT_WITHOUT_IN, sightings.first(), now, null));
            }
            if (arrival.isPresent()
                    && seen.entrySet().stream()
                            .anyMatch(other -> isElsewhere(place, other.getKey())
                                    && Stays.of(sightings).surelyOverlap(Stays.of(other.getValue())))) {
                var id = Names.dispute(participant, DisputeReason.TWO_PLACES, place);
                found.put(id, new Dispute(id, DisputeReason.TWO_PLACES, arrival.get(), now, null));
            }
        });
        return found;
    }

    private static boolean isElsewhere(Place place, Place other) {
        return place.day() == other.day() && place.mode() != other.mode();
    }

    private static Optional<Sighting> firstArrival(Collection<Sighting> sightings) {
        return sightings.stream()
                .filter(sighting -> sighting.direction() == ScanDirection.IN)
                .findFirst();
    }

    /** What is counted though its scan says something else too. */
    private List<Sighting> reused() {
        var byScan = new HashMap<ScanId, List<Sighting>>();
        for (var all : List.of(counted, parked.keySet())) {
            for (var sighting : all) {
                if (sighting.scan() != null) {
                    byScan.computeIfAbsent(sighting.scan(), _ -> new ArrayList<>())
                            .add(sighting);
                }
            }
        }
        return counted.stream()
                .filter(sighting -> sighting.scan() != null
                        && byScan.getOrDefault(sighting.scan(), List.of()).stream()
                                .anyMatch(other -> !other.saysTheSameAs(sighting)))
                .toList();
    }

    /** What is told in one decision, and what the person's attendance is by then. */
    private final class Story {

        private final ParticipantId participant;
        private final Instant now;
        private final List<ParticipantEvent> told = new ArrayList<>();
        private Attendance state = Attendance.this;

        Story(ParticipantId participant, Instant now) {
            this.participant = participant;
            this.now = now;
        }

        void tell(ParticipantEvent event) {
            told.add(event);
            state = state.evolve(event);
        }

        /** Tells a sighting by an event of its own. */
        void believe(Sighting sighting) {
            tell(
                    switch (sighting.direction()) {
                        case OUT ->
                            new ParticipantCheckedOut(
                                    participant,
                                    sighting.summit(),
                                    sighting.day(),
                                    sighting.mode(),
                                    sighting.occurredAt(),
                                    now,
                                    sighting.scan());
                        case IN ->
                            sighting.scan() != null && state.hasCome(sighting.place())
                                    ? new CheckInRepeated(
                                            participant,
                                            sighting.summit(),
                                            sighting.day(),
                                            sighting.mode(),
                                            sighting.occurredAt(),
                                            now,
                                            sighting.scan())
                                    : new ParticipantCheckedIn(
                                            participant,
                                            sighting.summit(),
                                            sighting.day(),
                                            sighting.mode(),
                                            sighting.occurredAt(),
                                            now,
                                            sighting.scan());
                    });
        }

        void dispute(Dispute dispute, @Nullable BadgeId badge) {
            var about = dispute.about();
            tell(new CheckInDisputed(
                    participant,
                    about.summit(),
                    dispute.id(),
                    dispute.reason(),
                    about.direction(),
                    about.day(),
                    about.mode(),
                    about.occurredAt(),
                    now,
                    about.scan(),
                    badge));
        }

        void resolve(Dispute dispute, Resolution resolution) {
            tell(new CheckInResolved(
                    participant,
                    dispute.about().summit(),
                    dispute.id(),
                    dispute.about().day(),
                    dispute.about().mode(),
                    resolution,
                    now));
        }

        void settle(SummitDays.Source summits) {
            if (expectation.erased()) {
                // nothing of the person follows
                return;
            }
            state.parked.forEach((sighting, badge) -> judge(sighting, badge.orElse(null), summits));
            var contradictions = state.contradictions(participant, now);
            for (var found : contradictions.values()) {
                var before = state.disputes.get(found.id());
                if (before == null || (!before.isSettled() && !before.says(found.reason(), found.about()))) {
                    dispute(found, null);
                }
            }
            for (var dispute : List.copyOf(state.disputes.values())) {
                if (dispute.isOpen() && isToldBeside(dispute.reason()) && !contradictions.containsKey(dispute.id())) {
                    resolve(dispute, Resolution.EXPLAINED);
                }
            }
        }

        private void judge(Sighting sighting, @Nullable BadgeId badge, SummitDays.Source summits) {
            var id = Names.dispute(participant, sighting);
            var before = state.disputes.get(id);
            if (before != null && before.isSettled()) {
                return;
            }
            var objection = expectation.objectionTo(sighting, badge, summits);
            if (objection.isEmpty()) {
                believe(sighting);
                if (before != null) {
                    resolve(before, Resolution.EXPLAINED);
                }
            } else if (before == null || !before.says(objection.get(), sighting)) {
                dispute(new Dispute(id, objection.get(), sighting, now, null), badge);
            }
        }
    }

    private boolean hasCome(Place place) {
        return counted.stream()
                .anyMatch(sighting -> sighting.direction() == ScanDirection.IN
                        && sighting.place().equals(place));
    }
}
