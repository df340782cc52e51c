package org.sala.ui.desk;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Consumer;
import org.sala.registration.api.ParticipantId;
import org.sala.ui.commands.Asking;
import org.sala.ui.language.Words;
import org.sala.ui.lists.TakingOut;
import org.sala.ui.live.Windows;
import org.sala.ui.shell.Summit;
import org.sala.ui.signin.Account;
import org.springframework.stereotype.Component;

/** Badges on paper, for whoever stands at the desk. */
@Component
class BadgePrinting {

    private static final String FILE = "sala-badge.pdf";
    private static final int CONFLICT = 409;

    private final Asking asking;
    private final TakingOut taking;

    BadgePrinting(Asking asking, TakingOut taking) {
        this.asking = asking;
        this.taking = taking;
    }

    /**
     * Leads to a person's badge as a PDF, which is made when somebody goes there. Neither its address nor its name says
     * whose it is.
     *
     * @param refused told why there is none, in the reader's words
     */
    Anchor link(Account account, Summit summit, ParticipantId person, Locale locale, Consumer<String> refused) {
        var link = new Anchor();
        link.setHref((DownloadHandler) download -> give(download, account, summit, person, locale, refused));
        link.getElement().setAttribute("download", true);
        link.setRouterIgnore(true);
        link.addClassName("action-link");
        link.setText(Words.of(locale, "desk.badge.print"));
        return link;
    }

    private void give(
            DownloadEvent download,
            Account account,
            Summit summit,
            ParticipantId person,
            Locale locale,
            Consumer<String> refused)
            throws IOException {
        var told = asking.learn(account, token -> taking.badge(summit, person, account, locale), locale);
        if (told.answer().isEmpty()) {
            Windows.in(download.getUI(), () -> refused.accept(told.refusal().orElse("")));
            download.getResponse().setStatus(CONFLICT);
            return;
        }
        var pdf = told.answer().get();
        download.setFileName(FILE);
        download.setContentType("application/pdf");
        download.setContentLength(pdf.length);
        download.getOutputStream().write(pdf);
    }
}
