package org.sala.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.RouteConfiguration;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sala.ports.Role;
import org.sala.ui.FaceViewTest;
import org.sala.ui.language.ReadersChoice;
import org.sala.ui.language.Words;

class PlacesTest extends FaceViewTest {

    @ParameterizedTest
    @CsvSource({
        "STAFF, today, Who is here",
        "STAFF, desk, Duplicates",
        "STAFF, programme, Programme",
        "FACILITATOR, programme, Programme",
        "STAFF, floor, Promises to keep",
        "FACILITATOR, floor, Promises to keep",
        "STAFF, people, phone number",
        "STAFF, setup, Organisations",
        "STAFF, lists, Google Forms",
        "STAFF, lists/out, Attendance sheet to sign",
        "STAFF, report, By gender",
        "STAFF, history, events",
        "FACILITATOR, today, Who is here",
        "DONOR, report, By gender",
        "AUDITOR, history, events"
    })
    void aPlaceOpensToItsRoles(Role role, String place, String seen) {
        signIn(role);
        assertThat(open(SUMMIT + "/" + place)).contains(seen).doesNotContain("not open to your role");
    }

    @ParameterizedTest
    @CsvSource({
        "FACILITATOR, desk",
        "FACILITATOR, people",
        "FACILITATOR, setup",
        "AUDITOR, desk",
        "DONOR, setup",
        "FACILITATOR, lists",
        "DONOR, lists/out",
        "DONOR, people",
        "AUDITOR, people",
        "FACILITATOR, report",
        "FACILITATOR, history",
        "FACILITATOR, history/rebuild",
        "DONOR, today",
        "DONOR, programme",
        "AUDITOR, programme",
        "DONOR, floor",
        "AUDITOR, floor",
        "AUDITOR, floor/screen",
        "DONOR, history",
        "AUDITOR, today",
        "AUDITOR, report"
    })
    void aPlaceSaysClearlyThatItIsForOthers(Role role, String place) {
        signIn(role);
        assertThat(open(SUMMIT + "/" + place))
                .contains("This place is not open to your role")
                .doesNotContain("River community");
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "PARTICIPANT")
    void theMenuShowsWhatTheRoleMayOpenAndNothingElse(Role role) {
        signIn(role);
        open("");
        assertThat(find(SideNavItem.class).all())
                .extracting(SideNavItem::getLabel)
                .containsExactlyElementsOf(Arrays.stream(Place.values())
                        .filter(place -> place.roles().contains(role))
                        .map(place -> Words.of(Words.ENGLISH, place.wordKey()))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void theViewOfAPlaceAllowsTheRolesThatTheMenuShowsItTo(Place place) {
        var view = RouteConfiguration.forSessionScope()
                .getRoute(place.path(SAMPLE.summit()))
                .orElseThrow();
        assertThat(Objects.requireNonNull(view.getAnnotation(RolesAllowed.class))
                        .value())
                .containsExactlyInAnyOrderElementsOf(
                        place.roles().stream().map(Role::name).collect(Collectors.toList()));
    }

    @Test
    void theWayInLeadsToTheFirstPlaceOfTheRole() {
        signIn(Role.DONOR);
        open("");
        assertThat(address()).isEqualTo(SUMMIT + "/report");
    }

    @Test
    void anUnknownSummitAndAnUnknownAddressSayWhatHappened() {
        signIn(Role.STAFF);
        assertThat(open("summits/" + UUID.randomUUID() + "/today")).contains("There is nothing at this address");
        assertThat(open("summits/none/today")).contains("There is nothing at this address");
        assertThat(open("nowhere")).contains("There is nothing at this address");
    }

    @Test
    void theWholeScreenChangesItsLanguageWhereItIs() {
        signIn(Role.STAFF);
        open(SUMMIT + "/today?day=1");
        ReadersChoice.language(UI.getCurrent(), Words.KHMER);
        assertThat(shown()).contains("អ្នកមកដល់", "ថ្ងៃទី 1").doesNotContain("Who is here", "Sessions", "!");
        assertThat(address()).isEqualTo(SUMMIT + "/today?day=1");
        ReadersChoice.language(UI.getCurrent(), Words.ENGLISH);
        assertThat(shown()).contains("Who is here").doesNotContain("អ្នកមកដល់");
    }
}
