package org.sala.ui.desk;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.io.Serial;
import java.util.Locale;
import org.sala.ui.language.Words;
import org.sala.ui.pages.Ticket;

/** A link by which a person looks after their own registration: shown this once, and known to nobody here afterwards. */
class TicketDialog extends Dialog {

    @Serial
    private static final long serialVersionUID = 1L;

    TicketDialog(Ticket ticket, Locale locale, Runnable back) {
        setId("desk-ticket");
        setWidth("min(38rem, 96vw)");
        setHeaderTitle(Words.of(locale, "desk.ticket"));
        var link = new TextField();
        link.setId("desk-ticket-link");
        link.setReadOnly(true);
        link.setWidthFull();
        link.setValue(ticket.path());
        // under which address people reach this, only the browser knows
        link.getElement().executeJs("this.value = location.origin + $0", ticket.path());
        var copy = new Button(
                Words.of(locale, "desk.ticket.copy"), click -> link.getElement().executeJs("""
                const field = this.inputElement;
                field.focus();
                field.select();
                if (navigator.clipboard) { navigator.clipboard.writeText(field.value); } else { document.execCommand('copy'); }"""));
        copy.setId("desk-ticket-copy");
        copy.addThemeVariants(ButtonVariant.PRIMARY);
        copy.setAutofocus(true);
        add(new Paragraph(Words.of(locale, "desk.ticket.what")), link);
        getFooter().add(new Button(Words.of(locale, "desk.close"), click -> close()), copy);
        addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                back.run();
            }
        });
    }
}
