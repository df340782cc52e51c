package org.sala.ui.today;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sala.ui.language.Figures;
import org.sala.ui.language.Words;

/** Who is here against who is expected, by mode. */
class AttendanceTile extends Tile {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Div body = new Div();
    private final transient Map<String, Mode> modes = new LinkedHashMap<>();

    AttendanceTile() {
        super("area-attendance");
        add(body);
    }

    /** The figure of one mode. */
    private static final class Mode extends Div {

        @Serial
        private static final long serialVersionUID = 1L;

        private final H3 name = new H3();
        private final Span present = new Span();
        private final Span expected = new Span();
        private final Div filled = new Div();
        private final Span seats = new Span();

        Mode(String mode) {
            setId("attendance-" + mode.toLowerCase(Locale.ROOT));
            present.addClassNames("big", "present");
            expected.addClassNames("of", "expected");
            seats.addClassNames("row-sub");
            var figure = new Div(present, expected);
            figure.addClassName("figure");
            var bar = new Div(filled);
            bar.addClassName("bar");
            bar.getElement().setAttribute("aria-hidden", "true");
            add(name, figure, bar, seats);
        }

        void draw(Snapshot.Attendance attendance, Locale locale) {
            name.setText(Words.of(locale, "today.mode." + attendance.mode()));
            present.setText(Figures.whole(attendance.present()));
            expected.setText(Words.of(locale, "today.of-expected", Figures.whole(attendance.expected())));
            var share = attendance.expected() == 0
                    ? 0
                    : Math.min(100, 100.0 * attendance.present() / attendance.expected());
            filled.getStyle().set("inline-size", String.format(Locale.ROOT, "%.1f%%", share));
            seats.setText(
                    attendance.seats() == null
                            ? ""
                            : Words.of(locale, "today.seats", Figures.whole(attendance.seats())));
        }
    }

    void draw(@Nullable Snapshot before, Snapshot now, Locale locale) {
        title(Words.of(locale, "today.attendance"));
        aside(now.organizations() == 0 ? "" : Words.counted(locale, "today.organizations", now.organizations()));
        var earlier =
                before == null || before.day() != now.day() ? List.<Snapshot.Attendance>of() : before.attendance();
        if (now.attendance().isEmpty()) {
            body.removeAll();
            modes.clear();
            body.add(empty(Words.of(locale, "today.attendance.empty")));
            return;
        }
        if (!modes.keySet().equals(modesOf(now))) {
            body.removeAll();
            modes.clear();
            body.addClassName("modes");
            now.attendance().forEach(each -> {
                var mode = new Mode(each.mode());
                modes.put(each.mode(), mode);
                body.add(mode);
            });
        }
        for (var each : now.attendance()) {
            var mode = modes.get(each.mode());
            if (mode != null) {
                mode.draw(each, locale);
                if (!earlier.isEmpty() && !earlier.contains(each)) {
                    glow(mode);
                }
            }
        }
    }

    private static java.util.Set<String> modesOf(Snapshot snapshot) {
        return snapshot.attendance().stream()
                .map(Snapshot.Attendance::mode)
                .collect(java.util.stream.Collectors.toCollection(java.util.LinkedHashSet::new));
    }
}
