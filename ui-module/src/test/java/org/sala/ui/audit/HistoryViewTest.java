package org.sala.ui.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sala.eventing.intake.Fact;
import org.sala.ports.Role;
import org.sala.ui.FaceViewTest;
import org.sala.ui.SampleFacts;
import org.sala.ui.language.Words;
import org.sala.ui.shell.Summits;
import org.sala.ui.signin.Account;
import org.springframework.beans.factory.annotation.Autowired;

class HistoryViewTest extends FaceViewTest {

    @Autowired
    private TimelineExport export;

    @Autowired
    private Summits summits;

    private Fact registration() {
        return SAMPLE.facts().stream()
                .filter(fact -> fact.type().equals("registration.participant-registered"))
                .findFirst()
                .orElseThrow();
    }

    private long told(String type) {
        return SAMPLE.told.getOrDefault(type, 0L);
    }

    @SuppressWarnings("unchecked") // the one grid of this view
    private Grid<Entry> grid() {
        return find(Grid.class).single();
    }

    @Test
    void everyEventIsInTheGrid() {
        signIn(Role.AUDITOR);
        assertThat(open(SUMMIT + "/history")).contains(SAMPLE.facts().size() + " events");
        assertThat(test(grid()).size()).isEqualTo(SAMPLE.facts().size());
    }

    @Test
    void filtersComeFromTheAddress() {
        signIn(Role.AUDITOR);
        open(SUMMIT + "/history?type=marketplace.trade-agreed");
        assertThat(test(grid()).size()).isEqualTo((int) told("marketplace.trade-agreed"));
        assertThat(find(ComboBox.class).all().getFirst().getValue()).isEqualTo("marketplace.trade-agreed");
        open(SUMMIT + "/history?context=feedback");
        assertThat(test(grid()).size()).isEqualTo((int)
                (told("feedback.note-posted") + told("feedback.board-opened") + told("feedback.board-closed")));
        open(SUMMIT + "/history?subject=" + registration().subject());
        assertThat(find(TextField.class).all().stream().map(TextField::getValue))
                .contains(registration().subject());
        assertThat(test(grid()).size()).isBetween(1, 3);
        open(SUMMIT + "/history?from=2022-06-07T08:00&until=2022-06-07T08:01");
        assertThat(test(grid()).size()).isBetween(1, SAMPLE.facts().size() - 1);
    }

    @Test
    void filtersGoIntoTheAddress() {
        signIn(Role.AUDITOR);
        open(SUMMIT + "/history");
        @SuppressWarnings("unchecked") // contexts by name
        Select<String> contexts = (Select<String>) find(Select.class).all().stream()
                .filter(select -> "Context".equals(select.getLabel()))
                .findFirst()
                .orElseThrow();
        contexts.setValue("marketplace");
        roundTrip();
        assertThat(address()).isEqualTo(SUMMIT + "/history?context=marketplace");
    }

    @Test
    void anOpenEventShowsItsProvenanceAndNothingPersonal() {
        signIn(Role.AUDITOR);
        var fact = registration();
        open(SUMMIT + "/history?event=" + fact.id());
        assertThat(find(EntryPanel.class).single().getElement().getTextRecursively())
                .contains(
                        SampleFacts.ACTOR,
                        fact.provenance().correlation(),
                        fact.id().toString())
                .contains(Catalogue.HIDDEN, "FROM_30_TO_44")
                .doesNotContain(SampleFacts.SECRET_NAME, SampleFacts.SECRET_PHONE, "សុខា");
    }

    @Test
    void anAnonymousNoteHasNoTimeFinerThanItsDay() {
        signIn(Role.AUDITOR);
        open(SUMMIT + "/history?type=feedback.note-posted");
        var untimed = java.util.stream.IntStream.range(0, test(grid()).size())
                .mapToObj(row -> test(grid()).getRow(row))
                .filter(Entry::untimed)
                .toList();
        assertThat(untimed).isNotEmpty().allSatisfy(entry -> {
            assertThat(entry.takenAt()).isNull();
            assertThat(entry.time().toString()).endsWith("T00:00:00Z");
        });
    }

    @Test
    void theExportHasEveryEventAndSaysWhoMadeItFromWhere() {
        var account = new Account(UUID.fromString(SampleFacts.ACTOR), Set.of(Role.AUDITOR));
        var csv = new String(
                export.csv(summits.find(SAMPLE.summit()).orElseThrow(), Filter.everything(), account, Words.ENGLISH),
                StandardCharsets.UTF_8);
        assertThat(csv).startsWith("\ufeffcontext,position,type");
        assertThat(csv.lines().filter(line -> line.contains("registration.participant-registered")))
                .hasSize((int) told("registration.participant-registered"));
        assertThat(csv)
                .contains("Made by account," + SampleFacts.ACTOR, "In the role,AUDITOR", "Summit," + SAMPLE.summit())
                .contains("Made from events up to position,registration,")
                .doesNotContain(SampleFacts.SECRET_NAME, SampleFacts.SECRET_PHONE, "Do No Harm in our own work");
    }
}
