package org.sala.ui.shell;

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

/**
 * A page that shows something of a summit, and is changed by push.
 *
 * @param <T> what is seen of it
 */
public abstract class SummitPage<T> extends Div implements BeforeEnterObserver, LocaleChangeObserver, HasDynamicTitle {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Place place;
    private final transient Summits summits;
    private final transient SummitSights<T> sights;
    private final transient Clock clock;
    private final Div answer = new Div();

    private transient @Nullable Summit summit;
    private transient @Nullable T shown;
    private transient @Nullable Runnable unwatch;

    /** @param place whose name the page's title has */
    protected SummitPage(Place place, Summits summits, SummitSights<T> sights, Clock clock) {
        this.place = place;
        this.summits = summits;
        this.sights = sights;
        this.clock = clock;
        answer.addClassNames("person-needed", "page-answer");
        answer.getElement().setAttribute("role", "alert");
        answer.setVisible(false);
    }

    /** Takes what the address says beside the summit; false where it says what is not there. */
    protected abstract boolean enter(BeforeEnterEvent event, T now);

    /** Puts everything on the screen as it is now. */
    protected abstract void draw();

    /** Where what is refused is told. */
    protected final Div answer() {
        return answer;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        SummitPath.of(event, summits).ifPresent(found -> {
            summit = found;
            var now = sights.now(found.id());
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
        unwatch = sights.watch(of.id(), now -> Windows.in(ui, () -> show(now)));
        show(sights.now(of.id()));
    }

    /** Shows what is otherwise than what was shown. */
    public final void show(T now) {
        shown = now;
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

    public final Summit summit() {
        return Objects.requireNonNull(summit);
    }

    /** What is seen now. */
    protected final T seen() {
        return Objects.requireNonNull(shown);
    }

    public final Instant now() {
        return clock.instant();
    }

    /** The date at the summit. */
    public final LocalDate today() {
        return LocalDate.now(clock.withZone(summit().zone()));
    }

    /** Tells why something was not done; nothing where it was. */
    public final void told(Optional<String> no) {
        answer.setText(no.orElse(""));
        answer.setVisible(no.isPresent());
    }

    @Override
    public String getPageTitle() {
        return Words.of(getLocale(), place.wordKey()) + " · " + Words.of(getLocale(), "shell.name");
    }
}
