package org.sala.ui.setup;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.io.Serial;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sala.registration.api.RegistrationCommand.CloseRegistration;
import org.sala.registration.api.RegistrationCommand.CloseSummit;
import org.sala.registration.api.RegistrationCommand.OpenRegistration;
import org.sala.registration.api.SummitId;
import org.sala.ui.language.Figures;
import org.sala.ui.language.Words;
import org.sala.ui.shell.Summit;

/** Whether people may register by themselves, and until when; and the end of a summit. */
class WindowTile extends Section {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient SetupQueries setup;
    private final transient Deciding deciding;
    private final H2 title = new H2();
    private final Paragraph state = new Paragraph();
    private final DateTimePicker until = new DateTimePicker();
    private final Button open = new Button();
    private final Button close = new Button();
    private final Button end = new Button();
    private final Span answer = new Span();
    private final ConfirmDialog question = new ConfirmDialog();

    private transient @Nullable Summit summit;
    private Locale locale = Locale.ROOT;

    WindowTile(SetupQueries setup, Deciding deciding) {
        this.setup = setup;
        this.deciding = deciding;
        setId("setup-window");
        addClassName("tile");
        state.setId("setup-window-state");
        state.getElement().setAttribute("role", "status");
        until.setStep(Duration.ofMinutes(15));
        until.setLocale(Locale.forLanguageTag("sv"));
        open.setId("setup-open");
        open.addThemeVariants(ButtonVariant.PRIMARY);
        open.addClickListener(click -> open());
        close.setId("setup-close");
        close.addClickListener(click -> ask(() -> new CloseRegistration(of())));
        end.setId("setup-end");
        end.addThemeVariants(ButtonVariant.ERROR, ButtonVariant.TERTIARY);
        end.addClickListener(click -> question.open());
        question.setCancelable(true);
        question.addConfirmListener(sure -> ask(() -> new CloseSummit(of())));
        answer.addClassName("person-needed");
        answer.getElement().setAttribute("role", "alert");
        var actions = new Div(until, open, close, end);
        actions.addClassName("filters");
        add(title, state, actions, answer);
    }

    void show(Summit of, Locale reader) {
        summit = of;
        locale = reader;
        var now = setup.registration(of.id());
        title.setText(Words.of(reader, "setup.window"));
        state.setText(
                now.closed()
                        ? Words.of(reader, "setup.window.ended")
                        : !now.open()
                                ? Words.of(reader, "setup.window.closed")
                                : now.until() == null
                                        ? Words.of(reader, "setup.window.open")
                                        : Words.of(
                                                reader,
                                                "setup.window.open-until",
                                                Figures.minute(now.until(), of.zone())));
        until.setLabel(Words.of(reader, "setup.until"));
        open.setText(Words.of(reader, now.open() ? "setup.open.otherwise" : "setup.open"));
        close.setText(Words.of(reader, "setup.close"));
        end.setText(Words.of(reader, "setup.end"));
        close.setVisible(now.open());
        open.setVisible(!now.closed());
        until.setVisible(!now.closed());
        end.setVisible(!now.closed());
        question.setHeader(Words.of(reader, "setup.end.sure"));
        question.setText(of.title().in(reader) + " — " + Words.of(reader, "setup.end.what"));
        question.setConfirmText(Words.of(reader, "setup.end.do"));
        question.setCancelText(Words.of(reader, "setup.keep"));
    }

    private SummitId of() {
        return new SummitId(java.util.Objects.requireNonNull(summit).id());
    }

    private void open() {
        var of = summit;
        if (of != null) {
            var end = until.getValue();
            ask(() -> new OpenRegistration(
                    of(), end == null ? null : end.atZone(of.zone()).toInstant()));
        }
    }

    private void ask(java.util.function.Supplier<org.sala.registration.api.RegistrationCommand> command) {
        answer.setText(deciding.ask(command, locale).orElse(""));
    }
}
