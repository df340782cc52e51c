package org.sala.ui.lists;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.io.Serial;
import java.util.Locale;
import org.sala.ui.language.Figures;
import org.sala.ui.language.Words;
import org.sala.ui.lists.Planned.Kind;

/** How far an import is, and how it ended. */
class SendingPanel extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    private final ProgressBar bar = new ProgressBar();
    private final Paragraph progress = new Paragraph();

    private SendingPanel() {
        addClassName("sending");
        progress.setId("list-progress");
        progress.getElement().setAttribute("role", "status");
        bar.setWidth("min(32rem, 100%)");
    }

    /** While a list is read. */
    static SendingPanel looking(Runnable cancel, Locale locale) {
        var panel = new SendingPanel();
        panel.add(panel.progress, panel.bar, cancelling(cancel, locale));
        return panel;
    }

    /** While rows are sent. */
    static SendingPanel sending(Runnable cancel, Locale locale) {
        var panel = looking(cancel, locale);
        var leave = new Paragraph(Words.of(locale, "lists.sending.leave"));
        leave.addClassNames("quiet", "prose");
        panel.add(leave);
        return panel;
    }

    private static Div cancelling(Runnable cancel, Locale locale) {
        var button = new Button(Words.of(locale, "lists.cancel"), click -> cancel.run());
        button.setId("cancel");
        button.setDisableOnClick(true);
        var foot = new Div(button);
        foot.addClassName("form-foot");
        return foot;
    }

    void at(Stage.Looking looking, Locale locale) {
        bar.setValue(Math.clamp(looking.share(), 0, 1));
        progress.setText(Words.of(locale, "lists.looking", Figures.whole(looking.rows())));
    }

    void at(Sending sending, Locale locale) {
        bar.setMax(Math.max(1, sending.total()));
        bar.setValue(Math.min(sending.answered(), Math.max(1, sending.total())));
        progress.setText(Words.of(
                locale,
                "lists.sending",
                Figures.whole(sending.answered()),
                Figures.whole(sending.total()),
                Figures.whole(sending.refused())));
    }

    /** When nothing is sent any more. */
    static Div ended(Stage.Ended ended, Anchor giveBack, Runnable goOn, Runnable putAway, Locale locale) {
        var sending = ended.sending();
        var rows = ended.plan().rows();
        var said = new Paragraph(Words.of(locale, "lists.ended." + ended.how().name()));
        said.getElement().setAttribute("role", "status");
        said.setId("list-ended");
        if (ended.how() != Stage.How.DONE) {
            said.addClassName("person-needed");
        }
        var numbers = new UnorderedList();
        number(numbers, locale, "lists.ended.added", sending.added());
        number(numbers, locale, "lists.ended.changed", sending.changed());
        number(numbers, locale, "lists.ended.same", rows.count(Kind.SAME));
        number(numbers, locale, "lists.ended.duplicate", rows.count(Kind.DUPLICATE));
        number(numbers, locale, "lists.ended.refused", rows.count(Kind.REFUSED) + sending.refused());
        number(numbers, locale, "lists.ended.left", sending.total() - sending.answered());
        var foot = new Div();
        foot.addClassName("form-foot");
        if (ended.how() != Stage.How.DONE) {
            var on = new Button(Words.of(locale, "lists.go-on"), click -> goOn.run());
            on.addThemeVariants(ButtonVariant.PRIMARY);
            on.setDisableOnClick(true);
            on.setId("go-on");
            foot.add(on);
        }
        giveBack.setVisible(rows.count(Kind.REFUSED) + rows.count(Kind.DUPLICATE) + sending.refused() > 0);
        var away = new Button(Words.of(locale, "lists.put-away.done"), click -> putAway.run());
        away.setId("put-away");
        foot.add(giveBack, away);
        var panel = new Div(said, numbers, foot);
        panel.addClassNames("tile", "ended");
        return panel;
    }

    private static void number(UnorderedList into, Locale locale, String words, int number) {
        if (number > 0) {
            into.add(new ListItem(Words.counted(locale, words, number)));
        }
    }
}
