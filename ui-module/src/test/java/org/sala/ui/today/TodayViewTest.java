package org.sala.ui.today;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.sala.ports.Role;
import org.sala.ui.FaceViewTest;
import org.sala.ui.SampleFacts;
import org.sala.ui.shell.Summits;
import org.springframework.beans.factory.annotation.Autowired;

class TodayViewTest extends FaceViewTest {

    @Autowired
    private TodayQueries queries;

    @Autowired
    private Summits summits;

    private Snapshot snapshot(int day) {
        return queries.snapshot(summits.find(SAMPLE.summit()).orElseThrow(), OptionalInt.of(day));
    }

    @Test
    void theDayIsInTheAddress() {
        signIn(Role.STAFF);
        open(SUMMIT + "/today?day=1");
        assertThat(current()).isEqualTo("Day 1");
        open(SUMMIT + "/today?day=2");
        assertThat(current()).isEqualTo("Day 2");
        open(SUMMIT + "/today?day=17");
        assertThat(current()).as("a day that there is not").isEqualTo("Day 2");
    }

    private String current() {
        return find(Anchor.class).all().stream()
                .filter(link -> link.getElement().hasAttribute("aria-current"))
                .map(link -> link.getElement().getChild(0).getTextRecursively()
                        + link.getElement().getText())
                .findFirst()
                .orElse("");
    }

    @Test
    void theNumbersAreThoseOfTheDay() {
        signIn(Role.FACILITATOR);
        var day = snapshot(2);
        var seen = open(SUMMIT + "/today?day=2");
        for (var mode : day.attendance()) {
            assertThat(seen).contains(mode.present() + "here of " + mode.expected() + " expected");
        }
        assertThat(seen).contains(day.trades().agreed() + "trades agreed");
    }

    @Test
    void wordsOfNotesAreForStaff() {
        signIn(Role.STAFF);
        assertThat(open(SUMMIT + "/today")).contains("To understand Do No Harm in our own work");
    }

    @Test
    void aFacilitatorSeesThatThereAreNotesAndNotTheirWords() {
        signIn(Role.FACILITATOR);
        assertThat(open(SUMMIT + "/today"))
                .doesNotContain("To understand Do No Harm")
                .contains("in English");
    }

    @Test
    void theFeedTellsOfOrganisationsAndOfNobodysName() {
        signIn(Role.STAFF);
        assertThat(open(SUMMIT + "/today"))
                .contains("River community organisation")
                .doesNotContain(SampleFacts.SECRET_NAME, SampleFacts.SECRET_PHONE, "សុខា");
    }

    @Test
    void factsOfAKindInARowBecomeOneLine() {
        assertThat(snapshot(2).feed())
                .hasSizeLessThanOrEqualTo(30)
                .anySatisfy(line -> assertThat(line.count()).isGreaterThan(1));
    }

    @Test
    void whatChangedIsPutOnTheScreenWithoutBeingAskedFor() {
        signIn(Role.STAFF);
        open(SUMMIT + "/today?day=2");
        var view = (TodayView) getCurrentView();
        var was = snapshot(2);
        view.draw(new Snapshot(
                was.day(),
                was.attendance().stream()
                        .map(each ->
                                new Snapshot.Attendance(each.mode(), each.expected(), each.present() + 1, each.seats()))
                        .toList(),
                was.organizations(),
                was.running(),
                was.next(),
                was.ended(),
                new Snapshot.Trades(
                        was.trades().offers(),
                        was.trades().proposed(),
                        was.trades().agreed() + 7),
                was.boards(),
                was.notes(),
                was.feed()));
        assertThat(shown())
                .contains((was.trades().agreed() + 7) + "trades agreed")
                .contains((was.attendance().getFirst().present() + 1) + "here of");
    }
}
