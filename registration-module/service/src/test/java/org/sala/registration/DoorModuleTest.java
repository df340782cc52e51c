package org.sala.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.sala.registration.Reference.CONSENT_VERSION;
import static org.sala.registration.Reference.announce;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.sala.ports.Role;
import org.sala.registration.api.AgeBand;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.BadgeId;
import org.sala.registration.api.Consent;
import org.sala.registration.api.Contact;
import org.sala.registration.api.DayPlace;
import org.sala.registration.api.DisputeReason;
import org.sala.registration.api.Gender;
import org.sala.registration.api.Language;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.ParticipantRole;
import org.sala.registration.api.PersonName;
import org.sala.registration.api.RegistrationCommand;
import org.sala.registration.api.RegistrationCommand.CancelRegistration;
import org.sala.registration.api.RegistrationCommand.CheckInParticipant;
import org.sala.registration.api.RegistrationCommand.DismissDuplicate;
import org.sala.registration.api.RegistrationCommand.EraseParticipant;
import org.sala.registration.api.RegistrationCommand.IssueBadge;
import org.sala.registration.api.RegistrationCommand.MergeDuplicate;
import org.sala.registration.api.RegistrationCommand.RecordScan;
import org.sala.registration.api.RegistrationCommand.RegisterParticipant;
import org.sala.registration.api.RegistrationCommand.RegisterWalkIn;
import org.sala.registration.api.RegistrationCommand.ResolveCheckIn;
import org.sala.registration.api.RegistrationPort;
import org.sala.registration.api.RegistrationQueries;
import org.sala.registration.api.RegistrationQueries.Dispute;
import org.sala.registration.api.RegistrationQueries.Pair;
import org.sala.registration.api.RegistrationQueries.SeatCount;
import org.sala.registration.api.RegistrationQueries.Status;
import org.sala.registration.api.RegistrationRejected;
import org.sala.registration.api.RegistrationRejected.Reason;
import org.sala.registration.api.Resolution;
import org.sala.registration.api.ScanDirection;
import org.sala.registration.api.ScanId;
import org.sala.registration.api.SummitId;
import org.sala.registration.api.WhenFull;
import org.sala.registration.badges.Badge;
import org.sala.registration.badges.BadgeTokens;
import org.sala.registration.door.Place;
import org.sala.registration.door.Presence;
import org.sala.testing.RunningService;
import tools.jackson.databind.json.JsonMapper;

/** The door of a summit, over HTTP and at two instances on one database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoorModuleTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int DEVICES = 32;

    /** 09:00 of day 3. */
    private static final Instant NINE = Instant.parse("2022-06-08T02:00:00Z");

    private final Random random = new Random();
    private final HttpClient http = HttpClient.newHttpClient();

    private RunningService registration;
    private List<RegistrationPort> ports;
    private RegistrationPort port;
    private RegistrationQueries queries;
    private String staff;
    private SummitId summit;
    private int phone;

    @BeforeAll
    void start(@TempDir Path folder) {
        registration = RunningService.start(
                "registration",
                RegistrationApplication::builder,
                folder,
                2,
                Map.of("sala.registration.contact-secret", folder.resolve("contacts.key")));
        ports = registration.beans(RegistrationPort.class);
        port = ports.getFirst();
        queries = registration.beans(RegistrationQueries.class).getLast();
    }

    @AfterAll
    void stop() {
        http.close();
        registration.close();
    }

    @BeforeEach
    void anotherSummit() {
        staff = registration.token(Role.STAFF);
        summit = new SummitId(UUID.randomUUID());
        port.send(announce(summit, 1_000), staff);
    }

    // batches

    @Test
    void aBatchOverHttpIsAnsweredScanByScanAndSentAgainChangesNothing() {
        var here = registered("Sok Dara");
        var erased = registered("Chan Sophea");
        port.send(new EraseParticipant(erased), staff);
        var good = RunningService.jsonOf(scan(here, NINE));
        var body = "[" + good + ","
                + good.replace("\"IN_PERSON\"", "\"BY_POST\"") + ","
                + RunningService.jsonOf(scan(erased, NINE)) + ","
                + RunningService.jsonOf(scan(here, NINE))
                        .replace(summit.toString(), UUID.randomUUID().toString())
                + ",7,"
                + RunningService.jsonOf(scan(new ParticipantId(UUID.randomUUID()), NINE)) + "]";

        var answer = post(body, registration.token(Role.FACILITATOR));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo("[null,\"MALFORMED\",\"PARTICIPANT_ERASED\",\"SUMMIT_UNKNOWN\",\"MALFORMED\",null]");
        assertThat(dayThreeOf(here).here()).containsExactly(AttendanceMode.IN_PERSON);
        var before = registration.events();
        assertThat(post(body, staff).body()).isEqualTo(answer.body());
        assertThat(registration.events()).isEqualTo(before);
    }

    @Test
    void aBatchThatIsNoBatchIsRefusedAndStoresNothing() {
        var one = RunningService.jsonOf(scan(new ParticipantId(UUID.randomUUID()), NINE));
        var before = registration.events();

        assertThat(post("[" + String.join(",", Collections.nCopies(501, one)) + "]", staff))
                .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(409))
                .satisfies(answer -> assertThat(answer.body()).contains("TOO_MANY_SCANS", "500"));
        assertThat(post(one, staff).statusCode()).isEqualTo(400);
        assertThat(post("[" + one, staff).statusCode()).isEqualTo(400);
        assertThat(post("", staff).statusCode()).isEqualTo(400);
        assertThat(post("[" + "\"" + "x".repeat(600_000) + "\"]", staff).statusCode())
                .isEqualTo(413);
        assertThat(post("[" + one + "]", registration.token(Role.AUDITOR)).statusCode())
                .isEqualTo(403);
        assertThat(post("[]", staff).body()).isEqualTo("[]");
        assertThatThrownBy(() ->
                        port.record(Collections.nCopies(501, scan(new ParticipantId(UUID.randomUUID()), NINE)), staff))
                .isInstanceOfSatisfying(
                        RegistrationRejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(Reason.TOO_MANY_SCANS));
        assertThat(registration.events()).isEqualTo(before);
    }

    @Test
    void openApiDescribesTheBatch() {
        var api = JSON.readTree(registration.getOpenly("/openapi").body());

        var body = api.at("/paths/~1scans/post/requestBody/content/application~1json/schema");
        assertThat(body.path("items").path("$ref").asString()).isEqualTo("#/components/schemas/RecordScan");
        assertThat(api.path("components").path("schemas").propertyNames()).contains("RecordScan");
    }

    // races

    @Test
    void devicesThatScanOnePersonAtOnceCheckThemInOnce() throws Exception {
        var person = registered("Sok Dara");
        var scans = IntStream.range(0, DEVICES)
                .mapToObj(device -> scan(person, NINE.plusSeconds(60L * device)))
                .toList();

        var answers = race(DEVICES, device -> at(device).record(List.of(scans.get(device)), staff));

        assertThat(answers).containsOnly(List.of(Optional.empty()));
        assertThat(typesOf(person))
                .containsEntry("registration.participant-checked-in", 1L)
                .containsEntry("registration.check-in-repeated", DEVICES - 1L);
        assertThat(presences(person))
                .isEqualTo(Map.of(ROOM, new Presence(ROOM, NINE, NINE.plusSeconds(60L * (DEVICES - 1)), null)));
    }

    @Test
    void twoRegistrationsThatAreMergedIntoEachOtherAtOnceAreOneAfterwards() throws Exception {
        var one = registered("Sok Dara");
        var other = registered("Sokh Dara");

        var answers = race(
                2,
                caller -> asked(
                        at(caller), caller == 0 ? new MergeDuplicate(one, other) : new MergeDuplicate(other, one)));

        assertThat(answers).containsExactlyInAnyOrder("", "DUPLICATE_MERGED");
    }

    // one day, in any order

    private static final Place ROOM = new Place(3, AttendanceMode.IN_PERSON);

    /** What a device noted of the person of that number, as it is for whoever that is in this order. */
    private record Noted(
            int person, ScanId scan, ScanDirection direction, int day, AttendanceMode mode, Instant occurredAt) {}

    private record Seen(SortedMap<Place, Presence> presences, Set<List<Object>> disputes) {}

    private static final int PEOPLE = 8;

    /**
     * Four devices, with clocks up to ten minutes off, send what they noted of one day in batches of any size, in any
     * order, some of it several times, all at once; people walk in on one of them, and cancel, meanwhile.
     */
    @Test
    void anyOrderOfOneDaysBatchesGivesOneState() throws Exception {
        var noted = noted();
        var states = new HashSet<List<Seen>>();
        for (var order = 0; order < 12; order++) {
            anotherSummit();
            states.add(seenAfter(noted));
        }

        assertThat(states).hasSize(1);
        var reasons = states.iterator().next().stream()
                .flatMap(seen -> seen.disputes().stream())
                .map(List::getFirst)
                .collect(Collectors.toSet());
        assertThat(reasons)
                .contains(
                        DisputeReason.PARTICIPANT_UNKNOWN,
                        DisputeReason.NOT_EXPECTED,
                        DisputeReason.NOT_THE_DAY,
                        DisputeReason.TWO_PLACES,
                        DisputeReason.OUT_WITHOUT_IN,
                        DisputeReason.SCAN_REUSED);
    }

    private List<Seen> seenAfter(List<Noted> noted) throws Exception {
        var people = IntStream.range(0, PEOPLE)
                .mapToObj(_ -> new ParticipantId(UUID.randomUUID()))
                .toList();
        for (var person = 0; person < 5; person++) {
            port.send(
                    register(people.get(person), "Sok Dara", Map.of(person == 4 ? 1 : 3, modeOf(person)), null), staff);
        }
        var sending = new ArrayList<List<RecordScan>>();
        var walkIns = new ArrayList<RegistrationCommand>();
        for (var person = 5; person < 7; person++) {
            walkIns.add(walkIn(people.get(person), new ScanId(new UUID(7, 0), 900L + person, new UUID(9, person))));
        }
        walkIns.add(new CancelRegistration(people.get(3)));
        for (var again = 0; again < 2; again++) {
            var all = new ArrayList<>(noted);
            Collections.shuffle(all, random);
            while (!all.isEmpty()) {
                var batch = all.subList(0, Math.min(all.size(), 1 + random.nextInt(12)));
                sending.add(batch.stream()
                        .map(one -> new RecordScan(
                                people.get(one.person()),
                                summit,
                                one.scan(),
                                one.direction(),
                                one.day(),
                                one.mode(),
                                one.occurredAt(),
                                null))
                        .toList());
                batch.clear();
            }
        }
        var tasks = new ArrayList<Runnable>();
        sending.forEach(batch -> tasks.add(
                () -> assertThat(at(random.nextInt(2)).record(batch, staff)).containsOnly(Optional.empty())));
        walkIns.forEach(command -> tasks.add(() -> at(random.nextInt(2)).send(command, staff)));
        Collections.shuffle(tasks, random);
        try (var devices = Executors.newFixedThreadPool(4)) {
            for (var running : tasks.stream().map(devices::submit).toList()) {
                running.get();
            }
        }
        for (var person = 0; person < PEOPLE; person++) {
            assertThat(noncesOf(people.get(person))).containsAll(noncesOf(person, noted));
        }
        return people.stream().map(this::seen).toList();
    }

    private static AttendanceMode modeOf(int person) {
        return person == 4 ? AttendanceMode.ONLINE : AttendanceMode.IN_PERSON;
    }

    private Seen seen(ParticipantId person) {
        var attendance = registration.bean(Histories.class).of(person).attendance();
        return new Seen(
                attendance.presences(),
                attendance.openDisputes().stream()
                        .map(dispute -> List.<Object>of(
                                dispute.reason(),
                                dispute.about().direction(),
                                dispute.about().day(),
                                dispute.about().mode(),
                                dispute.about().occurredAt()))
                        .collect(Collectors.toSet()));
    }

    /** Of each contradiction one for certain, and of everything else whatever comes. */
    private List<Noted> noted() {
        var noted = new ArrayList<>(List.of(
                // out, and nobody saw them come
                noted(0, 1, ScanDirection.OUT, 3, AttendanceMode.IN_PERSON, 0),
                // here and there
                noted(1, 2, ScanDirection.IN, 3, AttendanceMode.IN_PERSON, 0),
                noted(1, 3, ScanDirection.IN, 3, AttendanceMode.ONLINE, 120),
                // one scan, two contents
                noted(2, 4, ScanDirection.IN, 3, AttendanceMode.IN_PERSON, 0),
                noted(2, 4, ScanDirection.OUT, 3, AttendanceMode.IN_PERSON, 200),
                // the day before
                noted(2, 5, ScanDirection.IN, 3, AttendanceMode.IN_PERSON, -1_440),
                // registered for another day
                noted(4, 6, ScanDirection.IN, 3, AttendanceMode.IN_PERSON, 0),
                // nobody
                noted(7, 7, ScanDirection.IN, 3, AttendanceMode.IN_PERSON, 0)));
        for (var number = 10; number < 40; number++) {
            // of the first two nothing else: whoever came again explains why they left, whoever left again why they are
            // elsewhere; clocks differ by up to ten minutes either way
            var minutes = random.nextInt(480) + (number % 4) * 6 - 10;
            noted.add(noted(
                    2 + random.nextInt(PEOPLE - 2),
                    number,
                    random.nextInt(4) == 0 ? ScanDirection.OUT : ScanDirection.IN,
                    3,
                    AttendanceMode.IN_PERSON,
                    minutes));
        }
        return noted;
    }

    private static Noted noted(
            int person, int number, ScanDirection direction, int day, AttendanceMode mode, int minutes) {
        return new Noted(
                person,
                new ScanId(new UUID(7, number % 4), number, new UUID(9, number)),
                direction,
                day,
                mode,
                NINE.plusSeconds(60L * minutes));
    }

    private static Set<String> noncesOf(int person, List<Noted> noted) {
        return noted.stream()
                .filter(one -> one.person() == person)
                .map(one -> one.scan().nonce().toString())
                .collect(Collectors.toSet());
    }

    private Set<String> noncesOf(ParticipantId person) {
        return new HashSet<>(registration
                .database()
                .sql("""
                        select payload -> 'scan' ->> 'nonce' from event_history
                        where aggregate_id = ? and payload -> 'scan' ->> 'nonce' is not null
                        """)
                .param(person.toString())
                .query(String.class)
                .list());
    }

    // walk-ins and disputes

    @Test
    void aWalkInThatArrivesAfterTheirScansExplainsThem() {
        var person = new ParticipantId(UUID.randomUUID());
        port.record(List.of(scan(person, NINE)), staff);
        assertThat(queries.disputes(summit, staff)).singleElement().satisfies(dispute -> {
            assertThat(dispute.reason()).isEqualTo(DisputeReason.PARTICIPANT_UNKNOWN);
            assertThat(dispute.person()).isNull();
        });

        port.send(walkIn(person, new ScanId(UUID.randomUUID(), 1, UUID.randomUUID())), staff);

        assertThat(queries.disputes(summit, staff)).isEmpty();
        assertThat(dayThreeOf(person).here()).containsExactly(AttendanceMode.IN_PERSON);
    }

    @Test
    void whatAPersonSaysOfADisputeHoldsWhateverArrivesAgain() {
        var person = registered("Sok Dara", Map.of(1, AttendanceMode.ONLINE));
        var scan = scan(person, NINE);
        port.record(List.of(scan), staff);
        var dispute = onlyDispute();
        assertThat(dispute.person()).isNotNull();
        assertThat(dispute.reason()).isEqualTo(DisputeReason.NOT_EXPECTED);

        port.send(new ResolveCheckIn(person, dispute.dispute(), Resolution.WAS_NOT_HERE), staff);
        port.record(List.of(scan), staff);

        assertThat(queries.disputes(summit, staff)).isEmpty();
        assertThat(presences(person)).isEmpty();
        assertThat(asked(port, new ResolveCheckIn(person, dispute.dispute(), Resolution.WAS_HERE)))
                .isEqualTo("DISPUTE_RESOLVED");
    }

    private Dispute onlyDispute() {
        return queries.disputes(summit, staff).getFirst();
    }

    // badges

    @Test
    void aBadgeIsKnownAgainAtEitherInstanceUntilItIsReplaced() {
        var person = registered("Sok Dara");
        assertThat(queries.person(person, staff).badge()).isNull();
        port.send(new IssueBadge(person, new BadgeId(UUID.randomUUID())), staff);
        var lost = badgeOf(person);
        for (var either : registration.beans(RegistrationQueries.class)) {
            assertThat(either.personWithBadge(summit, lost, staff).participant())
                    .isEqualTo(person);
        }

        port.send(new IssueBadge(person, new BadgeId(UUID.randomUUID())), staff);

        assertThat(badgeRefusal(summit, lost)).isEqualTo(Reason.BADGE_REVOKED);
        var valid = badgeOf(person);
        assertThat(queries.personWithBadge(summit, valid, staff).participant()).isEqualTo(person);
        assertThat(badgeRefusal(summit, valid.substring(0, 149) + (valid.endsWith("0") ? "1" : "0")))
                .isEqualTo(Reason.BADGE_UNKNOWN);
        assertThat(badgeRefusal(Reference.ANOTHER_SUMMIT, valid)).isEqualTo(Reason.OTHER_SUMMIT);
    }

    @Test
    void aBadgeThatWeSignedAndNeverGaveToAnybodyIsUnknown() {
        var tokens = registration.bean(BadgeTokens.class);

        for (var person : List.of(registered("Sok Dara"), new ParticipantId(UUID.randomUUID()))) {
            assertThat(badgeRefusal(summit, tokens.write(new Badge(person, new BadgeId(UUID.randomUUID())))))
                    .isEqualTo(Reason.BADGE_UNKNOWN);
        }
    }

    @Test
    void theBadgeOfWhoCancelledOrWasErasedIsRevoked() {
        for (var ends :
                List.<Function<ParticipantId, RegistrationCommand>>of(CancelRegistration::new, EraseParticipant::new)) {
            var person = registered("Sok Dara");
            port.send(new IssueBadge(person, new BadgeId(UUID.randomUUID())), staff);
            var badge = badgeOf(person);

            port.send(ends.apply(person), staff);

            assertThat(badgeRefusal(summit, badge)).isEqualTo(Reason.BADGE_REVOKED);
        }
    }

    @Test
    void everyRoleGetsTheKeyThatBadgesAreCheckedWithAndNoOtherIsMade() throws Exception {
        var keys = new HashSet<String>();
        for (var either : registration.beans(RegistrationQueries.class)) {
            keys.add(HexFormat.of().formatHex(either.badgeKey(registration.token(Role.DONOR))));
        }

        assertThat(keys).hasSize(1);
        var key = KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(
                        HexFormat.of().parseHex(keys.iterator().next())));
        assertThat(key.getAlgorithm()).isEqualTo("EdDSA");
        assertThat(registration.get("/badges/key", staff).body()).contains("\"key\"");
    }

    private String badgeOf(ParticipantId person) {
        return Objects.requireNonNull(queries.person(person, staff).badge());
    }

    private @Nullable Reason badgeRefusal(SummitId at, String badge) {
        try {
            queries.personWithBadge(at, badge, staff);
            return null;
        } catch (RegistrationRejected rejected) {
            return rejected.reason();
        }
    }

    // second registrations

    @Test
    void twoNamesThatAreAlikeAreSuspectedUntilTheyAreSaidToBeTwo() {
        var one = registered("Sok Dara");
        var other = registered("Dara Sokh");
        registered("Chan Sophea");

        assertThat(queries.suspectedDuplicates(summit, staff))
                .singleElement()
                .satisfies(pair -> assertThat(idsOf(pair)).containsExactlyInAnyOrder(one, other));

        port.send(new DismissDuplicate(one, other), staff);

        assertThat(queries.suspectedDuplicates(summit, staff)).isEmpty();
    }

    private static List<ParticipantId> idsOf(Pair pair) {
        return List.of(pair.one().participant(), pair.other().participant());
    }

    @Test
    void whatWasSeenUnderASecondRegistrationIsToldUnderTheOneThatStaysHoweverLateItArrives() {
        var stays = registered("Sok Dara", Map.of(1, AttendanceMode.ONLINE));
        var contact = new Contact("011 999 %03d".formatted(phone), null);
        var second = new ParticipantId(UUID.randomUUID());
        port.send(register(second, "Sokh Dara", Map.of(3, AttendanceMode.IN_PERSON), contact), staff);
        port.send(new IssueBadge(second, new BadgeId(UUID.randomUUID())), staff);
        var badge = badgeOf(second);
        port.record(List.of(scan(second, NINE)), staff);
        port.send(new CheckInParticipant(second, 3, AttendanceMode.ONLINE, NINE.plusSeconds(18_000)), staff);
        var late = scan(second, NINE.minusSeconds(600));
        var before = taken(3, AttendanceMode.IN_PERSON);

        port.send(new MergeDuplicate(second, stays), staff);
        port.record(List.of(late), staff);

        assertThat(taken(3, AttendanceMode.IN_PERSON)).isEqualTo(before);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(queries.person(stays, staff).days())
                        .containsOnlyKeys(1, 3)
                        .hasEntrySatisfying(
                                3, place -> assertThat(place.waiting()).isFalse()));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(presences(stays))
                        .containsOnlyKeys(ROOM, new Place(3, AttendanceMode.ONLINE))
                        .hasEntrySatisfying(
                                ROOM,
                                presence -> assertThat(presence.firstArrival()).isEqualTo(NINE.minusSeconds(600))));
        assertThat(queries.person(second, staff).status()).isEqualTo(Status.MERGED);
        assertThat(badgeRefusal(summit, badge)).isEqualTo(Reason.BADGE_REVOKED);
        assertThat(queries.personWith(summit, contact, staff))
                .hasValueSatisfying(person -> assertThat(person.participant()).isEqualTo(stays));
        assertThatThrownBy(() -> port.send(new CancelRegistration(second), staff))
                .isInstanceOfSatisfying(RegistrationRejected.class, rejected -> {
                    assertThat(rejected.reason()).isEqualTo(Reason.DUPLICATE_MERGED);
                    assertThat(rejected.details()).isEqualTo(Map.of("participant", stays.toString()));
                });
        var events = registration.events();
        port.send(new MergeDuplicate(second, stays), staff);
        port.record(List.of(late), staff);
        assertThat(registration.events()).isEqualTo(events);
    }

    @Test
    void whoIsErasedIsErasedUnderTheirSecondRegistrationToo() {
        var stays = registered("Sok Dara");
        var second = registered("Sokh Dara");
        port.send(new MergeDuplicate(second, stays), staff);

        port.send(new EraseParticipant(stays), staff);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(queries.person(second, staff).status()).isEqualTo(Status.ERASED));
    }

    @Test
    void theSeatOfASecondRegistrationGoesToWhoWaits() {
        summit = new SummitId(UUID.randomUUID());
        port.send(announce(summit, 2), staff);
        var stays = registered("Sok Dara");
        var second = registered("Sokh Dara");
        var waits = new ParticipantId(UUID.randomUUID());
        port.send(register(waits, "Chan Sophea", Map.of(3, AttendanceMode.IN_PERSON), null, WhenFull.WAIT), staff);
        assertThat(dayThreeOf(waits).waiting()).isTrue();

        port.send(new MergeDuplicate(second, stays), staff);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(dayThreeOf(waits).waiting()).isFalse());
    }

    @Test
    void somebodyWhoWalkedInThoughTheyWereRegisteredIsWhoTheyAre() {
        var registered = registered("Sok Dara");
        var walkedIn = new ParticipantId(UUID.randomUUID());
        port.record(List.of(scan(walkedIn, NINE)), staff);

        port.send(new MergeDuplicate(walkedIn, registered), staff);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(presences(registered)).containsOnlyKeys(ROOM));
        assertThat(queries.disputes(summit, staff)).isEmpty();
    }

    private int taken(int day, AttendanceMode mode) {
        return queries.seats(summit, staff).stream()
                .filter(count -> count.day() == day && count.mode() == mode)
                .mapToInt(SeatCount::taken)
                .sum();
    }

    private DayPlace dayThreeOf(ParticipantId person) {
        return Objects.requireNonNull(queries.person(person, staff).days().get(3));
    }

    private RegistrationPort at(int instance) {
        return ports.get(instance % ports.size());
    }

    private String asked(RegistrationPort at, RegistrationCommand command) {
        try {
            at.send(command, staff);
            return "";
        } catch (RegistrationRejected rejected) {
            return rejected.reason().name();
        }
    }

    private SortedMap<Place, Presence> presences(ParticipantId person) {
        return registration.bean(Histories.class).of(person).attendance().presences();
    }

    private Map<String, Long> typesOf(ParticipantId person) {
        return registration
                .database()
                .sql("select type, count(*) as told from event_history where aggregate_id = ? group by type")
                .param(person.toString())
                .query((row, number) -> Map.entry(row.getString("type"), row.getLong("told")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private RecordScan scan(ParticipantId person, Instant occurredAt) {
        return new RecordScan(
                person,
                summit,
                new ScanId(UUID.randomUUID(), 1, UUID.randomUUID()),
                ScanDirection.IN,
                3,
                AttendanceMode.IN_PERSON,
                occurredAt,
                null);
    }

    private ParticipantId registered(String name) {
        return registered(name, Map.of(3, AttendanceMode.IN_PERSON));
    }

    private ParticipantId registered(String name, Map<Integer, AttendanceMode> days) {
        var person = new ParticipantId(UUID.randomUUID());
        port.send(register(person, name, days, null), staff);
        return person;
    }

    private RegisterParticipant register(
            ParticipantId person, String name, Map<Integer, AttendanceMode> days, @Nullable Contact contact) {
        return register(person, name, days, contact, null);
    }

    private RegisterParticipant register(
            ParticipantId person,
            String name,
            Map<Integer, AttendanceMode> days,
            @Nullable Contact contact,
            @Nullable WhenFull whenFull) {
        return new RegisterParticipant(
                person,
                summit,
                null,
                new PersonName(null, name),
                contact == null ? nextContact() : contact,
                ParticipantRole.COACH,
                Gender.WOMAN,
                AgeBand.FROM_30_TO_44,
                null,
                Language.KM,
                days,
                Set.of(Consent.DATA_USE),
                CONSENT_VERSION,
                whenFull);
    }

    private RegisterWalkIn walkIn(ParticipantId person, ScanId scan) {
        return new RegisterWalkIn(
                person,
                summit,
                null,
                new PersonName(null, "Meas Bopha"),
                nextContact(),
                ParticipantRole.COACH,
                Gender.WOMAN,
                AgeBand.FROM_30_TO_44,
                null,
                Language.KM,
                3,
                AttendanceMode.IN_PERSON,
                Set.of(Consent.DATA_USE),
                CONSENT_VERSION,
                NINE.plusSeconds(60),
                scan);
    }

    private synchronized Contact nextContact() {
        return new Contact("010 %06d".formatted(++phone), null);
    }

    private interface Asks<T> {
        T ask(int caller) throws Exception;
    }

    private static <T> List<T> race(int callers, Asks<T> asks) throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(callers)) {
            var running = new ArrayList<Future<T>>();
            for (var caller = 0; caller < callers; caller++) {
                var number = caller;
                running.add(threads.submit(() -> {
                    start.await();
                    return asks.ask(number);
                }));
            }
            start.countDown();
            var answers = new ArrayList<T>();
            for (var one : running) {
                answers.add(one.get());
            }
            return answers;
        }
    }

    private HttpResponse<String> post(String body, String token) {
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create(registration.at("/scans").toString()))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
