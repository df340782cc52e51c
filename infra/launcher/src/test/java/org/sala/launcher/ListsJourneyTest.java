package org.sala.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.sala.personal.Personal;
import org.sala.ports.CommandClient;
import org.sala.ports.Role;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.BilingualText;
import org.sala.registration.api.Cohort;
import org.sala.registration.api.Language;
import org.sala.registration.api.OrganizationId;
import org.sala.registration.api.OrganizationKind;
import org.sala.registration.api.OrganizationSize;
import org.sala.registration.api.PersonName;
import org.sala.registration.api.RegistrationCommand;
import org.sala.registration.api.RegistrationCommand.AnnounceSummit;
import org.sala.registration.api.RegistrationCommand.EnrolOrganization;
import org.sala.registration.api.RegistrationQueries.Person;
import org.sala.registration.api.SummitDay;
import org.sala.registration.api.SummitId;
import tools.jackson.core.type.TypeReference;

/**
 * A list's whole way, in a real browser: a sheet that somebody made by hand is looked over, imported, mended and brought
 * again; lists are taken away; and the badges that were printed let people in at the desk.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ListsJourneyTest {

    private static final int PORT = RunningLauncher.freePorts();
    private static final ZoneId ZONE = ZoneId.of("Asia/Phnom_Penh");
    private static final Pattern STARTS_A_FORMULA = Pattern.compile("^[=+\\-@\\t\\r].*", Pattern.DOTALL);
    private static final SummitId SUMMIT = new SummitId(UUID.randomUUID());

    private static final int HEADINGS = 1;
    private static final String PHONE = "លេខទូរស័ព្ទ";
    private static final String DAY_2 = "ថ្ងៃទី២";
    private static final String CONSENT = "ការយល់ព្រម / Consent";

    @TempDir
    private static Path data;

    @TempDir
    private static Path files;

    private RunningLauncher platform;
    private CommandClient registration;
    private Chromium chromium;
    private Visitor staff;

    @BeforeAll
    void aSummitIsToday() throws Exception {
        assertThat(getClass().getResource("/META-INF/VAADIN/config/stats.json"))
                .as("the pages' bundle, which Maven's package makes: infra/bin/test, or mvn verify")
                .isNotNull();
        platform = RunningLauncher.ready(data, PORT);
        registration = platform.client(Application.REGISTRATION);
        var today = LocalDate.now(ZONE);
        ask(new AnnounceSummit(
                SUMMIT,
                text("សន្និសីទនៅថ្ងៃនេះ", "A summit today"),
                ZONE,
                List.of(
                        day(1, today, Map.of(AttendanceMode.IN_PERSON, 20, AttendanceMode.ONLINE, 20)),
                        day(2, today.plusDays(1), Map.of(AttendanceMode.IN_PERSON, 20))),
                "2026-11",
                text("ខ្ញុំយល់ព្រម", "I agree")));
        ask(new EnrolOrganization(
                new OrganizationId(UUID.randomUUID()),
                SUMMIT,
                text("អង្គការទន្លេ", "River organisation"),
                OrganizationKind.LOCAL_CSO,
                OrganizationSize.SMALL,
                "KH-3",
                Cohort.SOCIAL_LAB,
                Language.KM,
                List.of()));
        chromium = new Chromium();
        staff = new Visitor(chromium.browser(), platform.settings().ports().url(Application.UI), "en")
                .signIn("staff", platform.password("staff"));
    }

    @AfterAll
    void everythingStops() {
        if (chromium != null) {
            chromium.close();
        }
        if (registration != null) {
            registration.close();
        }
        if (platform != null) {
            platform.close();
        }
    }

    private static BilingualText text(String km, String en) {
        return new BilingualText(km, en);
    }

    private static SummitDay day(int number, LocalDate date, Map<AttendanceMode, Integer> seats) {
        return new SummitDay(number, date, text("ភ្នំពេញ", "Phnom Penh"), seats, SummitDay.Admission.EVERYBODY);
    }

    private String token() throws IOException {
        return platform.tokens().issue("end-to-end", Set.of(Role.STAFF));
    }

    private void ask(RegistrationCommand command) throws IOException {
        registration.send(command, token());
    }

    @Test
    @Order(1)
    void aSheetIsLookedOverImportedMendedAndChangesNothingTheSecondTime() throws Exception {
        var sheet = sheetMadeByHand();
        bring(sheet);
        assertThat(staff.see("#column-1")).containsText("Name in Khmer");
        assertThat(staff.see("#column-2")).containsText("Name in Latin letters");
        assertThat(staff.see("#column-5")).containsText("Phone");
        assertThat(staff.see("#column-8")).containsText("Day 1");
        assertThat(staff.see("#column-9")).containsText("Day 2");
        lookOver();
        counts(2, 0, 0, 1, 4);
        staff.see("#lists-kind-REFUSED").click();
        says("G5: this organisation isn’t enrolled");
        says("K6: no consent to the use of data");
        says("F7: this is no phone number");
        says("J9: day 2 is not held in this mode");
        staff.see("#lists-kind-DUPLICATE").click();
        says("F8: the same as in row 3");

        staff.see("#enrol-all").click();
        staff.see("#look-again").click();
        counts(3, 0, 0, 1, 3);
        send();
        ended("3 new", "1 double, left out", "3 refused");

        var toMend = downloaded("#give-back", "to-mend.xlsx");
        staff.see("#put-away").click();
        bring(mended(toMend));
        lookOver();
        counts(3, 0, 0, 0, 0);
        send();
        ended("3 new");
        staff.see("#put-away").click();

        bring(sheet);
        lookOver();
        counts(0, 0, 4, 1, 2);
        assertThat(staff.see("#send")).isDisabled();
        staff.see("#put-away").click();
        assertThat(staff.see("#list-upload")).isVisible();
        assertThat(peopleRegistered()).isEqualTo(6);
    }

    @Test
    @Order(2)
    void whatIsTakenAwayStartsNoFormula() throws Exception {
        staff.open(SUMMIT.value(), "lists/out");
        staff.see("#out-purpose input").fill("the organisers' own list");
        staff.see("#out-purpose input").blur();
        staff.see("#out-contacts input").check();

        staff.see("#people-csv").click();
        var csv = downloaded(".making a:has-text('.csv')", "people.csv");
        assertThat(Files.readString(csv))
                .contains("'+855 12 300 002", "ចាន់ ធីតា", "the organisers' own list")
                .doesNotContainPattern("(?m)(^|,)\"?[=+@\t-]");

        staff.see("#people-xlsx").click();
        var xlsx = downloaded(".making a:has-text('.xlsx')", "people.xlsx");
        try (var workbook = new XSSFWorkbook(Files.newInputStream(xlsx))) {
            var cells = new ArrayList<Cell>();
            workbook.forEach(sheet -> sheet.forEach(row -> row.forEach(cells::add)));
            assertThat(cells).noneMatch(cell -> cell.getCellType() == CellType.FORMULA);
            assertThat(cells)
                    .filteredOn(cell -> cell.getCellType() == CellType.STRING)
                    .filteredOn(cell -> startsAFormula(cell.getStringCellValue()))
                    .isNotEmpty()
                    .allMatch(cell -> cell.getCellStyle().getDataFormatString().equals("@"));
        }
    }

    private static boolean startsAFormula(String text) {
        return STARTS_A_FORMULA.matcher(text).matches();
    }

    @Test
    @Order(3)
    void aBadgeThatWasPrintedLetsItsPersonIn() throws Exception {
        staff.open(SUMMIT.value(), "lists/out");
        staff.see("#out-purpose input").fill("badges for day 1");
        staff.see("#out-purpose input").blur();
        staff.see("#badges-pdf").click();
        var pdf = downloaded(".making a:has-text('.pdf')", "badges.pdf");

        var codes = QrCodes.onPage(pdf, 0);
        assertThat(codes).hasSize(6).doesNotHaveDuplicates();
        var people = new ArrayList<Person>();
        for (var code : codes) {
            var person = registration.ask(
                    "/summits/" + SUMMIT + "/people/with-badge",
                    Map.of("badge", code),
                    new TypeReference<Person>() {},
                    token());
            assertThat(person.badge()).isEqualTo(code);
            people.add(person);
        }
        var thida = people.stream()
                .filter(person -> person.name() instanceof Personal.Clear<PersonName>(var name)
                        && "Chan Thida".equals(name.latin()))
                .findFirst()
                .orElseThrow();

        staff.open(SUMMIT.value(), "desk");
        var find = staff.see("#desk-find input");
        assertThat(find).isFocused();
        find.fill(thida.badge());
        find.press("Enter");
        assertThat(staff.see("#desk-answer")).containsText("Checked in");
        assertThat(staff.see("#desk-answer")).containsText("Chan Thida");
        assertThat(staff.see("#desk-numbers-in_person .number").nth(1)).hasText("1");

        staff.open(SUMMIT.value(), "desk?person=" + thida.participant());
        var again = downloaded("#desk-badge-print", "badge.pdf");
        assertThat(QrCodes.onPage(again, 0)).containsExactly(thida.badge());
    }

    /** As somebody in an office makes it: a title above the headings, headings in both languages, and some cells wrong. */
    private static Path sheetMadeByHand() throws IOException {
        try (var workbook = new XSSFWorkbook()) {
            var sheet = workbook.createSheet("បញ្ជី");
            fill(sheet.createRow(0), "បញ្ជីអ្នកចូលរួម");
            fill(
                    sheet.createRow(HEADINGS),
                    "ល.រ",
                    "ឈ្មោះជាភាសាខ្មែរ",
                    "Full name in English",
                    "ភេទ / Sex",
                    "Age",
                    PHONE,
                    "Name of organisation / អង្គការ",
                    "Role",
                    "Day 1",
                    DAY_2,
                    CONSENT);
            var river = "River organisation";
            row(
                    sheet,
                    1,
                    "ចាន់ ធីតា",
                    "Chan Thida",
                    "ស្រី",
                    34,
                    "012 300 001",
                    river,
                    "in person",
                    "yes",
                    "Yes, I agree");
            row(sheet, 2, "សុខ វិបុល", "Sok Vibol", "ប្រុស", 41, "+855 12 300 002", river, "online", "no", "យល់ព្រម");
            row(sheet, 3, "លី ដារ៉ា", "Ly Dara", "M", 61, "012300003", "Mountain association", "yes", "yes", "yes");
            row(sheet, 4, "ម៉ៅ ស្រីមុំ", "Mao Sreymom", "F", 25, "017 300 004", river, "in person", "yes", "ទេ");
            row(sheet, 5, "កុង សុភាព", "Kong Sopheap", "F", 30, "call me", river, "in person", "yes", "yes");
            row(sheet, 6, "ចាន់ ធីតា", "Chan Thida", "F", 34, "+855 12 300001", river, "in person", "yes", "yes");
            row(sheet, 7, "មាស ចិន្តា", "Meas Chenda", "ស្រី", 19, "098 300 007", river, "yes", "online", "yes");
            return kept(workbook, "by-hand.xlsx");
        }
    }

    private static void row(
            Sheet sheet,
            int number,
            String km,
            String latin,
            String gender,
            int age,
            String phone,
            String organization,
            String first,
            String second,
            String consent) {
        fill(
                sheet.createRow(HEADINGS + number),
                number,
                km,
                latin,
                gender,
                age,
                phone,
                organization,
                "CSO member",
                first,
                second,
                consent);
    }

    private static void fill(Row row, Object... values) {
        for (var column = 0; column < values.length; column++) {
            var cell = row.createCell(column);
            if (values[column] instanceof Integer number) {
                cell.setCellValue(number);
            } else {
                cell.setCellValue(values[column].toString());
            }
        }
    }

    private static Path kept(XSSFWorkbook workbook, String name) throws IOException {
        var file = files.resolve(name);
        try (var out = Files.newOutputStream(file)) {
            workbook.write(out);
        }
        return file;
    }

    /** As staff would: each cell that a reason names is typed anew, and the row that was there twice goes. */
    private static Path mended(Path toMend) throws IOException {
        try (var workbook = new XSSFWorkbook(Files.newInputStream(toMend))) {
            var sheet = workbook.getSheetAt(0);
            var phone = column(sheet, PHONE);
            var second = column(sheet, DAY_2);
            var consent = column(sheet, CONSENT);
            var reason = column(sheet, "Reason");
            var left = 0;
            for (var number = sheet.getLastRowNum(); number > 0; number--) {
                var row = sheet.getRow(number);
                var why = row.getCell(reason).getStringCellValue();
                if (why.contains("the same as in row 3")) {
                    sheet.removeRow(row);
                    continue;
                }
                left++;
                if (why.contains("no consent")) {
                    row.createCell(consent).setCellValue("យល់ព្រម");
                } else if (why.contains("no phone number")) {
                    row.createCell(phone).setCellValue("017 300 005");
                } else {
                    assertThat(why).contains("not held in this mode");
                    row.createCell(second).setCellValue("in person");
                }
            }
            assertThat(left).isEqualTo(3);
            return kept(workbook, "mended.xlsx");
        }
    }

    private static int column(Sheet sheet, String heading) {
        for (var cell : sheet.getRow(0)) {
            if (cell.getStringCellValue().equals(heading)) {
                return cell.getColumnIndex();
            }
        }
        throw new AssertionError("no column " + heading);
    }

    private void bring(Path file) {
        staff.open(SUMMIT.value(), "lists");
        assertThat(staff.see("#list-upload")).isVisible();
        staff.see("#list-upload input[type=file]").setInputFiles(file);
        assertThat(staff.see("#list-name")).hasText(file.getFileName().toString());
    }

    private void lookOver() {
        staff.see("#look-over").click();
        assertThat(staff.see("#send")).isVisible();
    }

    private void counts(int added, int changed, int same, int twice, int refused) {
        count("NEW", added);
        count("CHANGED", changed);
        count("SAME", same);
        count("DUPLICATE", twice);
        count("REFUSED", refused);
    }

    private void count(String kind, int rows) {
        assertThat(staff.see("#lists-kind-" + kind + " .count-figure")).hasText(Integer.toString(rows));
    }

    private void says(String words) {
        assertThat(staff.see("#plan-rows")).containsText(words);
    }

    private void send() {
        staff.see("#send").click();
        assertThat(staff.see("#list-ended")).hasText("The list is imported.");
    }

    private void ended(String... words) {
        for (var said : words) {
            assertThat(staff.see(".ended")).containsText(said);
        }
    }

    private static Path at(String name) {
        return files.resolve(name);
    }

    private Path downloaded(String link, String name) {
        var anchor = staff.see(link).first();
        assertThat(anchor).isVisible();
        var download = staff.page().waitForDownload(anchor::click);
        download.saveAs(at(name));
        return at(name);
    }

    private int peopleRegistered() throws IOException {
        return registration
                                .ask(
                                        "/summits/" + SUMMIT + "/people",
                                        Map.of("filter", Map.of(), "from", 0, "most", 50),
                                        new TypeReference<Map<String, Object>>() {},
                                        token())
                                .get("total")
                        instanceof Integer total
                ? total
                : -1;
    }
}
