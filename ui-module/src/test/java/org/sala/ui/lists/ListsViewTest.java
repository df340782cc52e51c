package org.sala.ui.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sala.eventing.intake.IntakeCommitted;
import org.sala.ports.Role;
import org.sala.sheets.Choice;
import org.sala.sheets.Column;
import org.sala.sheets.Format;
import org.sala.sheets.Limits;
import org.sala.sheets.SheetRefused;
import org.sala.sheets.TableWriter;
import org.sala.sheets.Tables;
import org.sala.ui.FaceViewTest;
import org.sala.ui.PeopleOverHttp;
import org.sala.ui.RunningFace;
import org.sala.ui.SampleFacts;
import org.sala.ui.language.ReadersChoice;
import org.sala.ui.language.Words;
import org.sala.ui.signin.Account;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A list from its upload to its end, as staff see it, against something that keeps people as registration does. */
class ListsViewTest extends FaceViewTest {

    private static final BookOverHttp REGISTRATION = new BookOverHttp();
    private static final Account STAFF = new Account(UUID.fromString(SampleFacts.ACTOR), java.util.Set.of(Role.STAFF));

    @TempDir
    private static Path folder;

    @Autowired
    private Lists lists;

    @Autowired
    private ListRules rules;

    @Autowired
    private TakingOut taking;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private JdbcClient database;

    @DynamicPropertySource
    static void ownFolder(DynamicPropertyRegistry registry) {
        registry.add("sala.lists.folder", () -> folder);
        registry.add("sala.lists.largest", () -> "1MB");
    }

    @BeforeEach
    void begin() {
        REGISTRATION.begin();
        PeopleOverHttp.SHARED.standsIn(REGISTRATION);
        signIn(Role.STAFF);
        putAwayAll();
    }

    private void putAwayAll() {
        for (var last = lists.last(SAMPLE.summit(), STAFF);
                last.isPresent();
                last = lists.last(SAMPLE.summit(), STAFF)) {
            lists.putAway(last.get());
        }
        taking.of(SAMPLE.summit(), STAFF).forEach(taking::remove);
    }

    @AfterAll
    static void stop() {
        PeopleOverHttp.SHARED.standsIn(null);
    }

    private String organization(int index) {
        return rules.organizations(SAMPLE.summit()).get(index).en();
    }

    private WorkingList bring(byte[] file) {
        try {
            return lists.bring(new ByteArrayInputStream(file), "list.csv", SAMPLE.summit(), STAFF);
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    private WorkingList bring(String csv) {
        return bring(csv.getBytes(StandardCharsets.UTF_8));
    }

    /** Rows with everything that registration asks for, and a day that is open to everybody. */
    private String people(String... rows) {
        var csv = new StringBuilder("name,phone,organisation,role,day 2,consent\n");
        for (var row : rows) {
            csv.append(row).append('\n');
        }
        return csv.toString();
    }

    private void opened(WorkingList list) {
        open(SUMMIT + "/lists?list=" + list.id());
    }

    private void press(String id) {
        find(Button.class).withId(id).single().click();
        roundTrip();
    }

    private void lookedOver(WorkingList list) {
        opened(list);
        press("look-over");
        until(() -> list.stage() instanceof Stage.Looked);
    }

    /** Waits for what happens beside the page, and looks at it again: nothing is pushed to a window without a browser. */
    private void until(BooleanSupplier holds) {
        RunningFace.until("stage", holds);
        open(address());
    }

    private void seen(String... words) {
        assertThat(shown()).contains(words);
    }

    private void imported(WorkingList list) {
        lookedOver(list);
        press("send");
        until(() -> list.stage() instanceof Stage.Ended);
    }

    @Test
    void aListIsLookedOverBeforeAnythingIsSentAndThenImported() {
        var list = bring(people(
                "Sok Sophea,012345678," + organization(0) + ",CSO member,in person,yes",
                "Chan Dara,012345679," + organization(1) + ",CSO member,online,yes",
                "Chan Dara,012345679," + organization(1) + ",CSO member,online,yes",
                ",012345680," + organization(1) + ",CSO member,online,yes",
                "Without Consent,012345681," + organization(1) + ",CSO member,online,no"));
        opened(list);
        seen("What each column says was guessed", "organisation", "Sok Sophea");
        press("look-over");
        until(() -> list.stage() instanceof Stage.Looked);
        seen("Nothing has been sent yet", "Import 2 rows", "2new", "1double", "2refused");
        assertThat(REGISTRATION.commands()).isEmpty();
        press("lists-kind-REFUSED");
        Grid<?> grid = find(Grid.class).single();
        assertThat(test(grid).size()).isEqualTo(2);
        press("send");
        until(() -> list.stage() instanceof Stage.Ended);
        seen("The list is imported", "2 new", "2 refused", "1 double, left out");
        assertThat(REGISTRATION.people()).hasSize(2);
    }

    @Test
    void theSameListAgainChangesNothing() {
        var csv = people(
                "Sok Sophea,012345678," + organization(0) + ",CSO member,in person,yes",
                "Chan Dara,012345679," + organization(1) + ",CSO member,online,yes");
        imported(bring(csv));
        assertThat(REGISTRATION.commands()).hasSize(2);
        var again = bring(csv);
        lookedOver(again);
        seen("2the same", "Import 0 rows");
        assertThat(REGISTRATION.commands()).hasSize(2);
    }

    @Test
    void whatIsNotImportedIsGivenBackWithItsReasonAndCell() throws IOException {
        REGISTRATION.refuse("012345682");
        var list = bring(people(
                "Good,012345678," + organization(0) + ",CSO member,in person,yes",
                "Bad,not a phone," + organization(1) + ",CSO member,online,yes",
                "=Full,012345682," + organization(1) + ",CSO member,in person,yes"));
        imported(list);
        var back = new ByteArrayOutputStream();
        lists.giveBack(list, back, remarks -> ListWords.all(remarks, org.sala.ui.language.Words.ENGLISH), "Reason");
        try (var table = Tables.open(new ByteArrayInputStream(back.toByteArray()), Limits.DEFAULT, Choice.FIRST)) {
            assertThat(table.headings()).endsWith("consent", "Reason");
            var rows = new java.util.ArrayList<String>();
            table.forEach(row -> rows.add(row.text(0) + " | " + row.text(6)));
            assertThat(rows)
                    .containsExactly(
                            "Bad | B3: this is no phone number",
                            "=Full | All 80 seats of day 3 are taken in this mode.");
        }
        // a spreadsheet sees no formula
        assertThat(back.toString(StandardCharsets.UTF_8)).contains("'=Full");
    }

    @Test
    void anOrganizationThatIsNotEnrolledIsAskedAboutAndEnrolledBeforeItsPeople() {
        var list = bring(people("Sok Sophea,012345678,A new association,CSO member,in person,yes"));
        lookedOver(list);
        seen("Organisations that aren’t enrolled", "A new association");
        assertThat(ListWords.all(
                        list.plan().orElseThrow().rows().read(0).remarks(), org.sala.ui.language.Words.ENGLISH))
                .isEqualTo("C2: this organisation isn’t enrolled");
        press("enrol-all");
        press("look-again");
        until(() -> list.stage() instanceof Stage.Looked looked && looked.plan().good() == 1);
        press("send");
        until(() -> list.stage() instanceof Stage.Ended);
        assertThat(REGISTRATION.commands()).containsExactly("enrol-organization", "register-participant");
    }

    @Test
    void whenRegistrationIsAwayWhatWasSentStaysAndTheRestGoesOnLater() {
        var list = bring(people(
                "Sok Sophea,012345678," + organization(0) + ",CSO member,in person,yes",
                "Chan Dara,012345679," + organization(1) + ",CSO member,online,yes"));
        lookedOver(list);
        REGISTRATION.away(true);
        press("send");
        until(() -> list.stage() instanceof Stage.Ended);
        seen("can’t be asked any more", "2 not sent yet");
        REGISTRATION.away(false);
        press("go-on");
        until(() -> list.stage() instanceof Stage.Ended ended && ended.how() == Stage.How.DONE);
        assertThat(REGISTRATION.people()).hasSize(2);
    }

    @Test
    void aDryRunThatCantAskSaysSoAndKeepsTheColumns() {
        var list = bring(people("Sok Sophea,012345678," + organization(0) + ",CSO member,in person,yes"));
        opened(list);
        REGISTRATION.away(true);
        press("look-over");
        until(() -> list.stage() instanceof Stage.Unasked);
        seen("Registration can’t be asked", "Look it over");
    }

    @Test
    void aListWhoseColumnsNobodyKnowsIsNotLookedOverUntilSomebodySaysWhatTheyAre() {
        var list = bring("colour,shoe\nred,41\n");
        opened(list);
        seen("colour", "shoe", "not used");
        press("look-over");
        seen("No column says the name. Please choose one.");
        assertThat(list.stage()).isInstanceOf(Stage.Choosing.class);

        ReadersChoice.language(UI.getCurrent(), Words.KHMER);
        press("look-over");
        seen("គ្មានជួរឈរណា");
    }

    @Test
    void aListWithoutConsentIsNotLookedOverUntilStaffSayHowItWasGiven() {
        var list = bring("name,phone,organisation,day 2\nSok,012345678," + organization(0) + ",in person\n");
        opened(list);
        press("look-over");
        seen("No column tells of the consent");
        // a finder knows the class of a component and not of what it chooses between
        @SuppressWarnings("unchecked")
        Select<String> taken = find(Select.class).withId("consent-taken").single();
        taken.setValue("PAPER");
        press("look-over");
        until(() -> list.stage() instanceof Stage.Looked);
        seen("Import 1 row");
    }

    @Test
    void aListOfOrganizationsIsEnrolledTheSameWay() {
        var csv = "Organization name,Type of organization,Number of staff,Province\nA new association,NGO,12,Kampot\n"
                + organization(0) + ",,,\nNowhere,NGO,5,Atlantis\n";
        var list = bring(csv);
        imported(list);
        assertThat(REGISTRATION.commands()).containsExactly("enrol-organization");
        seen("1 new", "1 was the same already", "1 refused");
    }

    @Test
    void aListIsItsBringersAloneAndOfItsSummit() {
        var list = bring(people("Sok,012345678," + organization(0) + ",CSO member,in person,yes"));
        var other = new Account(UUID.randomUUID(), java.util.Set.of(Role.STAFF));
        assertThat(lists.find(list.id(), SAMPLE.summit(), other)).isEmpty();
        assertThat(lists.find(list.id(), UUID.randomUUID(), STAFF)).isEmpty();
        assertThat(open(SUMMIT + "/lists?list=" + UUID.randomUUID())).contains("This list was put away");
    }

    @Test
    void afterAListIsPutAwayNothingOfItIsOnDisk() throws IOException {
        var list = bring(people("Sok,012345678," + organization(0) + ",CSO member,in person,yes"));
        lookedOver(list);
        press("put-away");
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString()))
                    .containsOnly("in-use");
        }
        assertThat(list.file()).doesNotExist();
    }

    @Test
    void whatACrashLeftIsDeletedAtTheNextStartAndNothingElse() throws IOException {
        var left = Files.createDirectories(folder.resolve("left-behind"));
        Files.writeString(left.resolve("in-use"), "");
        Files.writeString(left.resolve("people"), "Sok Sophea");
        var list = bring(people("Sok,012345678," + organization(0) + ",CSO member,in person,yes"));
        var next = new ListFolder(new ListSettings(
                folder, org.springframework.util.unit.DataSize.ofMegabytes(1), java.time.Duration.ofHours(1), 1));
        assertThat(left).doesNotExist();
        assertThat(list.file()).exists();
        next.destroy();
    }

    @ParameterizedTest
    @CsvSource({
        "%PDF-1.7 something, PDF",
        "'', EMPTY",
    })
    void whatIsNoListIsRefusedByName(String content, SheetRefused.Reason reason) {
        assertThatThrownBy(() -> bring(content))
                .isInstanceOfSatisfying(
                        SheetRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
        assertThat(lists.last(SAMPLE.summit(), STAFF)).isEmpty();
    }

    @Test
    void aGigabyteIsRefusedAfterItsFirstMegabyte() {
        var endless = new InputStream() {
            private long given;

            @Override
            public int read() {
                given++;
                return 'a';
            }

            @Override
            public int read(byte[] into, int from, int length) {
                given += length;
                java.util.Arrays.fill(into, from, from + length, (byte) 'a');
                return length;
            }
        };
        assertThatThrownBy(() -> lists.bring(endless, "large.csv", SAMPLE.summit(), STAFF))
                .isInstanceOf(Lists.TooLarge.class);
        assertThat(endless.given).isLessThan(2L << 20);
    }

    @Test
    void aZipBombIsRefusedBeforeItIsUnpacked() throws IOException {
        var bomb = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bomb)) {
            for (var part : new String[] {"[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"}) {
                zip.putNextEntry(new ZipEntry(part));
                var zeros = new byte[1 << 16];
                for (var i = 0; i < 1_000; i++) {
                    zip.write(zeros);
                }
                zip.closeEntry();
            }
        }
        assertThatThrownBy(() -> bring(bomb.toByteArray())).isInstanceOf(SheetRefused.class);
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "UTF-16", "UTF-16LE", "windows-1252"})
    void aListIsReadInWhicheverEncodingItCame(String charset) {
        var csv = "name;phone;organisation;role;day 2;consent\nRené Café;012345678;" + organization(0)
                + ";CSO member;in person;yes\n";
        var mark = charset.equals("UTF-16LE") ? "\ufeff" : "";
        var list = bring((mark + csv).getBytes(Charset.forName(charset)));
        lookedOver(list);
        assertThat(list.plan().orElseThrow().rows().read(0).name()).isEqualTo("René Café");
        seen("1new");
    }

    @Test
    void excelsDatesAndNumbersAreReadAsTheyWereMeant() {
        var bytes = new ByteArrayOutputStream();
        try (var table = TableWriter.to(bytes, Format.XLSX)) {
            table.sheet(
                    "People",
                    java.util.stream.Stream.of("name", "phone", "organisation", "date of birth", "days", "consent")
                            .map(Column::of)
                            .toList());
            table.row("Sok", 12345678, organization(0), java.time.LocalDate.parse("1990-05-01"), 2, true);
        }
        var list = bring(bytes.toByteArray());
        lookedOver(list);
        var planned = list.plan().orElseThrow().rows().read(0);
        assertThat(planned.kind()).isEqualTo(Planned.Kind.NEW);
        assertThat(planned.commands().getFirst())
                .isInstanceOfSatisfying(
                        org.sala.registration.api.RegistrationCommand.RegisterParticipant.class, register -> {
                            assertThat(register.contact().phone()).isEqualTo("012345678");
                            assertThat(register.ageBand()).isEqualTo(org.sala.registration.api.AgeBand.FROM_30_TO_44);
                        });
    }

    @Test
    void whatIsTakenAwayWithContactsCanBeBroughtInAgainAndIsTheSame() throws IOException {
        imported(bring(people(
                "Sok Sophea,012345678," + organization(0) + ",CSO member,in person,yes",
                "Chan Dara,012345679," + organization(1) + ",coach,online,yes")));
        open(SUMMIT + "/lists/out");
        press("people-xlsx");
        assertThat(taking.of(SAMPLE.summit(), STAFF)).isEmpty();
        find(TextField.class).withId("out-purpose").single().setValue("the caterer");
        find(com.vaadin.flow.component.checkbox.Checkbox.class)
                .withId("out-contacts")
                .single()
                .setValue(true);
        press("people-xlsx");
        until(() -> taking.of(SAMPLE.summit(), STAFF).getFirst().state() == Making.State.READY);
        assertThat(REGISTRATION.commands()).endsWith("note-contacts-taken");
        var made = taking.of(SAMPLE.summit(), STAFF).getFirst();
        var list = bring(Files.readAllBytes(made.file()));
        lookedOver(list);
        seen("2the same");
        taking.remove(made);
        assertThat(made.file()).doesNotExist();
    }

    @Test
    void whatWasMadeIsDeletedAsSoonAsAnybodyIsErased() {
        imported(bring(people("Sok Sophea,012345678," + organization(0) + ",CSO member,in person,yes")));
        open(SUMMIT + "/lists/out");
        find(TextField.class).withId("out-purpose").single().setValue("the door");
        press("people-xlsx");
        until(() -> taking.of(SAMPLE.summit(), STAFF).getFirst().state() == Making.State.READY);
        var made = taking.of(SAMPLE.summit(), STAFF).getFirst();

        events.publishEvent(new IntakeCommitted("ui", java.util.Set.of("registration")));
        assertThat(made.file()).exists();

        erased(UUID.randomUUID());
        events.publishEvent(new IntakeCommitted("ui", java.util.Set.of("registration")));
        until(() -> taking.of(SAMPLE.summit(), STAFF).isEmpty());
        assertThat(made.file()).doesNotExist();
    }

    private void erased(UUID person) {
        database.sql("""
                        insert into timeline (id, context, position, type, subject, sequence, time, untimed, actor, role, payload, taken_at)
                        values (:id, 'registration', 1000000, 'registration.participant-erased', :subject, 7, now(), false, 'a', 'STAFF',
                         '{}', now())""")
                .param("id", UUID.randomUUID())
                .param("subject", person.toString())
                .update();
    }

    @Test
    void badgesAreGivenToWhoHasNone() {
        imported(bring(people("Sok Sophea,012345678," + organization(0) + ",CSO member,in person,yes")));
        open(SUMMIT + "/lists/out");
        find(TextField.class).withId("out-purpose").single().setValue("the door");
        press("badges-pdf");
        until(() -> taking.of(SAMPLE.summit(), STAFF).getFirst().state() != Making.State.MAKING);
        assertThat(taking.of(SAMPLE.summit(), STAFF).getFirst().state()).isEqualTo(Making.State.READY);
        assertThat(REGISTRATION.commands()).contains("issue-badge");
        seen("Download sala-badges.pdf");
    }
}
