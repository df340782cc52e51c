package org.sala.ui.floor;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sala.marketplace.api.MatchingWorkbench.Lost;
import org.sala.marketplace.api.MatchingWorkbench.Repair;
import org.sala.marketplace.api.TradeStatus;
import org.sala.ui.language.Figures;

/** What becomes of agreed trades when somebody withdrew: which are lost, why, and which stay. */
class RepairPart extends Section {

    @Serial
    private static final long serialVersionUID = 1L;

    RepairPart() {
        setId("matching-repaired");
        addClassName("tile");
        setVisible(false);
    }

    /**
     * Draws it anew.
     *
     * @param repair null where there is none
     * @param proposed how many exchanges are to be proposed in their place
     * @param doIt calls off what is lost and proposes the others; null for whoever may not
     */
    void show(@Nullable Repair repair, int proposed, Floor floor, Drawn drawn, @Nullable Runnable doIt) {
        removeAll();
        setVisible(repair != null);
        if (repair == null) {
            return;
        }
        var words = drawn.words();
        var lost = repair.lost().stream()
                .filter(each -> floor.trade(each.trade().value())
                        .filter(trade -> trade.status() == TradeStatus.AGREED)
                        .isPresent())
                .toList();
        add(new H2(words.of("floor.repair")));
        if (lost.isEmpty()) {
            add(new Paragraph(words.of("floor.repair.nothing-lost")));
        } else {
            add(new Paragraph(words.counted("floor.repair.lost", lost.size())), lost(lost, floor, drawn));
            if (doIt != null) {
                add(button(lost.size(), proposed, words, doIt));
            }
        }
        var kept = new UnorderedList();
        kept.addClassName("rows");
        repair.kept().stream()
                .flatMap(id -> floor.trade(id.value()).stream())
                .forEach(trade -> kept.add(new ListItem(drawn.trade(trade))));
        if (kept.getComponentCount() > 0) {
            add(new Details(words.counted("floor.repair.kept", kept.getComponentCount()), kept));
        }
    }

    private static Component lost(List<Lost> lost, Floor floor, Drawn drawn) {
        var words = drawn.words();
        var list = new UnorderedList();
        list.addClassName("rows");
        for (var each : lost) {
            floor.trade(each.trade().value()).ifPresent(trade -> {
                var why = new Paragraph(
                        words.of("floor.repair.because." + each.because().name()));
                why.addClassName("row-sub");
                var legs = new UnorderedList();
                each.legs().stream()
                        .flatMap(number -> trade.leg(number).stream())
                        .forEach(leg -> legs.add(new ListItem(words.leg(leg))));
                list.add(new ListItem(
                        new Div(Drawn.link(drawn.tradePath(trade.id()), words.names(trade.parties())), why, legs)));
            });
        }
        return list;
    }

    private static Button button(int lost, int proposed, FloorWords words, Runnable doIt) {
        var text = words.of("floor.repair.do", Figures.whole(lost), Figures.whole(proposed));
        var button = new Button(text, click -> {
            var sure = new ConfirmDialog(
                    text,
                    words.of("floor.repair.sure"),
                    words.of("floor.repair.sure.yes"),
                    yes -> doIt.run(),
                    words.of("commands.leave"),
                    no -> {});
            sure.setId("repair-sure");
            sure.open();
        });
        button.setId("repair-do");
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }
}
