package org.sala.ui.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sala.registration.api.AgeBand;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.Consent;
import org.sala.registration.api.Gender;
import org.sala.registration.api.OrganizationSize;
import org.sala.registration.api.ParticipantRole;
import org.sala.registration.api.SummitDay.Admission;
import org.sala.sheets.Choice;
import org.sala.sheets.Limits;
import org.sala.sheets.Tables;
import org.sala.ui.lists.Choices.ListKind;
import org.sala.ui.lists.Field.Meaning;
import org.sala.ui.lists.Remark.What;

/** What rows of people's lists say, with headings guessed as they would be. */
class PeopleReaderTest {

    static final Rules RULES = new Rules(
            UUID.fromString("50220000-0000-4000-8000-000000000001"),
            ZoneId.of("Asia/Phnom_Penh"),
            "2022-05",
            false,
            List.of(
                    day(1, "2022-05-27", Set.of(AttendanceMode.ONLINE)),
                    day(2, "2022-06-02", Set.of(AttendanceMode.IN_PERSON)),
                    day(3, "2022-06-07", Set.of(AttendanceMode.values())),
                    day(4, "2022-06-08", Set.of(AttendanceMode.values()))));

    private static Rules.Day day(int number, String date, Set<AttendanceMode> modes) {
        return new Rules.Day(number, LocalDate.parse(date), modes, Admission.EVERYBODY);
    }

    static List<Entry> read(String csv) {
        try (var table = Tables.open(
                new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), Limits.DEFAULT, Choice.FIRST)) {
            var mapping = HeadingGuess.guess(ListKind.PEOPLE, table.headings(), RULES);
            var reader = new PeopleReader(mapping, RULES, Defaults.usual(RULES));
            var entries = new ArrayList<Entry>();
            table.forEach(row -> entries.add(reader.read(row)));
            return entries;
        } catch (IOException disk) {
            throw new java.io.UncheckedIOException(disk);
        }
    }

    private static Entry one(String csv) {
        return read(csv).getFirst();
    }

    private static String remarks(Entry entry) {
        return entry.remarks().stream()
                .map(remark -> remark.what() + (remark.cell().isEmpty() ? "" : " " + remark.cell()))
                .toList()
                .toString();
    }

    @Test
    void aGoogleFormInBothLanguagesIsUnderstoodWithoutAHand() {
        var entry = one("""
                Timestamp,ឈ្មោះពេញ / Full name,ភេទ / Gender,អាយុ / Age,លេខទូរស័ព្ទ / Phone number,Email Address,អង្គការ / Organization,Which days will you attend?,How will you attend?,Do you agree to the use of your data? (consent)
                2022/05/01 10:00:00,សុខ សុភា Sok Sophea,ស្រី / Female,34,០១២ ៣៤៥ ៦៧៨,sophea@example.org,River Community,"Day 3 (7 June), Day 4 (8 June)",In person,"Yes, I agree"
                """);
        assertThat(remarks(entry)).isEqualTo("[]");
        assertThat(entry.km()).contains("សុខ សុភា");
        assertThat(entry.latin()).contains("Sok Sophea");
        assertThat(entry.gender()).contains(Gender.WOMAN);
        assertThat(entry.age()).contains(AgeBand.FROM_30_TO_44);
        assertThat(entry.phone()).contains("012 345 678");
        assertThat(entry.email()).contains("sophea@example.org");
        assertThat(entry.organization()).isEqualTo("River Community");
        assertThat(entry.days()).contains(Map.of(3, AttendanceMode.IN_PERSON, 4, AttendanceMode.IN_PERSON));
        assertThat(entry.consents()).containsExactly(Consent.DATA_USE);
    }

    @Test
    void aKoboExportWithAColumnForEachDayIsUnderstood() {
        var entry = one("""
                respondent_name;sex;phone_number;ngo;day_1;day_2;day_3;consent;photo_consent;disability
                Chan Dara;male;092334455;CCC;online;yes;1;1;0;no
                """);
        assertThat(remarks(entry)).isEqualTo("[]");
        assertThat(entry.days())
                .contains(Map.of(1, AttendanceMode.ONLINE, 2, AttendanceMode.IN_PERSON, 3, AttendanceMode.IN_PERSON));
        assertThat(entry.consents()).containsExactly(Consent.DATA_USE);
        assertThat(entry.consentAsked()).containsExactlyInAnyOrder(Consent.DATA_USE, Consent.PHOTO);
        assertThat(entry.disability()).contains(false);
    }

    @Test
    void aHandMadeKhmerSheetWithTwoNamesAndDatesIsUnderstood() {
        var entry = one("""
                ល.រ,គោត្តនាម,នាម,ភេទ,ទូរសព្ទ,ស្ថាប័ន,តួនាទី,ថ្ងៃទី៣,ថ្ងៃទី៤,យល់ព្រម
                ១,ចាន់,ធីតា,ស,+855 (12) 345-678,បណ្តាញយុវជន,គ្រូបង្វឹក,ផ្ទាល់,អនឡាញ,បាទ/ចាស
                """);
        assertThat(entry.km()).contains("ចាន់ ធីតា");
        assertThat(entry.phone()).contains("+855 12 345 678");
        assertThat(entry.role()).contains(ParticipantRole.COACH);
        assertThat(entry.days()).contains(Map.of(3, AttendanceMode.IN_PERSON, 4, AttendanceMode.ONLINE));
        assertThat(entry.consents()).containsExactly(Consent.DATA_USE);
        assertThat(remarks(entry)).isEqualTo("[GENDER_UNREADABLE D2]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Consent",
                "ការយល់ព្រម",
                "ការយល់ព្រម / Consent",
                "What do you agree to?",
                "Consents",
                "ការយល់ព្រមទាំងអស់"
            })
    void aBareYesIsConsentToTheUseOfDataAndToNothingMore(String heading) {
        var entries = read("""
                Full name;Phone;%s
                Chan Thida;012345678;"Yes, I agree"
                Chan Dara;012345679;ទេ
                """.formatted(heading));
        assertThat(entries).extracting(PeopleReaderTest::remarks).containsOnly("[]");
        assertThat(entries.getFirst().consents()).containsExactly(Consent.DATA_USE);
        assertThat(entries.getFirst().consentAsked()).containsExactly(Consent.DATA_USE);
        assertThat(entries.getLast().consents()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,3 | {1=ONLINE, 3=IN_PERSON}",
                "1 3 4 | {1=ONLINE, 3=IN_PERSON, 4=IN_PERSON}",
                "Day 1; Day 3 online | {1=ONLINE, 3=ONLINE}",
                "ថ្ងៃទី១, ថ្ងៃទី៣ | {1=ONLINE, 3=IN_PERSON}",
                "2022-06-07 | {3=IN_PERSON}",
                "07/06/2022, 8/6/22 | {3=IN_PERSON, 4=IN_PERSON}",
                "7 June and 8 June | {3=IN_PERSON, 4=IN_PERSON}",
                "all days | {1=ONLINE, 2=IN_PERSON, 3=IN_PERSON, 4=IN_PERSON}",
                "ទាំងអស់ | {1=ONLINE, 2=IN_PERSON, 3=IN_PERSON, 4=IN_PERSON}",
                "9 | {9=IN_PERSON}"
            })
    void daysInOneCellAreReadInManyForms(String cell, String days) {
        var entry = one("name,phone,days\nSok,012345678,\"" + cell + "\"\n");
        assertThat(entry.days().orElseThrow()).hasToString(days);
        assertThat(remarks(entry)).isEqualTo("[]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sometimes", "maybe 2 or so?", "first two"})
    void daysThatCantBeReadAreNotGuessed(String cell) {
        assertThat(remarks(one("name,phone,days\nSok,012345678,\"" + cell + "\"\n")))
                .isEqualTo("[DAYS_UNREADABLE C2]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "012 345 678 | 012 345 678",
                "012-345-678 | 012 345 678",
                "012.345.678 | 012 345 678",
                "12345678 | 012345678",
                "092334455 / 011223344 | 092334455",
                "'+855 12 345 678' | +855 12 345 678",
                "០១២៣៤៥៦៧៨ | 012345678",
                "Tel: 012 345 678 | 012 345 678"
            })
    void phonesAreReadAsPeopleWriteThem(String cell, String phone) {
        assertThat(one("name,phone\nSok,\"" + cell + "\"\n").phone()).contains(phone);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "12", "call Dara", "0123456789012345678901234"})
    void whatIsNoPhoneIsRefusedWithItsCell(String cell) {
        assertThat(remarks(one("name,phone\nSok,\"" + cell + "\"\n"))).isEqualTo("[PHONE_UNREADABLE B2]");
    }

    @ParameterizedTest
    @CsvSource({
        "17, UNDER_18",
        "29, FROM_18_TO_29",
        "30, FROM_30_TO_44",
        "1980, FROM_30_TO_44",
        "12/03/1970, FROM_45_TO_59",
        "1950-01-01, FROM_60",
        "18-29, FROM_18_TO_29",
        "60+, FROM_60",
        "ក្រោម ១៨, UNDER_18"
    })
    void onlyTheBandOfAnAgeIsKept(String cell, AgeBand band) {
        assertThat(one("name,phone,age\nSok,012345678," + cell + "\n").age()).contains(band);
    }

    @Test
    void aNameInTheWrongColumnGoesByItsLetters() {
        var entry = one("name in khmer,name in english,phone\nSok Sophea,,012345678\n");
        assertThat(entry.km()).isEmpty();
        assertThat(entry.latin()).contains("Sok Sophea");
    }

    @Test
    void whatIsMissingIsToldWithItsCell() {
        assertThat(remarks(one("name,phone,email,sex\n,,not an address,unclear\n")))
                .isEqualTo("[NAME_MISSING A2, EMAIL_UNREADABLE C2, GENDER_UNREADABLE D2]");
        assertThat(remarks(one("name,phone,email\nSok,,\n"))).isEqualTo("[CONTACT_MISSING B2]");
    }

    @Test
    void anOrganizationsDetailsComeWithItsPeople() {
        var entry = one("""
                name,phone,organisation,type of organisation,number of staff,province
                Sok,012345678,River,NGO,25,ខេត្តបាត់ដំបង
                """);
        assertThat(entry.size()).contains(OrganizationSize.MEDIUM);
        assertThat(entry.province()).contains("KH-2");
        assertThat(remarks(entry)).isEqualTo("[]");
    }

    @Test
    void fiftyColumnsOfWhichMostSayNothingAreNoTrouble() {
        var headings = new StringBuilder("name,phone");
        var cells = new StringBuilder("Sok,012345678");
        for (var i = 0; i < 48; i++) {
            headings.append(",question ").append(i).append(" about something else");
            cells.append(",answer");
        }
        var entry = one(headings + "\n" + cells + "\n");
        assertThat(entry.latin()).contains("Sok");
        assertThat(remarks(entry)).isEqualTo("[]");
    }

    @Test
    void nothingOfAPersonIsInAnEntrysWords() {
        assertThat(one("name,phone\nSok Sophea,012345678\n")).hasToString("Entry[row 2]");
    }

    @Test
    void aListWithoutAWayToReachPeopleIsOneOfOrganizations() {
        assertThat(HeadingGuess.kind(List.of("Organization name", "Type of organization", "Province"), RULES))
                .isEqualTo(ListKind.ORGANIZATIONS);
        assertThat(HeadingGuess.kind(List.of("ឈ្មោះ", "ទូរស័ព្ទ"), RULES)).isEqualTo(ListKind.PEOPLE);
        var mapping = HeadingGuess.guess(
                ListKind.ORGANIZATIONS, List.of("ឈ្មោះអង្គការ", "Name in English", "Type", "Province"), RULES);
        assertThat(mapping.columns())
                .containsEntry(Field.of(Meaning.NAME), 0)
                .containsEntry(Field.of(Meaning.NAME_LATIN), 1)
                .containsEntry(Field.of(Meaning.PROVINCE), 3);
    }

    @Test
    void unknownHeadingsAreLeftForAPersonToSay() {
        assertThat(HeadingGuess.guess(ListKind.PEOPLE, List.of("foo", "bar", "Spalte 3"), RULES)
                        .columns())
                .isEmpty();
        assertThat(What.NAME_MISSING.refuses()).isTrue();
        assertThat(Optional.of(What.DAY_ADDED).map(What::refuses)).contains(false);
    }
}
