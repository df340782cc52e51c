package org.sala.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sala.feedback.api.BoardKind;
import org.sala.marketplace.api.TradeShape;
import org.sala.registration.api.Cohort;
import org.sala.registration.api.Consent;
import org.sala.registration.api.OrganizationKind;
import org.sala.registration.api.ParticipantRole;
import org.sala.registration.api.Provinces;
import org.sala.sessions.api.SessionKind;

/** The reference summit's files say what they promise. That they hold together is checked by reading them. */
class SampleSummitTest {

    private final SampleSummit summit = SampleReader.read("resiliency-cambodia-2022", "");

    @Test
    void readingTwiceMakesTheSameSummit() {
        assertThat(SampleReader.read("resiliency-cambodia-2022", "")).isEqualTo(summit);
    }

    @Test
    void aCopyHasItsOwnIds() {
        var copy = SampleReader.read("resiliency-cambodia-2022", "again");

        assertThat(copy.summit().command().summit())
                .isNotEqualTo(summit.summit().command().summit());
        assertThat(copy.participants()).hasSameSizeAs(summit.participants());
        assertThat(copy.participants().getFirst().command().participant())
                .isNotEqualTo(summit.participants().getFirst().command().participant());
    }

    @Test
    void fourDaysFromLateMayToJune() {
        assertThat(summit.summit().command().days())
                .extracting(day -> day.date().toString())
                .containsExactly("2022-05-31", "2022-06-07", "2022-06-08", "2022-06-09");
        assertThat(summit.summit().command().days().get(1).admits().cohorts()).containsExactly(Cohort.SOCIAL_LAB);
    }

    @Test
    void aboutFortyOrganizationsInEveryProvince() {
        assertThat(summit.organizations()).hasSize(40);
        var provinces = new HashSet<String>();
        for (var line : summit.organizations()) {
            var province = line.command().province();
            if (province != null) {
                assertThat(Provinces.isKnown(province)).isTrue();
                provinces.add(province);
            }
        }
        assertThat(provinces).hasSize(25);
        assertThat(summit.organizations())
                .filteredOn(line -> line.command().kind() == OrganizationKind.IMPLEMENTING_PARTNER)
                .extracting(Line::key)
                .containsExactlyInAnyOrder("cloudburst", "partnersglobal", "root-change", "impact-hub");
    }

    @Test
    void aboutOneHundredAndTwentyPeopleInEveryRole() {
        assertThat(summit.participants()).hasSize(120);
        Map<ParticipantRole, Long> roles = summit.participants().stream()
                .collect(Collectors.groupingBy(line -> line.command().role(), Collectors.counting()));
        assertThat(roles.keySet()).containsExactlyInAnyOrder(ParticipantRole.values());
        assertThat(roles).containsEntry(ParticipantRole.DONOR_VISITOR, 4L);
    }

    @Test
    void nobodyIsRegisteredWithoutConsent() {
        assertThat(summit.participants())
                .allMatch(line -> line.command().consents().contains(Consent.DATA_USE));
    }

    @Test
    void contactsAreNobodys() {
        assertThat(summit.participants()).allSatisfy(line -> {
            var contact = line.command().contact();
            if (contact.phone() != null) {
                assertThat(contact.phone().startsWith("+855 10 000 ")).isTrue();
            }
            if (contact.email() != null) {
                assertThat(contact.email().endsWith(".example.org")).isTrue();
            }
        });
    }

    @Test
    void theFourTrainingsRunAtTheSameTime() {
        assertThat(summit.sessions())
                .filteredOn(line ->
                        line.command().day() == 3 && line.command().plan().kind() == SessionKind.TRAINING)
                .hasSize(4)
                .extracting(line -> line.command().plan().slot())
                .containsOnly(summit.sessions().stream()
                        .filter(line -> line.key().equals("d3-story"))
                        .findFirst()
                        .orElseThrow()
                        .command()
                        .plan()
                        .slot());
    }

    @Test
    void socialLabTelevisionHasItsTwoPrompts() {
        assertThat(summit.sessions())
                .filteredOn(line -> line.command().plan().kind() == SessionKind.SOCIAL_LAB_TV)
                .hasSize(2)
                .allMatch(line -> line.command().plan().prompts().size() == 1);
    }

    @Test
    void tradesAreGiftsSwapsRingsAndChains() {
        assertThat(summit.proposals())
                .extracting(line -> TradeShape.of(line.command().legs()))
                .contains(TradeShape.values());
        assertThat(summit.market().met(summit.proposals()))
                .as("needs that are met")
                .isPositive();
        var book = TradeBook.of(summit);
        assertThat(book.lapsed()).as("some come too late").isPositive();
        assertThat(book.agreed() + book.lapsed())
                .as("some are left open")
                .isLessThan(summit.proposals().size());
    }

    @Test
    void everyLensOfTheVisionTablesIsAskedAndAnswered() {
        var tables = summit.boards().stream()
                .filter(line -> line.command().kind() == BoardKind.VISION_TABLE)
                .toList();
        assertThat(tables).hasSize(4);
        for (var table : tables) {
            assertThat(summit.notes())
                    .filteredOn(note ->
                            note.command().board().equals(table.command().board()))
                    .hasSizeGreaterThanOrEqualTo(8);
        }
    }

    @Test
    void someNotesAreSignedAndSomeAreNot() {
        assertThat(summit.notes().stream()
                        .collect(Collectors.partitioningBy(
                                line -> line.command().content().isAnonymous())))
                .allSatisfy((anonymous, notes) -> assertThat(notes).hasSizeGreaterThan(20));
    }

    @Test
    void faultsNameFileLineAndFieldAndNeverTheValue() {
        var sheet = new SheetText("""
                key,name_km,at
                first,សាលា,2022-06-07 08:30
                second,hall,2022-06-07 08:30
                third,សាលា,half past eight
                """);

        assertThat(sheet.faults(List.of("key", "name_km", "at")))
                .containsExactly(
                        "hall.csv, line 3, name_km: has no Khmer letter",
                        "hall.csv, line 4, at: is no date or time as the others are");
    }

    @Test
    void marksInAnotherOrderAreAFault() {
        // a vowel before what stands under its consonant: most screens show it right
        assertThat(new SheetText("key,name_km,at\n1,\u1781\u17C2\u17D2\u1798\u179A,2022-06-07 08:30\n")
                        .faults(List.of("key", "name_km", "at")))
                .containsExactly("hall.csv, line 2, name_km: has marks in an order that Khmer doesn't have");
    }

    @Test
    void otherHeadingsAreAFault() {
        assertThat(new SheetText("key,name\n1,2\n").faults(List.of("key", "name_km")))
                .containsExactly("hall.csv, line 1, headings: must be key, name_km");
    }
}
