package org.sala.ui.floor;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import java.io.Serial;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sala.ui.language.Words;
import org.sala.ui.live.Windows;
import org.sala.ui.shell.Place;
import org.sala.ui.shell.Summit;
import org.sala.ui.shell.SummitPath;
import org.sala.ui.shell.Summits;

/** A page that shows the floor of a summit, or some of it, and is changed by push. */
abstract class FloorPage extends Div implements BeforeEnterObserver, LocaleChangeObserver, HasDynamicTitle {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Summits summits;
    private final transient Floors floors;
    private final transient Clock clock;
    private final Div answer = new Div();

    private transient @Nullable Summit summit;
    private transient @Nullable Floor shown;
    private transient @Nullable Runnable unwatch;

    FloorPage(Summits summits, Floors floors, Clock clock) {
        this.summits = summits;
        this.floors = floors;
        this.clock = clock;
        answer.setId("floor-answer");
        answer.addClassNames("person-needed", "floor-answer");
        answer.getElement().setAttribute("role", "alert");
        answer.setVisible(false);
    }

    /** Takes what the address says beside the summit; empty parameters where it says what is not there. */
    abstract boolean enter(BeforeEnterEvent event, Floor floor);

    /** Puts everything on the screen as it is now. */
    abstract void draw();

    /** Where what is refused is told. */
    final Div answer() {
        return answer;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        SummitPath.of(event, summits).ifPresent(found -> {
            summit = found;
            var now = floors.now(found.id());
            shown = now;
            if (!enter(event, now)) {
                event.rerouteToError(NotFoundException.class);
                return;
            }
            told(Optional.empty());
            if (isAttached()) {
                watch(UI.getCurrent());
            }
        });
    }

    @Override
    protected void onAttach(AttachEvent event) {
        watch(event.getUI());
    }

    private void watch(UI ui) {
        unwatch();
        var of = summit;
        if (of == null) {
            return;
        }
        // first watch, then look: what comes between the two is told again rather than missed
        unwatch = floors.watch(of.id(), floor -> Windows.in(ui, () -> show(floor)));
        show(floors.now(of.id()));
    }

    /** Shows a floor that is otherwise than what was shown. */
    final void show(Floor floor) {
        shown = floor;
        draw();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        unwatch();
    }

    private void unwatch() {
        if (unwatch != null) {
            unwatch.run();
            unwatch = null;
        }
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        if (shown != null) {
            draw();
        }
    }

    final Summit summit() {
        return Objects.requireNonNull(summit);
    }

    final Floor floor() {
        return Objects.requireNonNull(shown);
    }

    final FloorWords words() {
        return new FloorWords(floor(), summit().zone(), getLocale());
    }

    final Instant now() {
        return clock.instant();
    }

    final LocalDate today() {
        return LocalDate.now(clock.withZone(summit().zone()));
    }

    /** Tells why something was not done; nothing where it was. */
    final void told(Optional<String> no) {
        answer.setText(no.orElse(""));
        answer.setVisible(no.isPresent());
    }

    @Override
    public String getPageTitle() {
        return Words.of(getLocale(), Place.FLOOR.wordKey()) + " · " + Words.of(getLocale(), "shell.name");
    }
}
