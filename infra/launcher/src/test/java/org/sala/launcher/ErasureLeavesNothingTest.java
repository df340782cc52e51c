package org.sala.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.sala.eventing.EventNames;
import org.sala.feedback.api.BilingualText;
import org.sala.feedback.api.BoardId;
import org.sala.feedback.api.BoardKind;
import org.sala.feedback.api.FeedbackCommand.OpenBoard;
import org.sala.feedback.api.FeedbackCommand.PostNote;
import org.sala.feedback.api.FeedbackEvent;
import org.sala.feedback.api.FreeText;
import org.sala.feedback.api.Note;
import org.sala.feedback.api.NoteId;
import org.sala.feedback.api.NoteSource;
import org.sala.marketplace.api.ActionProgress;
import org.sala.marketplace.api.Category;
import org.sala.marketplace.api.JointActionId;
import org.sala.marketplace.api.Leg;
import org.sala.marketplace.api.LegResolution;
import org.sala.marketplace.api.MarketplaceCommand;
import org.sala.marketplace.api.MarketplaceCommand.AcceptTrade;
import org.sala.marketplace.api.MarketplaceCommand.ConfirmLeg;
import org.sala.marketplace.api.MarketplaceCommand.DeliverLeg;
import org.sala.marketplace.api.MarketplaceCommand.DisputeLeg;
import org.sala.marketplace.api.MarketplaceCommand.EraseJointActionWords;
import org.sala.marketplace.api.MarketplaceCommand.EraseTradeWords;
import org.sala.marketplace.api.MarketplaceCommand.PledgeJointAction;
import org.sala.marketplace.api.MarketplaceCommand.PostOffer;
import org.sala.marketplace.api.MarketplaceCommand.ProposeTrade;
import org.sala.marketplace.api.MarketplaceCommand.ReportJointAction;
import org.sala.marketplace.api.MarketplaceCommand.ResolveLeg;
import org.sala.marketplace.api.MarketplaceEvent;
import org.sala.marketplace.api.OfferId;
import org.sala.marketplace.api.OfferKind;
import org.sala.marketplace.api.OrganizationId;
import org.sala.marketplace.api.Place;
import org.sala.marketplace.api.TradeId;
import org.sala.personal.PersonalDataOf;
import org.sala.ports.CommandClient;
import org.sala.ports.PortUnreachable;
import org.sala.ports.Role;
import org.sala.registration.api.AgeBand;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.Cohort;
import org.sala.registration.api.Consent;
import org.sala.registration.api.Contact;
import org.sala.registration.api.Gender;
import org.sala.registration.api.Language;
import org.sala.registration.api.OrganizationKind;
import org.sala.registration.api.OrganizationSize;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.ParticipantRole;
import org.sala.registration.api.PersonName;
import org.sala.registration.api.RegistrationCommand.EnrolOrganization;
import org.sala.registration.api.RegistrationCommand.EraseParticipant;
import org.sala.registration.api.RegistrationCommand.IssueTicket;
import org.sala.registration.api.RegistrationCommand.RegisterParticipant;
import org.sala.registration.api.RegistrationCommand.RegisterWalkIn;
import org.sala.registration.api.RegistrationCommand.ReviseParticipant;
import org.sala.registration.api.RegistrationEvent;
import org.sala.registration.api.SummitId;
import org.sala.sessions.api.Challenge;
import org.sala.sessions.api.ChallengeCategory;
import org.sala.sessions.api.Eligibility;
import org.sala.sessions.api.InterviewId;
import org.sala.sessions.api.Method;
import org.sala.sessions.api.Pitch;
import org.sala.sessions.api.PitchFeedbackId;
import org.sala.sessions.api.QuestionId;
import org.sala.sessions.api.SessionId;
import org.sala.sessions.api.SessionKind;
import org.sala.sessions.api.SessionPlan;
import org.sala.sessions.api.SessionsCommand;
import org.sala.sessions.api.SessionsCommand.AskQuestion;
import org.sala.sessions.api.SessionsCommand.DeliverPitch;
import org.sala.sessions.api.SessionsCommand.EnterPitchTeam;
import org.sala.sessions.api.SessionsCommand.EraseGroupSummary;
import org.sala.sessions.api.SessionsCommand.ErasePitch;
import org.sala.sessions.api.SessionsCommand.FormSmallGroups;
import org.sala.sessions.api.SessionsCommand.GivePitchFeedback;
import org.sala.sessions.api.SessionsCommand.OpenSignUp;
import org.sala.sessions.api.SessionsCommand.ScheduleSession;
import org.sala.sessions.api.SessionsCommand.StartInterview;
import org.sala.sessions.api.SessionsCommand.StartSession;
import org.sala.sessions.api.SessionsCommand.SubmitGroupSummary;
import org.sala.sessions.api.SessionsCommand.TakeEmptyChair;
import org.sala.sessions.api.SessionsCommand.TakeSeat;
import org.sala.sessions.api.SessionsEvent;
import org.sala.sessions.api.Slot;
import org.sala.sessions.api.SmallGroup;
import org.sala.sessions.api.SummaryId;
import org.sala.sessions.api.TeamId;
import org.sala.ui.pages.Ticket;
import tools.jackson.core.type.TypeReference;

/**
 * Canaries: names, phone numbers, addresses and free text that stand nowhere else, given to the whole platform through its
 * ports, and then looked for in every byte that it leaves on a disk. Whatever table or file comes to hold one is found,
 * whether or not this test knows of it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErasureLeavesNothingTest {

    /** Tables that hold something personal in clear because the work needs it, until the person is erased. */
    private static final Set<String> IN_CLEAR_UNTIL_ERASED = Set.of();

    private static final int PEOPLE = 5;
    private static final List<EventNames> LANGUAGES = List.of(
            EventNames.of(RegistrationEvent.class),
            EventNames.of(SessionsEvent.class),
            EventNames.of(MarketplaceEvent.class),
            EventNames.of(FeedbackEvent.class));

    /** By what they are told apart from everything else; letters of both scripts. */
    private final String mark = "canary" + UUID.randomUUID().toString().substring(0, 8);

    private final List<ParticipantId> people = IntStream.range(0, PEOPLE)
            .mapToObj(i -> new ParticipantId(UUID.randomUUID()))
            .collect(Collectors.toCollection(ArrayList::new));
    private final Set<String> canaries = new HashSet<>();
    /** Of the first person, who has a link. */
    private final Set<String> ofTheFirst = new HashSet<>();

    private final Ticket ticket = Ticket.made(new SecureRandom());
    private final String account = UUID.randomUUID().toString();
    private final List<Exports> lying = new ArrayList<>();
    private final BoardId board = new BoardId(UUID.randomUUID());

    @TempDir
    private static Path data;

    private RunningLauncher platform;
    private SummitId summit;
    private CommandClient registration;
    private CommandClient feedback;
    private CommandClient marketplace;
    private CommandClient sessions;
    private final SessionId session = new SessionId(UUID.randomUUID());
    private final SummaryId summary = new SummaryId(UUID.randomUUID());
    private final InterviewId interview = new InterviewId(UUID.randomUUID());
    private final OrganizationId guests = new OrganizationId(UUID.randomUUID());
    private final OrganizationId hosts = new OrganizationId(UUID.randomUUID());
    private final TradeId trade = new TradeId(UUID.randomUUID());
    private final JointActionId action = new JointActionId(UUID.randomUUID());

    @BeforeAll
    void everythingPersonalIsGivenToThePlatform() throws Exception {
        // the sample has other things to show
        Files.createFile(Files.createDirectories(data).resolve("sample-played"));
        platform = RunningLauncher.ready(data, RunningLauncher.freePorts());
        registration = platform.client(Application.REGISTRATION);
        feedback = platform.client(Application.FEEDBACK);
        marketplace = platform.client(Application.MARKETPLACE);
        sessions = platform.client(Application.SESSIONS);
        summit = new Asking(platform)
                .announce("Summit of " + mark + "public", LocalDate.now(ZoneId.of("Asia/Phnom_Penh")));
        anEventFindsAReaderThatCantTakeItIn();
        for (var i = 0; i < PEOPLE; i++) {
            registration.send(register(i), token(Role.STAFF));
            ofTheFirst.addAll(i == 0 ? canaries : Set.of());
        }
        registration.send(new IssueTicket(people.getFirst(), ticket.digest()), token(Role.STAFF));
        registration.send(walkIn(0), token(Role.STAFF));
        registration.send(revised(1), token(Role.STAFF));
        readersTakeInAgain();
        var open = new OpenBoard(
                board,
                new org.sala.feedback.api.SummitId(summit.value()),
                BoardKind.CUSTOM,
                new BilingualText("សំណួរ", "A question"),
                null,
                null);
        eventually("feedback knows the summit", () -> feedback.send(open, token(Role.STAFF)));
        for (var i = 0; i < PEOPLE; i++) {
            var signed = note(
                    "signed by " + i,
                    new org.sala.feedback.api.ParticipantId(people.get(i).value()));
            eventually("feedback knows who signs", () -> feedback.send(signed, token(Role.STAFF)));
            if (i == 0) {
                ofTheFirst.addAll(wordsOf(signed));
            }
        }
        feedback.send(note("by nobody", null), token(Role.STAFF));
        aTradeIsWrittenAbout();
        peopleSayThingsInASession();
    }

    /** Staff waive a rule, a small group tells, a team pitches, is asked and judged. */
    private void peopleSayThingsInASession() throws Exception {
        for (var organization : List.of(hosts, guests)) {
            registration.send(enrol(organization), token(Role.STAFF));
        }
        comesFor(people.get(2), hosts);
        comesFor(people.get(3), guests);
        var team = new TeamId(UUID.randomUUID());
        var other = new TeamId(UUID.randomUUID());
        eventually("sessions knows who they are", () -> {
            sessions.send(scheduled(), token(Role.STAFF));
            sessions.send(team(team, hosts, 2), token(Role.STAFF));
            sessions.send(team(other, guests, 3), token(Role.STAFF));
        });
        var table = new SmallGroup(1, Set.of(attendee(2)), Set.of(org.sala.sessions.api.Language.KM), Set.of());
        for (var command : List.<SessionsCommand>of(
                new OpenSignUp(session),
                new TakeSeat(
                        session,
                        attendee(2),
                        org.sala.sessions.api.AttendanceMode.IN_PERSON,
                        spoken("Waived for somebody")),
                new TakeSeat(
                        session,
                        attendee(3),
                        org.sala.sessions.api.AttendanceMode.IN_PERSON,
                        spoken("Waived for who waits")),
                new FormSmallGroups(session, 1, List.of(table)),
                new StartSession(session, Instant.now()),
                new SubmitGroupSummary(
                        session,
                        1,
                        1,
                        summary,
                        List.of(new Challenge(ChallengeCategory.FUNDING, spoken("A challenge with a name"))),
                        spoken("A summary with a name")),
                new StartInterview(session, interview, team, Instant.now()),
                new TakeEmptyChair(session, interview, attendee(3)),
                new AskQuestion(
                        session,
                        interview,
                        new QuestionId(UUID.randomUUID()),
                        attendee(3),
                        spoken("A question to somebody")),
                new DeliverPitch(session, interview, new Pitch(spoken("A pitch with a name"), null, null)),
                new GivePitchFeedback(
                        session,
                        interview,
                        new PitchFeedbackId(UUID.randomUUID()),
                        attendee(3),
                        spoken("Feedback for somebody")))) {
            sessions.send(command, token(Role.STAFF));
        }
    }

    private org.sala.sessions.api.ParticipantId attendee(int number) {
        return new org.sala.sessions.api.ParticipantId(people.get(number).value());
    }

    private org.sala.sessions.api.FreeText spoken(String text) {
        return new org.sala.sessions.api.FreeText(canary(text + " " + mark));
    }

    private void comesFor(ParticipantId participant, OrganizationId organization) throws IOException {
        registration.send(
                new ReviseParticipant(
                        participant,
                        new org.sala.registration.api.OrganizationId(organization.value()),
                        new PersonName(canary("តំណាង" + mark + participant), canary("Speaker " + mark + participant)),
                        new Contact(null, canary("speaker-" + mark + participant + "@canary.example")),
                        ParticipantRole.CSO_MEMBER,
                        Gender.WOMAN,
                        AgeBand.FROM_30_TO_44,
                        null,
                        Language.KM),
                token(Role.STAFF));
    }

    /** One seat, for people of the Social Lab: whoever comes now comes against a rule, and the second waits. */
    private ScheduleSession scheduled() {
        var today = LocalDate.now(ZoneId.of("Asia/Phnom_Penh")).atStartOfDay(ZoneId.of("Asia/Phnom_Penh"));
        return new ScheduleSession(
                session,
                new org.sala.sessions.api.SummitId(summit.value()),
                1,
                new SessionPlan(
                        new org.sala.sessions.api.BilingualText("ទូរទស្សន៍", "Social Lab TV"),
                        SessionKind.SOCIAL_LAB_TV,
                        Set.of(),
                        Method.PEER_LEARNING,
                        new Slot(
                                today.plusHours(1).toInstant(),
                                today.plusHours(2).toInstant()),
                        new org.sala.sessions.api.Place("Studio", null),
                        Map.of(org.sala.sessions.api.AttendanceMode.IN_PERSON, 1),
                        Set.of(),
                        Set.of(org.sala.sessions.api.Language.KM),
                        Set.of(),
                        List.of(),
                        new Eligibility(Set.of(org.sala.sessions.api.Cohort.SOCIAL_LAB), Set.of())));
    }

    private EnterPitchTeam team(TeamId team, OrganizationId organization, int nominee) {
        return new EnterPitchTeam(
                session,
                team,
                new org.sala.sessions.api.BilingualText("គំនិត", "An idea"),
                Set.of(new org.sala.sessions.api.OrganizationId(organization.value())),
                attendee(nominee));
    }

    /** Two organisations give each other something: one is confirmed, the other disputed; and they do something together. */
    private void aTradeIsWrittenAbout() throws Exception {
        var market = new org.sala.marketplace.api.SummitId(summit.value());
        var legs = new ArrayList<Leg>();
        var parties = List.of(new OrganizationId(UUID.randomUUID()), new OrganizationId(UUID.randomUUID()));
        for (var i = 0; i < parties.size(); i++) {
            var party = parties.get(i);
            registration.send(enrol(party), token(Role.STAFF));
            var offer = offer(market, party);
            eventually("the marketplace knows who offers", () -> marketplace.send(offer, token(Role.STAFF)));
            legs.add(new Leg(party, parties.get(1 - i), offer.offer(), 1));
        }
        var today = LocalDate.now(ZoneId.of("Asia/Phnom_Penh"));
        var one = parties.getFirst();
        var other = parties.getLast();
        for (var command : List.<MarketplaceCommand>of(
                new ProposeTrade(trade, market, one, legs, null),
                new AcceptTrade(trade, other, 1),
                new DeliverLeg(trade, 1, one, today, words("Delivered to somebody")),
                new ConfirmLeg(trade, 1, other, today, words("Evidence with a name")),
                new DisputeLeg(trade, 2, one, words("Complaint about somebody")),
                new ResolveLeg(trade, 2, LegResolution.STILL_OWED, today, words("Resolved with somebody")),
                new PledgeJointAction(
                        action,
                        market,
                        Set.copyOf(parties),
                        new org.sala.marketplace.api.BilingualText("រួមគ្នា", "Together"),
                        today.plusDays(30)),
                new ReportJointAction(action, one, ActionProgress.UNDER_WAY, today, words("Reported of somebody")))) {
            marketplace.send(command, token(Role.STAFF));
        }
    }

    private org.sala.marketplace.api.FreeText words(String text) {
        return new org.sala.marketplace.api.FreeText(canary(text + " " + mark));
    }

    private EnrolOrganization enrol(OrganizationId organization) {
        return new EnrolOrganization(
                new org.sala.registration.api.OrganizationId(organization.value()),
                summit,
                new org.sala.registration.api.BilingualText("អង្គការ", "An organisation"),
                OrganizationKind.LOCAL_CSO,
                OrganizationSize.SMALL,
                "KH-12",
                Cohort.OTHER,
                Language.KM,
                List.of("youth"));
    }

    private static PostOffer offer(org.sala.marketplace.api.SummitId market, OrganizationId organization) {
        var text = new org.sala.marketplace.api.BilingualText("រថយន្ត", "A car");
        return new PostOffer(
                market,
                organization,
                new OfferId(UUID.randomUUID()),
                OfferKind.GOOD,
                new Category("vehicle"),
                text,
                text,
                1,
                text,
                Set.of(org.sala.marketplace.api.Language.KM),
                new Place(true, null),
                Instant.now().plus(Duration.ofDays(30)),
                false);
    }

    @AfterAll
    void everythingStops() {
        lying.forEach(Exports::close);
        registration.close();
        feedback.close();
        marketplace.close();
        sessions.close();
        platform.close();
    }

    private String token(Role role) throws IOException {
        return platform.tokens().issue(account, Set.of(role));
    }

    private interface Asked {
        void now() throws Exception;
    }

    private static void eventually(String what, Asked asked) throws Exception {
        Eventually.holds(what, () -> {
            try {
                asked.now();
                return true;
            } catch (IllegalStateException | PortUnreachable notYet) {
                return false;
            }
        });
    }

    private String canary(String text) {
        canaries.add(text);
        return text;
    }

    private RegisterParticipant register(int number) {
        var phone = "0%d %03d %04d".formatted(10 + number, 400 + number, (mark.hashCode() & 0xfff) | 0x1000);
        // in its one form, too
        canary("855" + phone.substring(1).replace(" ", ""));
        return new RegisterParticipant(
                people.get(number),
                summit,
                null,
                new PersonName(canary("កាណារី" + mark + number), canary("Bird " + mark + number)),
                new Contact(canary(phone), canary(mark + number + "@canary.example")),
                ParticipantRole.COACH,
                Gender.WOMAN,
                AgeBand.FROM_30_TO_44,
                true,
                Language.KM,
                Map.of(1, AttendanceMode.IN_PERSON),
                Set.of(Consent.DATA_USE),
                "2030-01");
    }

    /** Somebody who comes without having registered. */
    private RegisterWalkIn walkIn(int number) {
        people.add(new ParticipantId(UUID.randomUUID()));
        return new RegisterWalkIn(
                people.getLast(),
                summit,
                null,
                new PersonName(canary("ដើរចូល" + mark + number), canary("Walk-in " + mark + number)),
                new Contact(null, canary("walk-in-" + mark + number + "@canary.example")),
                ParticipantRole.COACH,
                Gender.WOMAN,
                AgeBand.FROM_30_TO_44,
                true,
                Language.KM,
                1,
                AttendanceMode.IN_PERSON,
                Set.of(Consent.DATA_USE),
                "2030-01",
                Instant.now(),
                null);
    }

    private ReviseParticipant revised(int number) {
        return new ReviseParticipant(
                people.get(number),
                null,
                new PersonName(canary("កែ" + mark + number), canary("Renamed " + mark + number)),
                new Contact(null, canary("renamed-" + mark + number + "@canary.example")),
                ParticipantRole.COACH,
                Gender.WOMAN,
                AgeBand.FROM_30_TO_44,
                null,
                Language.KM);
    }

    private PostNote note(String words, org.sala.feedback.api.@Nullable ParticipantId signedBy) {
        return new PostNote(
                new NoteId(UUID.randomUUID()),
                board,
                new Note(
                        new FreeText(canary("Said " + words + " " + mark)),
                        org.sala.feedback.api.Language.EN,
                        NoteSource.TYPED,
                        signedBy,
                        signedBy == null ? null : Instant.now(),
                        null,
                        new FreeText(canary("Theme " + words + " " + mark))));
    }

    private static List<String> wordsOf(PostNote note) {
        return List.of(
                note.content().text().value(),
                Objects.requireNonNull(note.content().theme()).value());
    }

    /** So that there are dead letters with people in them. */
    private void anEventFindsAReaderThatCantTakeItIn() throws SQLException {
        inUi("alter table %s rename to away");
    }

    private void readersTakeInAgain() throws Exception {
        Eventually.holds("people are among the dead letters", () -> deadLetters() >= PEOPLE);
        try (var connection = platform.database(Application.UI);
                var statement = connection.createStatement()) {
            statement.execute("alter table away rename to " + Files.readString(data.resolve("renamed")));
        }
    }

    private void inUi(String sql) throws SQLException {
        try (var connection = platform.database(Application.UI);
                var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select min(table_name) from information_schema.columns
                        where table_schema = 'ui' and column_name = 'participant' and table_name like 'report%'""")) {
            row.next();
            var table = row.getString(1);
            Files.writeString(data.resolve("renamed"), table);
            statement.execute(sql.formatted(table));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long deadLetters() throws SQLException {
        try (var connection = platform.database(Application.UI);
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from parked_event")) {
            row.next();
            return row.getLong(1);
        }
    }

    private Connection superuser() throws SQLException, IOException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + platform.settings().ports().postgres() + "/sala",
                "postgres",
                Files.readString(data.resolve("postgres/superuser.password")));
    }

    private void asSuperuser(String... statements) throws SQLException, IOException {
        try (var connection = superuser();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The bytes of the keys that everything personal of these people, and their notes, is sealed with. */
    private Map<String, byte[]> keys() throws SQLException, IOException {
        var keys = new HashMap<String, byte[]>();
        var ids = people.stream().map(Object::toString).collect(Collectors.toSet());
        ids.addAll(List.of(trade.toString(), action.toString(), summary.toString(), interview.toString()));
        try (var connection = superuser();
                var statement = connection.createStatement()) {
            for (var context : List.of("registration", "sessions", "marketplace", "feedback")) {
                try (var rows = statement.executeQuery(
                        "select subject, keyset from " + context + "_keys.subject_key where keyset is not null")) {
                    while (rows.next()) {
                        if (ids.contains(rows.getString(1))) {
                            keys.put(context + " " + rows.getString(1), rows.getBytes(2));
                        }
                    }
                }
            }
        }
        return keys;
    }

    /** Tables, and what belongs to them, by the file that they stand in. */
    private Map<String, String> tablesByFile() throws SQLException, IOException {
        var tables = new HashMap<String, String>();
        try (var connection = superuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select pg_relation_filepath(c.oid), n.nspname || '.' || coalesce(t.relname, o.relname, c.relname)
                        from pg_class c
                            left join pg_index i on i.indexrelid = c.oid
                            left join pg_class t on t.oid = i.indrelid
                            left join pg_class o on o.reltoastrelid = c.oid
                            join pg_namespace n on n.oid = coalesce(t.relnamespace, o.relnamespace, c.relnamespace)
                        where pg_relation_filepath(c.oid) is not null""")) {
            while (rows.next()) {
                tables.put(rows.getString(1), rows.getString(2));
            }
        }
        return tables;
    }

    /** In which tables and files any of the texts stands, of the whole data folder and of what the launcher said. */
    private Set<String> where(Collection<String> texts, Path scratch) throws SQLException, IOException {
        Files.createDirectories(scratch);
        Files.writeString(scratch.resolve("launcher's output"), platform.said());
        assertThat(KafkaSegments.unpack(platform.settings().data().kafka(), scratch))
                .isPositive();
        var tables = tablesByFile();
        var found = new TreeSet<String>();
        BytesInFolder.search(data, texts).values().stream()
                .flatMap(Collection::stream)
                .forEach(file -> {
                    var name = file.toString().replaceFirst("^.*/(base/\\d+/\\d+)[^/]*$", "$1");
                    found.add(tables.getOrDefault(name, file.toString()));
                });
        BytesInFolder.search(scratch, texts).values().stream()
                .flatMap(Collection::stream)
                .map(Path::toString)
                .forEach(found::add);
        return found;
    }

    private long events() throws SQLException, IOException {
        try (var connection = superuser();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select (select count(*) from registration.event) + (select count(*) from feedback.event)")) {
            row.next();
            return row.getLong(1);
        }
    }

    private String seats() throws IOException {
        return registration
                .ask(
                        "/summits/" + summit + "/seats",
                        new TypeReference<List<Map<String, Object>>>() {},
                        token(Role.DONOR))
                .toString();
    }

    private long notes() throws IOException {
        return feedback
                .ask(
                        "/summits/" + summit + "/boards",
                        new TypeReference<List<Map<String, Object>>>() {},
                        token(Role.STAFF))
                .stream()
                .mapToLong(each -> ((Number) each.getOrDefault("notes", 0)).longValue())
                .sum();
    }

    @Test
    void nothingIsInClearBeforeAnErasureAndNothingAtAllIsLeftAfterIt(@TempDir Path scratch) throws Exception {
        var written = List.of(mark + "public");
        var personalTypes = LANGUAGES.stream()
                .flatMap(names -> names.all().entrySet().stream())
                .filter(type -> type.getValue().isAnnotationPresent(PersonalDataOf.class))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        Eventually.holds("all is published", () -> {
            var types = scratch.resolve("types");
            KafkaSegments.unpack(platform.settings().data().kafka(), Files.createDirectories(types));
            return BytesInFolder.search(types, personalTypes).keySet().equals(personalTypes)
                    && BytesInFolder.search(
                                            types,
                                            people.stream()
                                                    .map(Object::toString)
                                                    .toList())
                                    .size()
                            == people.size();
        });
        asSuperuser("checkpoint");
        assertThat(canaries).hasSize(PEOPLE * 7 + 2 + 6 + 5 + 2 * 3 + 7);
        assertThat(where(written, scratch.resolve("public")))
                .as("else the search would prove nothing")
                .contains("registration.event", "ui.timeline")
                .anyMatch(file -> file.startsWith("log-sala.registration-"));

        assertThat(where(canaries, scratch.resolve("before")).stream()
                        .filter(place -> IN_CLEAR_UNTIL_ERASED.isEmpty() || !place.contains("pg_wal")))
                .isSubsetOf(IN_CLEAR_UNTIL_ERASED);
        exportsHoldWhatTheyAreMadeFor(scratch.resolve("exports"));
        var keys = keys();
        // of each who signed a note, in two contexts, and of two who spoke in a third; and of what was said of a trade,
        // of a joint action, at a table and by a team
        assertThat(keys).hasSizeGreaterThanOrEqualTo(PEOPLE * 2 + 2 + 5);
        assertThat(BytesInFolder.search(data, keys).keySet()).isEqualTo(keys.keySet());
        var seats = seats();
        var notes = notes();
        var events = events();

        for (var person : people) {
            registration.send(new EraseParticipant(person), token(Role.STAFF));
        }
        marketplace.send(new EraseTradeWords(trade), token(Role.STAFF));
        marketplace.send(new EraseJointActionWords(action), token(Role.STAFF));
        sessions.send(new EraseGroupSummary(session, 1, summary), token(Role.STAFF));
        sessions.send(new ErasePitch(session, interview), token(Role.STAFF));

        Eventually.holds("no key of theirs is left", () -> keys().isEmpty());
        Eventually.holds(
                "nothing of their keys is left in any file",
                () -> BytesInFolder.search(data, keys).isEmpty());
        nothingOfThemIsExported(scratch.resolve("exports after"));
        // what tables and log hold of rows that are gone, beside the keys'
        asSuperuser("vacuum (full)", "select pg_switch_wal()", "checkpoint");
        assertThat(where(canaries, scratch.resolve("after"))).isEmpty();
        assertThat(seats()).isEqualTo(seats);
        assertThat(notes()).isEqualTo(notes);
        assertThat(events()).isEqualTo(events + people.size());

        restart();
        assertThat(registration
                        .ask(
                                "/participants/" + people.getFirst(),
                                new TypeReference<Map<String, Object>>() {},
                                token(Role.STAFF))
                        .get("name"))
                .as("replayed")
                .isEqualTo(Map.of("hidden", "ERASED"));
        assertThat(seats()).isEqualTo(seats);
        assertThat(where(canaries, scratch.resolve("restarted"))).isEmpty();
    }

    private Exports exports() {
        return new Exports(platform.settings().ports().url(Application.UI), summit, () -> token(Role.STAFF));
    }

    /** Lists of people hold people, a person's own file that person, and whatever else can be taken nobody. */
    private void exportsHoldWhatTheyAreMadeFor(Path folder) throws Exception {
        var exports = exports();
        lying.add(exports);
        exports.takeAll(folder);
        assertThat(exports.held(folder, ticket)).isTrue();

        var found = BytesInFolder.search(folder, canaries);
        var inFiles = new HashMap<String, Set<String>>();
        found.forEach((canary, files) ->
                files.forEach(file -> inFiles.computeIfAbsent(file.getName(0).toString(), it -> new HashSet<>())
                        .add(canary)));
        assertThat(inFiles.keySet())
                .containsExactlyInAnyOrder(
                        "people.csv", "contacts.csv", "contacts.xlsx", "attendance.csv", "held.json", "own page.html");
        assertThat(inFiles.get("people.csv")).isEqualTo(inFiles.get("attendance.csv"));
        assertThat(inFiles.get("people.csv"))
                .hasSize(2 * people.size())
                .allMatch(canary -> canary.contains(mark) && !canary.contains("@"));
        assertThat(inFiles.get("contacts.csv"))
                .isEqualTo(inFiles.get("contacts.xlsx"))
                .containsAll(inFiles.get("people.csv"))
                .anyMatch(canary -> canary.contains("@"))
                .noneMatch(canary -> canary.startsWith("Said ") || canary.startsWith("Theme "));
        assertThat(ofTheFirst).containsAll(inFiles.get("own page.html")).containsAll(inFiles.get("held.json"));
        assertThat(inFiles.get("held.json")).hasSize(ofTheFirst.size() - 1);
    }

    /** Neither in what is taken anew, nor in what was made before and lies there still. */
    private void nothingOfThemIsExported(Path folder) throws Exception {
        Eventually.holds("lists that were made before are gone", () -> {
            for (var exports : lying) {
                if (exports.madeListsLie()) {
                    return false;
                }
            }
            return true;
        });
        try (var exports = exports()) {
            exports.takeAll(folder);
            exports.held(folder, ticket);
        }
        assertThat(BytesInFolder.search(folder, canaries)).isEmpty();
        assertThat(folder)
                .isDirectoryContaining(file -> file.getFileName().toString().startsWith("history-registration"));
    }

    private void restart() throws Exception {
        registration.close();
        feedback.close();
        marketplace.close();
        sessions.close();
        platform.stop();
        platform = RunningLauncher.ready(data, platform.settings().ports().of(Application.UI));
        registration = platform.client(Application.REGISTRATION);
        feedback = platform.client(Application.FEEDBACK);
        marketplace = platform.client(Application.MARKETPLACE);
        sessions = platform.client(Application.SESSIONS);
    }
}
