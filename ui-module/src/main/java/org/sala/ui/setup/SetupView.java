package org.sala.ui.setup;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.io.Serial;
import org.jspecify.annotations.Nullable;
import org.sala.registration.api.RegistrationPort;
import org.sala.ui.commands.Asking;
import org.sala.ui.language.Words;
import org.sala.ui.live.Changes;
import org.sala.ui.live.Windows;
import org.sala.ui.shell.Place;
import org.sala.ui.shell.Shell;
import org.sala.ui.shell.Summit;
import org.sala.ui.shell.SummitPath;
import org.sala.ui.shell.Summits;

/** How a summit is, for the staff who set it up: who may register, its days and texts, its organisations. */
@Route(value = "summits/:summit/setup", layout = Shell.class)
@RolesAllowed("STAFF")
class SetupView extends Div implements BeforeEnterObserver, LocaleChangeObserver, HasDynamicTitle {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Summits summits;
    private final transient Changes changes;
    private final H1 title = new H1();
    private final Paragraph about = new Paragraph();
    private final WindowTile window;
    private final SummitTile revision;
    private final OrganizationsTile organizations;

    private transient @Nullable Summit summit;
    private transient @Nullable Runnable unlisten;

    SetupView(
            Summits summits,
            SetupQueries setup,
            Organizations known,
            Asking asking,
            RegistrationPort port,
            Changes changes) {
        this.summits = summits;
        this.changes = changes;
        var deciding = new Deciding(asking, port);
        this.window = new WindowTile(setup, deciding);
        this.revision = new SummitTile(setup, deciding);
        this.organizations = new OrganizationsTile(known, deciding);
        addClassNames("place", "setup");
        about.addClassNames("prose", "quiet");
        var tiles = new Div(window, revision, organizations);
        tiles.addClassName("setup-tiles");
        add(title, about, tiles);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        SummitPath.of(event, summits).ifPresent(found -> {
            summit = found;
            draw();
        });
    }

    @Override
    protected void onAttach(AttachEvent event) {
        var ui = event.getUI();
        unlisten = changes.listen(() -> Windows.in(ui, this::follow));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (unlisten != null) {
            unlisten.run();
            unlisten = null;
        }
    }

    private void draw() {
        var of = summit;
        if (of != null) {
            window.show(of, getLocale());
            revision.show(of, getLocale());
            organizations.show(of, getLocale());
        }
    }

    /** What was taken in is shown, but for what somebody is just writing. */
    private void follow() {
        var of = summit == null ? null : summits.find(summit.id()).orElse(null);
        if (of != null) {
            summit = of;
            window.show(of, getLocale());
            revision.follow(of, getLocale());
            organizations.show(of, getLocale());
        }
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        title.setText(Words.of(event.getLocale(), "setup.title"));
        about.setText(Words.of(event.getLocale(), "setup.about"));
        draw();
    }

    @Override
    public String getPageTitle() {
        return Words.of(getLocale(), Place.SETUP.wordKey()) + " · " + Words.of(getLocale(), "shell.name");
    }
}
