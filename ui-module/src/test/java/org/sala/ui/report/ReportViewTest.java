package org.sala.ui.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sala.ports.Role;
import org.sala.sheets.Cell;
import org.sala.sheets.Choice;
import org.sala.sheets.Format;
import org.sala.sheets.Limits;
import org.sala.sheets.Tables;
import org.sala.ui.FaceViewTest;
import org.sala.ui.SampleFacts;
import org.sala.ui.language.Words;
import org.sala.ui.shell.Summits;
import org.sala.ui.signin.Account;
import org.springframework.beans.factory.annotation.Autowired;

class ReportViewTest extends FaceViewTest {

    @Autowired
    private Reports reports;

    @Autowired
    private ReportExport export;

    @Autowired
    private Summits summits;

    private Report report(Role role) {
        return reports.report(summits.find(SAMPLE.summit()).orElseThrow(), account(role));
    }

    private static Account account(Role role) {
        return new Account(UUID.fromString(SampleFacts.ACTOR), Set.of(role));
    }

    @Test
    void everyFigureIsTheNumberOfItsOwnEventsOrOfTheirPeople() {
        var report = report(Role.STAFF);
        for (var table : report.tables()) {
            for (var row : table.rows()) {
                row.figures().forEach((indicator, figure) -> {
                    var events = reports.events(SAMPLE.summit(), figure.key());
                    if (indicator == Indicator.PEOPLE_PRESENT) {
                        // somebody who came on two days is one person and two check-ins
                        assertThat((long) events.size()).isGreaterThanOrEqualTo(figure.count());
                    } else {
                        assertThat((long) events.size()).as(figure.key()).isEqualTo(figure.count());
                    }
                    assertThat(events).doesNotHaveDuplicates();
                });
            }
        }
    }

    @Test
    void aSplitAddsUpToItsWhole() {
        var report = report(Role.STAFF);
        for (var table : report.tables()) {
            if (Set.of("GENDER", "KIND", "SIZE").contains(table.dimension())) {
                for (var indicator : table.columns()) {
                    var sum = table.rows().stream()
                            .mapToLong(row -> count(row, indicator))
                            .sum();
                    assertThat(sum).as(table.dimension() + indicator).isEqualTo(total(report, indicator));
                }
            }
        }
    }

    private static long count(Report.Row row, Indicator indicator) {
        var figure = Objects.requireNonNull(row.figures().get(indicator));
        return Objects.requireNonNull(figure.count());
    }

    private static long total(Report report, Indicator indicator) {
        return report.tables().stream()
                .filter(table ->
                        table.dimension().equals("TOTAL") && table.columns().contains(indicator))
                .mapToLong(table -> count(table.rows().getFirst(), indicator))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aDonorSeesNoNumberOfPeopleUnderElevenAnywhere() {
        var report = report(Role.DONOR);
        assertThat(report.suppressed()).isTrue();
        for (var table : report.tables()) {
            for (var row : table.rows()) {
                for (var indicator : Set.of(Indicator.PEOPLE_REGISTERED, Indicator.PEOPLE_PRESENT)) {
                    var figure = row.figures().get(indicator);
                    if (figure != null && figure.count() != null) {
                        assertThat(figure.count()).isGreaterThanOrEqualTo(11);
                    }
                }
            }
        }
        signIn(Role.DONOR);
        assertThat(open(SUMMIT + "/report")).contains("not shown", "under 11");
    }

    @Test
    void aFigureOpensToItsEventsInTwoClicks() {
        signIn(Role.STAFF);
        assertThat(open(SUMMIT + "/report?figure=TRADES_AGREED")).contains("SHA-256 of their ids");
        assertThat(find(Dialog.class).single().isOpened()).isTrue();
        find(Button.class).id("show-events").click();
        roundTrip();
        assertThat(address()).isEqualTo(SUMMIT + "/history?figure=TRADES_AGREED");
        @SuppressWarnings("unchecked") // the one grid of History
        Grid<Object> grid = find(Grid.class).single();
        assertThat(test(grid).size()).as("without what was called off").isEqualTo((int)
                (SAMPLE.told.getOrDefault("marketplace.trade-agreed", 0L)
                        - SAMPLE.told.getOrDefault("marketplace.trade-cancelled", 0L)));
    }

    @Test
    void aDonorOpensNoHiddenFigureByItsAddress() {
        signIn(Role.DONOR);
        var seen = open(SUMMIT + "/report?figure=PEOPLE_REGISTERED.GENDER.ANOTHER");
        assertThat(seen).doesNotContain("SHA-256");
        assertThat(open(SUMMIT + "/report?figure=PEOPLE_REGISTERED")).contains("SHA-256");
        assertThat(find(Button.class).all().stream().map(Button::getId))
                .doesNotContain(java.util.Optional.of("show-events"));
    }

    @Test
    void exportsSayWhoMadeThemFromWhere() {
        var csv = new String(
                export.file(report(Role.DONOR), account(Role.DONOR), Words.ENGLISH, Format.CSV),
                StandardCharsets.UTF_8);
        assertThat(csv)
                .startsWith("\ufeffIndicator,Split,Category,Number,Unit,Figure")
                .contains("Made by account," + SampleFacts.ACTOR, "In the role,DONOR", "Summit," + SAMPLE.summit())
                .contains("Made from events up to position,registration ")
                .contains("not shown");
        assertThat(new String(
                        export.file(report(Role.STAFF), account(Role.STAFF), Words.KHMER, Format.CSV),
                        StandardCharsets.UTF_8))
                .contains("ស្ត្រី")
                .doesNotContain("មិនបង្ហាញ", "!");
    }

    @Test
    void theWorkbookHasNumbersAsNumbersAndSaysWhereTheyAreFrom() throws IOException {
        var xlsx = export.file(report(Role.STAFF), account(Role.STAFF), Words.KHMER, Format.XLSX);
        try (var table = Tables.open(new ByteArrayInputStream(xlsx), Limits.DEFAULT, Choice.FIRST)) {
            assertThat(table)
                    .anyMatch(row -> row.cell(3).kind() == Cell.Kind.NUMBER
                            && row.text(3).equals("90"));
            assertThat(table.sheets()).hasSize(2);
        }
    }
}
