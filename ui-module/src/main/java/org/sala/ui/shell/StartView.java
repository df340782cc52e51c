package org.sala.ui.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.io.Serial;
import org.sala.ports.Role;
import org.sala.ui.signin.SignedIn;

/** The way in: leads to the first place that the account may open, or says how to begin where there is no summit. */
@Route(value = "", layout = Shell.class)
@PermitAll
class StartView extends Div implements BeforeEnterObserver, LocaleChangeObserver, HasDynamicTitle {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Summits summits;
    private final transient SignedIn signedIn;
    private final H1 title = new H1();
    private final Paragraph what = new Paragraph();

    StartView(Summits summits, SignedIn signedIn) {
        this.summits = summits;
        this.signedIn = signedIn;
        addClassNames("place", "empty-place");
        add(title, what);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var latest = summits.all().stream().findFirst();
        if (latest.isEmpty()) {
            return;
        }
        var account = signedIn.account();
        for (var place : Place.values()) {
            if (account.isAnyOf(place.roles().toArray(Role[]::new))) {
                event.forwardTo(place.path(latest.get().id()));
                return;
            }
        }
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        title.setText(getTranslation("shell.empty"));
        what.setText(getTranslation("shell.empty.how"));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shell.name");
    }
}
