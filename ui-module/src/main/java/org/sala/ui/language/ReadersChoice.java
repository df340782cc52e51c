package org.sala.ui.language;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.Cookie;
import java.io.Serial;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The reader's language and the light they read in. Kept in the session for all its windows, and in two cookies for the
 * next visit; the cookies say nothing about who it is.
 */
@Component
public class ReadersChoice implements VaadinServiceInitListener {

    @Serial
    private static final long serialVersionUID = 1L;

    static final String LANGUAGE = "sala-language";
    private static final String LIGHT = "sala-light";
    static final int YEAR = (int) Duration.ofDays(365).toSeconds();

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(initialised -> apply(initialised.getUI(), VaadinRequest.getCurrent()));
    }

    private static void apply(UI ui, VaadinRequest request) {
        cookie(request, LANGUAGE)
                .map(language -> language.equals("en") ? Words.ENGLISH : Words.KHMER)
                .ifPresent(locale -> {
                    ui.getSession().setLocale(locale);
                    ui.setLocale(locale);
                });
        tellBrowser(ui);
        cookie(request, LIGHT)
                .filter(value -> value.equals("dark") || value.equals("light"))
                .ifPresent(value -> ui.getPage().setColorScheme(ColorScheme.Value.fromString(value)));
        var connection = ui.getReconnectDialogConfiguration();
        connection.setDialogText(Words.of(ui.getLocale(), "language.connection-lost"));
        connection.setDialogTextGaveUp(Words.of(ui.getLocale(), "language.connection-gone"));
        connection.setReconnectInterval(2_000);
        connection.setReconnectAttempts(10_000);
    }

    /** Changes the language of this window and of the next ones; everything on screen that observes it is put again. */
    public static void language(UI ui, Locale locale) {
        VaadinSession.getCurrent().setLocale(locale);
        ui.setLocale(locale);
        tellBrowser(ui);
        var connection = ui.getReconnectDialogConfiguration();
        connection.setDialogText(Words.of(locale, "language.connection-lost"));
        connection.setDialogTextGaveUp(Words.of(locale, "language.connection-gone"));
        keep(LANGUAGE, locale.getLanguage());
    }

    /** Changes between light and dark. */
    public static void light(UI ui, boolean dark) {
        ui.getPage().setColorScheme(dark ? ColorScheme.Value.DARK : ColorScheme.Value.LIGHT);
        keep(LIGHT, dark ? "dark" : "light");
    }

    private static void tellBrowser(UI ui) {
        ui.getPage()
                .executeJs("document.documentElement.lang=$0", ui.getLocale().getLanguage());
    }

    private static Optional<String> cookie(VaadinRequest request, String name) {
        var cookies = request == null ? null : request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        for (var cookie : cookies) {
            if (cookie.getName().equals(name)) {
                return Optional.of(cookie.getValue());
            }
        }
        return Optional.empty();
    }

    private static void keep(String name, String value) {
        var response = VaadinService.getCurrentResponse();
        if (response == null) {
            return;
        }
        var cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setMaxAge(YEAR);
        cookie.setHttpOnly(true);
        cookie.setSecure(VaadinRequest.getCurrent().isSecure());
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }
}
