package org.sala.ui;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sala.eventing.EventNames;
import org.sala.eventing.intake.Fact;
import org.sala.feedback.api.BoardId;
import org.sala.feedback.api.BoardKind;
import org.sala.feedback.api.FeedbackEvent;
import org.sala.feedback.api.FeedbackEvent.BoardClosed;
import org.sala.feedback.api.FeedbackEvent.BoardOpened;
import org.sala.feedback.api.FeedbackEvent.NotePosted;
import org.sala.feedback.api.FreeText;
import org.sala.feedback.api.HungNote;
import org.sala.feedback.api.Note;
import org.sala.feedback.api.NoteId;
import org.sala.feedback.api.NoteSource;
import org.sala.marketplace.api.Category;
import org.sala.marketplace.api.LapseReason;
import org.sala.marketplace.api.Leg;
import org.sala.marketplace.api.MarketplaceEvent;
import org.sala.marketplace.api.MarketplaceEvent.OfferPosted;
import org.sala.marketplace.api.MarketplaceEvent.TradeAccepted;
import org.sala.marketplace.api.MarketplaceEvent.TradeAgreed;
import org.sala.marketplace.api.MarketplaceEvent.TradeLapsed;
import org.sala.marketplace.api.MarketplaceEvent.TradeProposed;
import org.sala.marketplace.api.OfferId;
import org.sala.marketplace.api.OfferKind;
import org.sala.marketplace.api.StallId;
import org.sala.marketplace.api.TradeId;
import org.sala.personal.Personal;
import org.sala.registration.api.AgeBand;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.BilingualText;
import org.sala.registration.api.Cohort;
import org.sala.registration.api.Consent;
import org.sala.registration.api.Contact;
import org.sala.registration.api.DisputeId;
import org.sala.registration.api.DisputeReason;
import org.sala.registration.api.Gender;
import org.sala.registration.api.Language;
import org.sala.registration.api.OrganizationId;
import org.sala.registration.api.OrganizationKind;
import org.sala.registration.api.OrganizationSize;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.ParticipantRole;
import org.sala.registration.api.PersonName;
import org.sala.registration.api.RegistrationEvent;
import org.sala.registration.api.RegistrationEvent.CheckInDisputed;
import org.sala.registration.api.RegistrationEvent.CheckInResolved;
import org.sala.registration.api.RegistrationEvent.DuplicateMerged;
import org.sala.registration.api.RegistrationEvent.OrganizationEnrolled;
import org.sala.registration.api.RegistrationEvent.ParticipantCheckedIn;
import org.sala.registration.api.RegistrationEvent.ParticipantRegistered;
import org.sala.registration.api.RegistrationEvent.ParticipantWaitlisted;
import org.sala.registration.api.RegistrationEvent.SummitAnnounced;
import org.sala.registration.api.RegistrationEvent.TieDeclared;
import org.sala.registration.api.Resolution;
import org.sala.registration.api.ScanDirection;
import org.sala.registration.api.ScanId;
import org.sala.registration.api.SummitDay;
import org.sala.registration.api.SummitId;
import org.sala.registration.api.TieRound;
import org.sala.registration.api.TieStrength;
import org.sala.sessions.api.Method;
import org.sala.sessions.api.Place;
import org.sala.sessions.api.SessionId;
import org.sala.sessions.api.SessionKind;
import org.sala.sessions.api.SessionPlan;
import org.sala.sessions.api.SessionsEvent;
import org.sala.sessions.api.SessionsEvent.ParticipantJoinedSession;
import org.sala.sessions.api.SessionsEvent.SessionEnded;
import org.sala.sessions.api.SessionsEvent.SessionScheduled;
import org.sala.sessions.api.SessionsEvent.SessionStarted;
import org.sala.sessions.api.Slot;
import tools.jackson.databind.json.JsonMapper;

/**
 * The facts of a small summit, the same for the same seed: every type of event of every context, in an order in which
 * the contexts could have told them.
 */
public final class SampleFacts {

    public static final EventNames NAMES =
            EventNames.of(RegistrationEvent.class, SessionsEvent.class, MarketplaceEvent.class, FeedbackEvent.class);

    /** A name and a contact that are in the facts and must be on no screen and in no file. */
    public static final String SECRET_NAME = "Invented Sokha";

    public static final String SECRET_PHONE = "012 345 678";
    public static final String ACTOR = "5b1f3d1e-52a9-4f0e-9d5a-0a2f4d7b9c11";

    /** Check-ins that no reader counts: somebody said that it was not so, and a second registration of somebody. */
    public static final int COUNTED_FOR_NOBODY = 2;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Instant BEGIN = Instant.parse("2022-06-07T01:00:00Z");

    private final Random random;
    private final List<Fact> facts = new ArrayList<>();
    private final Map<String, Long> positions = new HashMap<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private final UUID summit;

    /** What was told, counted while it was told. */
    public final Map<String, Long> told = new LinkedHashMap<>();

    private SampleFacts(long seed) {
        this.random = new Random(seed);
        this.summit = id();
    }

    public UUID summit() {
        return summit;
    }

    public List<Fact> facts() {
        return List.copyOf(facts);
    }

    /** A summit with people who came, sessions that ran, trades and notes. */
    public static SampleFacts of(long seed, int organizations, int people) {
        var sample = new SampleFacts(seed);
        sample.play(organizations, people);
        return sample;
    }

    /** The facts in another order, in which each subject's still follow each other as they did. */
    public static List<Fact> shuffled(List<Fact> facts, long seed) {
        var random = new Random(seed);
        var waiting = new LinkedHashMap<String, ArrayList<Fact>>();
        facts.forEach(fact -> waiting.computeIfAbsent(fact.context() + fact.subject(), key -> new ArrayList<>())
                .add(fact));
        var queues = new ArrayList<>(waiting.values());
        var shuffled = new ArrayList<Fact>(facts.size());
        while (!queues.isEmpty()) {
            var queue = queues.get(random.nextInt(queues.size()));
            shuffled.add(queue.removeFirst());
            if (queue.isEmpty()) {
                queues.remove(queue);
            }
        }
        return shuffled;
    }

    private UUID id() {
        return UUID.nameUUIDFromBytes(Long.toString(random.nextLong()).getBytes(StandardCharsets.US_ASCII));
    }

    private static <T> T pick(T[] values, int which) {
        return List.of(values).get(which);
    }

    private static BilingualText text(String km, String en) {
        return new BilingualText(km, en);
    }

    private void tell(String context, UUID subject, Object event) {
        var position = positions.merge(context, 1L, Long::sum);
        var sequence = sequences.merge(context + subject, 1L, Long::sum) - 1;
        var type = NAMES.nameOf(event.getClass());
        told.merge(type, 1L, Long::sum);
        facts.add(new Fact(
                id(),
                type,
                context,
                position,
                subject.toString(),
                sequence,
                BEGIN.plusMillis(facts.size() * 1_700L),
                new Fact.Provenance(id().toString(), null, ACTOR, "STAFF"),
                JSON.writeValueAsString(event),
                event));
    }

    private record Enrolled(UUID id, Cohort cohort) {}

    private record Registered(UUID id, @Nullable UUID organization, Map<Integer, AttendanceMode> days) {}

    private void play(int organizations, int people) {
        var days = List.of(
                new SummitDay(
                        1,
                        LocalDate.of(2022, 5, 30),
                        text("តាមអនឡាញ", "Online"),
                        Map.of(AttendanceMode.ONLINE, 120),
                        SummitDay.Admission.EVERYBODY),
                new SummitDay(
                        2,
                        LocalDate.of(2022, 6, 7),
                        text("ភ្នំពេញ", "Phnom Penh"),
                        Map.of(AttendanceMode.IN_PERSON, 100, AttendanceMode.ONLINE, 40),
                        SummitDay.Admission.EVERYBODY));
        tell(
                "registration",
                summit,
                new SummitAnnounced(
                        new SummitId(summit),
                        text("សន្និសីទរៀនពីគ្នាទៅវិញទៅមក ២០២២", "Peer-learning summit 2022"),
                        ZoneId.of("Asia/Phnom_Penh"),
                        days,
                        "2022-05",
                        text("ខ្ញុំយល់ព្រម", "I agree")));
        var enrolled = new ArrayList<Enrolled>();
        for (var i = 0; i < organizations; i++) {
            var organization = new Enrolled(id(), pick(Cohort.values(), random.nextInt(3)));
            enrolled.add(organization);
            tell(
                    "registration",
                    organization.id(),
                    new OrganizationEnrolled(
                            new OrganizationId(organization.id()),
                            new SummitId(summit),
                            text("អង្គការសហគមន៍ទន្លេទី " + (i + 1), "River community organisation " + (i + 1)),
                            pick(OrganizationKind.values(), i % 4 == 0 ? random.nextInt(6) : 0),
                            pick(OrganizationSize.values(), random.nextInt(3)),
                            "KH-" + (1 + random.nextInt(25)),
                            organization.cohort(),
                            Language.KM,
                            List.of("health")));
        }
        var registered = register(people, enrolled);
        checkIn(registered, 1);
        sessions(registered);
        checkIn(registered, 2);
        atTheDesk(registered, enrolled);
        trade(enrolled);
        notes(registered);
    }

    private List<Registered> register(int people, List<Enrolled> enrolled) {
        var registered = new ArrayList<Registered>();
        for (var i = 0; i < people; i++) {
            var organization = i % 9 == 8
                    ? null
                    : enrolled.get(random.nextInt(enrolled.size())).id();
            var modes = new HashMap<Integer, AttendanceMode>();
            modes.put(1, AttendanceMode.ONLINE);
            if (i % 5 != 4) {
                modes.put(2, i % 4 == 3 ? AttendanceMode.ONLINE : AttendanceMode.IN_PERSON);
            }
            var person = new Registered(id(), organization, modes);
            registered.add(person);
            tell(
                    "registration",
                    person.id(),
                    new ParticipantRegistered(
                            new ParticipantId(person.id()),
                            new SummitId(summit),
                            organization == null ? null : new OrganizationId(organization),
                            Personal.of(new PersonName("សុខា", SECRET_NAME)),
                            Personal.of(new Contact(SECRET_PHONE, null)),
                            organization == null ? ParticipantRole.STAFF : ParticipantRole.CSO_MEMBER,
                            pick(Gender.values(), i % 11 == 0 ? 2 + random.nextInt(2) : random.nextInt(2)),
                            AgeBand.FROM_30_TO_44,
                            Personal.of(i % 10 == 0),
                            Language.KM,
                            modes,
                            Set.of(Consent.DATA_USE),
                            "2022-05"));
        }
        return registered;
    }

    private void checkIn(List<Registered> registered, int day) {
        for (var person : registered) {
            var mode = person.days().get(day);
            if (mode != null && random.nextInt(10) < 8) {
                var at = BEGIN.plusSeconds(facts.size());
                tell(
                        "registration",
                        person.id(),
                        new ParticipantCheckedIn(
                                new ParticipantId(person.id()), new SummitId(summit), day, mode, at, at));
            }
        }
    }

    /** Somebody waits for a seat, a scan contradicts, two organisations know each other. */
    private void atTheDesk(List<Registered> registered, List<Enrolled> enrolled) {
        var without = registered.get(4).id();
        tell(
                "registration",
                without,
                new ParticipantWaitlisted(
                        new ParticipantId(without), new SummitId(summit), 2, AttendanceMode.IN_PERSON, BEGIN));
        tell(
                "registration",
                without,
                new CheckInDisputed(
                        new ParticipantId(without),
                        new SummitId(summit),
                        new DisputeId(UUID.nameUUIDFromBytes(new byte[] {4})),
                        DisputeReason.NOT_EXPECTED,
                        ScanDirection.IN,
                        2,
                        AttendanceMode.IN_PERSON,
                        BEGIN,
                        BEGIN,
                        null,
                        null));
        // seen by a device only, before anybody registered them
        var second = UUID.nameUUIDFromBytes(new byte[] {10});
        tell(
                "registration",
                second,
                new DuplicateMerged(
                        new ParticipantId(second),
                        new SummitId(summit),
                        new ParticipantId(registered.get(7).id()),
                        BEGIN));
        tell(
                "registration",
                second,
                new ParticipantCheckedIn(
                        new ParticipantId(second),
                        new SummitId(summit),
                        4,
                        AttendanceMode.IN_PERSON,
                        BEGIN,
                        BEGIN,
                        new ScanId(UUID.nameUUIDFromBytes(new byte[] {8}), 1, UUID.nameUUIDFromBytes(new byte[] {9}))));
        var denied = registered.get(5).id();
        tell(
                "registration",
                denied,
                new CheckInResolved(
                        new ParticipantId(denied),
                        new SummitId(summit),
                        new DisputeId(UUID.nameUUIDFromBytes(new byte[] {5})),
                        4,
                        AttendanceMode.ONLINE,
                        Resolution.WAS_NOT_HERE,
                        BEGIN));
        tell(
                "registration",
                denied,
                new ParticipantCheckedIn(
                        new ParticipantId(denied),
                        new SummitId(summit),
                        4,
                        AttendanceMode.ONLINE,
                        BEGIN,
                        BEGIN,
                        new ScanId(UUID.nameUUIDFromBytes(new byte[] {6}), 1, UUID.nameUUIDFromBytes(new byte[] {7}))));
        tell(
                "registration",
                enrolled.getFirst().id(),
                new TieDeclared(
                        new OrganizationId(enrolled.getFirst().id()),
                        new SummitId(summit),
                        new OrganizationId(enrolled.getLast().id()),
                        TieStrength.KNOWS,
                        TieRound.BASELINE,
                        BEGIN));
    }

    private void sessions(List<Registered> registered) {
        for (var i = 0; i < 7; i++) {
            var session = id();
            var day = i < 1 ? 1 : 2;
            var start = BEGIN.plusSeconds(3_600L * i - (day == 1 ? 8 * 86_400L : 0));
            var plan = new SessionPlan(
                    new org.sala.sessions.api.BilingualText(
                            "វគ្គស្តីពីការនិទានរឿងប្រកបដោយភាពច្នៃប្រឌិត " + (i + 1),
                            "Creative storytelling " + (i + 1)),
                    SessionKind.TRAINING,
                    Set.of(1, 2),
                    Method.PEER_LEARNING,
                    new Slot(start, start.plusSeconds(3_000)),
                    new Place(
                            day == 1 ? null : "Hall " + (char) ('A' + i),
                            day == 1 ? "https://meet.example.org/x" : null),
                    Map.of(
                            day == 1
                                    ? org.sala.sessions.api.AttendanceMode.ONLINE
                                    : org.sala.sessions.api.AttendanceMode.IN_PERSON,
                            60),
                    Set.of(),
                    Set.of(org.sala.sessions.api.Language.KM),
                    Set.of(),
                    List.of());
            var id = new SessionId(session);
            var of = new org.sala.sessions.api.SummitId(summit);
            tell("sessions", session, new SessionScheduled(id, of, day, plan));
            if (i > 3) {
                continue;
            }
            tell("sessions", session, new SessionStarted(id, of, start, start));
            for (var n = 0; n < 6; n++) {
                var person = registered.get((i * 6 + n) % registered.size());
                tell(
                        "sessions",
                        session,
                        new ParticipantJoinedSession(
                                id,
                                of,
                                new org.sala.sessions.api.ParticipantId(person.id()),
                                org.sala.sessions.api.AttendanceMode.IN_PERSON,
                                start,
                                start));
            }
            if (i < 2) {
                tell("sessions", session, new SessionEnded(id, of, start.plusSeconds(3_000), start.plusSeconds(3_000)));
            }
        }
        new SampleProgramme(summit, registered.stream().map(Registered::id).toList(), this::id, this::tellSessions)
                .play();
    }

    private void tellSessions(UUID subject, SessionsEvent event) {
        tell("sessions", subject, event);
    }

    private void trade(List<Enrolled> enrolled) {
        var of = new org.sala.marketplace.api.SummitId(summit);
        var offers = new ArrayList<Leg>();
        for (var i = 0; i < enrolled.size(); i++) {
            var giver =
                    new org.sala.marketplace.api.OrganizationId(enrolled.get(i).id());
            var receiver = new org.sala.marketplace.api.OrganizationId(
                    enrolled.get((i + 1) % enrolled.size()).id());
            var offer = new OfferId(id());
            offers.add(new Leg(giver, receiver, offer, 1));
            tell(
                    "marketplace",
                    StallId.of(of, giver).value(),
                    new OfferPosted(
                            of,
                            giver,
                            offer,
                            OfferKind.GOOD,
                            new Category("vehicle"),
                            new org.sala.marketplace.api.BilingualText("អ្នកបើកបរកន្លះថ្ងៃ", "A driver for half a day"),
                            new org.sala.marketplace.api.BilingualText(
                                    "សាំងបង់ដោយអ្នកទទួល", "Fuel is paid by who receives"),
                            3,
                            new org.sala.marketplace.api.BilingualText("កន្លះថ្ងៃ", "half day"),
                            Set.of(org.sala.marketplace.api.Language.KM),
                            new org.sala.marketplace.api.Place(true, null),
                            BEGIN.plusSeconds(90 * 86_400L),
                            false));
        }
        for (var i = 0; i < offers.size(); i++) {
            var leg = offers.get(i);
            var trade = new TradeId(id());
            tell("marketplace", trade.value(), new TradeProposed(trade, of, leg.giver(), List.of(leg), null));
            if (i % 3 == 0) {
                tell("marketplace", trade.value(), new TradeAccepted(trade, of, leg.receiver()));
                tell("marketplace", trade.value(), new TradeAgreed(trade, of, List.of(leg)));
            } else if (i % 7 == 1) {
                tell("marketplace", trade.value(), new TradeLapsed(trade, of, LapseReason.EXPIRED, null));
            }
        }
        new SampleFloor(summit, enrolled.stream().map(Enrolled::id).toList(), this::id, this::tellMarket).play();
    }

    private void tellMarket(UUID subject, MarketplaceEvent event) {
        tell("marketplace", subject, event);
    }

    private void notes(List<Registered> registered) {
        var of = new org.sala.feedback.api.SummitId(summit);
        var boards = new ArrayList<BoardId>();
        for (var i = 0; i < 3; i++) {
            var board = new BoardId(id());
            boards.add(board);
            tell(
                    "feedback",
                    board.value(),
                    new BoardOpened(
                            board,
                            of,
                            BoardKind.EXPECTATIONS_TREE,
                            new org.sala.feedback.api.BilingualText(
                                    "អ្នករំពឹងអ្វីពីសន្និសីទនេះ? " + (i + 1), "What do you expect? " + (i + 1)),
                            null,
                            null,
                            BEGIN));
        }
        for (var i = 0; i < 17; i++) {
            var note = new NoteId(id());
            var anonymous = i % 3 != 0;
            tell(
                    "feedback",
                    note.value(),
                    new NotePosted(
                            note,
                            boards.get(i % 3),
                            of,
                            HungNote.of(new Note(
                                    new FreeText(
                                            i % 2 == 0
                                                    ? "សង្ឃឹមថានឹងបានភ្ជាប់ទំនាក់ទំនងជាមួយអង្គការផ្សេង"
                                                    : "To understand Do No Harm in our own work"),
                                    i % 2 == 0 ? org.sala.feedback.api.Language.KM : org.sala.feedback.api.Language.EN,
                                    pick(NoteSource.values(), i % 3),
                                    anonymous
                                            ? null
                                            : new org.sala.feedback.api.ParticipantId(registered
                                                    .get(i % registered.size())
                                                    .id()),
                                    anonymous ? null : BEGIN,
                                    null,
                                    null))));
        }
        tell("feedback", boards.get(2).value(), new BoardClosed(boards.get(2), of, BEGIN));
    }
}
