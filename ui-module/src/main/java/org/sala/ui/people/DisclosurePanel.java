package org.sala.ui.people;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.io.Serial;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.sala.registration.api.DisclosureId;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.RegistrationCommand.DisclosePersonalData;
import org.sala.registration.api.RegistrationPort;
import org.sala.ui.commands.Asking;
import org.sala.ui.language.Words;
import org.sala.ui.signin.Account;

/**
 * Gives out everything that is held on a person as a file. Whoever asks is noted first; the file is made when it is taken, and
 * not kept.
 */
class DisclosurePanel extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Asking asking;
    private final transient RegistrationPort port;
    private final transient HeldOnPerson held;
    private final transient Account account;

    DisclosurePanel(Asking asking, RegistrationPort port, HeldOnPerson held, Account account) {
        this.asking = asking;
        this.port = port;
        this.held = held;
        this.account = account;
        setId("disclosure");
    }

    void offer(ParticipantId person, ZoneId zone, Locale locale) {
        removeAll();
        var disclose = new Button(Words.of(locale, "people.disclose"), click -> disclose(person, zone, locale));
        disclose.addThemeVariants(ButtonVariant.TERTIARY);
        disclose.setId("disclose");
        disclose.setDisableOnClick(true);
        add(disclose);
    }

    private void disclose(ParticipantId person, ZoneId zone, Locale locale) {
        var disclosure = new DisclosureId(UUID.randomUUID());
        var refusal = asking.ask(token -> port.send(new DisclosePersonalData(person, disclosure), token), locale);
        removeAll();
        if (refusal.isPresent()) {
            var said = new Paragraph(refusal.get());
            said.addClassName("person-needed");
            said.getElement().setAttribute("role", "alert");
            add(said);
            return;
        }
        var ready = new Paragraph(Words.of(locale, "people.disclosed"));
        ready.getElement().setAttribute("role", "status");
        add(
                ready,
                link("html", "text/html;charset=UTF-8", person, disclosure, locale, file -> file.html(zone)),
                link("json", "application/json", person, disclosure, locale, PersonFile::json));
    }

    private Anchor link(
            String format,
            String type,
            ParticipantId person,
            DisclosureId disclosure,
            Locale locale,
            Function<PersonFile, byte[]> written) {
        var anchor = new Anchor();
        anchor.setHref(DownloadHandler.fromInputStream(download -> {
            var told = asking.learn(account, token -> held.collect(person, disclosure, token), locale);
            var bytes = told.answer().map(written).orElseGet(() -> new byte[0]);
            // the name of the file is an id's, too: it may be seen over a shoulder, and in a list of downloads
            return new DownloadResponse(
                    new ByteArrayInputStream(bytes), "sala-" + disclosure + "." + format, type, bytes.length);
        }));
        anchor.setText(Words.of(locale, "people.disclosed." + format));
        anchor.setId("disclosed-" + format);
        anchor.getElement().setAttribute("download", true);
        anchor.setRouterIgnore(true);
        anchor.addClassName("action-link");
        return anchor;
    }
}
