package org.sala.ui.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sala.registration.api.Cohort;
import org.sala.registration.api.OrganizationKind;
import org.sala.registration.api.OrganizationSize;
import org.sala.ui.DeskFaceTest;
import org.sala.ui.language.ReadersChoice;
import org.sala.ui.language.Words;
import org.springframework.beans.factory.annotation.Autowired;

/** What staff set a summit up with, asked over HTTP of where registration listens. */
class SetupViewTest extends DeskFaceTest {

    @Autowired
    private Organizations organizations;

    @BeforeEach
    void openSetup() {
        open(SUMMIT + "/setup");
    }

    private IntegerField seats() {
        return find(IntegerField.class).withId("setup-seats-in_person-2").single();
    }

    @SuppressWarnings("unchecked") // which type a choice is of is known by its id
    private <T> Select<T> choice(String id) {
        return (Select<T>) find(Select.class).withId(id).single();
    }

    private void openOrganization(Organization organization) {
        @SuppressWarnings("unchecked") // the only grid of the page is that of organisations
        var grid = (Grid<Organization>) find(Grid.class).single();
        test(grid).clickRow(organizations.of(SAMPLE.summit()).indexOf(organization));
        roundTrip();
    }

    @Test
    void registrationIsOpenedUntilATimeAtTheSummit() {
        assertThat(shown()).contains("only staff register people");
        find(DateTimePicker.class).single().setValue(LocalDateTime.of(2022, 6, 1, 18, 0));
        pressId("setup-open");
        assertThat(REGISTRATION.commands("open-registration"))
                .singleElement()
                .asString()
                .contains("2022-06-01T11:00:00Z");
    }

    @Test
    void aSummitIsNotEndedUnasked() {
        pressId("setup-end");
        assertThat(REGISTRATION.commands("close-summit")).isEmpty();
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(REGISTRATION.commands("close-summit")).hasSize(1);
    }

    @Test
    void aRevisionSaysTheWholeSummitAgain() {
        assertThat(seats().getValue()).isEqualTo(100);
        test(seats()).setValue(120);
        pressId("setup-save");
        assertThat(REGISTRATION.commands("revise-summit"))
                .singleElement()
                .asString()
                .contains("\"IN_PERSON\":120", "\"ONLINE\":40", "2022-05-30", "Asia/Phnom_Penh", "I agree");
        assertThat(shown()).contains("Saved.");
    }

    @Test
    void fewerSeatsThanAreTakenAreRefusedWithTheNumberAndWhatWasTypedStays() {
        REGISTRATION.refuses("/commands/revise-summit", "SEATS_TAKEN", "{\"day\":\"2\",\"taken\":\"54\"}");
        test(seats()).setValue(50);
        pressId("setup-save");
        assertThat(shown()).contains("54 seats of day 2 are taken");
        assertThat(seats().getValue()).isEqualTo(50);
        ReadersChoice.language(UI.getCurrent(), Words.KHMER);
        assertThat(seats().getValue()).isEqualTo(50);
        assertThat(shown()).contains("ចំណងជើង ថ្ងៃ និងអត្ថបទនៃការយល់ព្រម").doesNotContain("!setup");
    }

    @Test
    void aDayThatIsHeldInNoModeIsNotAskedFor() {
        test(seats()).setValue(null);
        test(find(IntegerField.class).withId("setup-seats-online-2").single()).setValue(null);
        pressId("setup-save");
        assertThat(REGISTRATION.commands("revise-summit")).isEmpty();
        assertThat(seats().isInvalid()).isTrue();
    }

    @Test
    void aDayIsAddedAfterTheLast() {
        pressId("setup-add-day");
        pressId("setup-save");
        assertThat(REGISTRATION.commands("revise-summit"))
                .singleElement()
                .asString()
                .contains("\"number\":3", "2022-06-08");
    }

    @Test
    void anOrganisationIsEnrolled() {
        pressId("setup-enrol");
        pressId("setup-organization-save");
        assertThat(REGISTRATION.commands("enrol-organization"))
                .as("without a name")
                .isEmpty();
        test(find(TextField.class).withId("setup-organization-km").single()).setValue("អង្គការថ្មី");
        test(find(TextField.class).withId("setup-organization-en").single()).setValue("New organisation");
        this.<OrganizationKind>choice("setup-kind").setValue(OrganizationKind.NETWORK);
        this.<OrganizationSize>choice("setup-size").setValue(OrganizationSize.SMALL);
        pressId("setup-organization-save");
        assertThat(REGISTRATION.commands("enrol-organization"))
                .singleElement()
                .asString()
                .contains(
                        "អង្គការថ្មី",
                        "New organisation",
                        "NETWORK",
                        SAMPLE.summit().toString());
    }

    @Test
    void anOrganisationIsRevisedAndPutIntoACohort() {
        var first = organizations.of(SAMPLE.summit()).getFirst();
        openOrganization(first);
        test(find(TextField.class).withId("setup-organization-en").single()).setValue("Renamed");
        var other = first.cohort() == Cohort.COACHING ? Cohort.OTHER : Cohort.COACHING;
        this.<Cohort>choice("setup-cohort").setValue(other);
        pressId("setup-organization-save");
        assertThat(REGISTRATION.commands("revise-organization"))
                .singleElement()
                .asString()
                .contains("Renamed");
        assertThat(REGISTRATION.commands("assign-cohort"))
                .singleElement()
                .asString()
                .contains(other.name());
    }

    @Test
    void whatOrganisationsSaidOfTheirTiesIsShown() {
        var declared = organizations.of(SAMPLE.summit()).stream()
                .filter(each -> !organizations.ties(each.id()).isEmpty())
                .findFirst()
                .orElseThrow();
        openOrganization(declared);
        assertThat(shown()).contains("know each other (at enrolment)");
    }
}
