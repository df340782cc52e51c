package org.sala.ui.desk;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.io.Serial;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sala.registration.api.BadgeId;
import org.sala.registration.api.DayPlace;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.RegistrationCommand.IssueBadge;
import org.sala.registration.api.RegistrationCommand.RegisterWalkIn;
import org.sala.registration.api.RegistrationQueries;
import org.sala.registration.api.RegistrationQueries.Line;
import org.sala.registration.api.RegistrationQueries.Status;
import org.sala.ui.commands.Asking;
import org.sala.ui.language.Words;
import org.sala.ui.setup.Organization;
import org.sala.ui.setup.Terms;
import org.sala.ui.signin.Account;

/** Registers somebody who came without a registration, and lets them in. What was typed stays until that is done. */
class WalkInDialog extends Dialog {

    @Serial
    private static final long serialVersionUID = 1L;

    /** What a walk-in leads to. */
    interface Ways {

        void letIn(Line who, Instant at);

        void open(ParticipantId who);
    }

    private final transient Door door;
    private final transient Asking asking;
    private final transient RegistrationQueries registration;
    private final transient BadgePrinting badges;
    private final transient Account account;
    private final transient Ways ways;
    private final PersonFields fields = new PersonFields(true);
    private final ConsentFields consents = new ConsentFields();
    private final Div answer = new Div();
    private final Div done = new Div();
    private final Button register = new Button();
    private final Button empty = new Button();
    private final Button close = new Button();
    /** Kept until it is registered: asked again after no answer, it is the same person. */
    private transient ParticipantId id = new ParticipantId(UUID.randomUUID());

    private transient @Nullable Standing at;
    private transient @Nullable Terms terms;
    private Locale locale = Locale.ROOT;

    WalkInDialog(
            Door door,
            Asking asking,
            RegistrationQueries registration,
            BadgePrinting badges,
            Account account,
            Ways ways,
            Runnable back) {
        this.door = door;
        this.asking = asking;
        this.registration = registration;
        this.badges = badges;
        this.account = account;
        this.ways = ways;
        setId("desk-walk-in");
        setWidth("min(46rem, 96vw)");
        answer.getElement().setAttribute("role", "alert");
        answer.setId("desk-walk-in-answer");
        done.setId("desk-walk-in-done");
        register.setId("desk-register");
        register.addThemeVariants(ButtonVariant.PRIMARY);
        register.setDisableOnClick(true);
        register.addClickListener(click -> {
            try {
                register();
            } finally {
                register.setEnabled(true);
            }
        });
        register.addClickShortcut(Key.ENTER, KeyModifier.CONTROL).listenOn(this);
        empty.addThemeVariants(ButtonVariant.TERTIARY);
        empty.addClickListener(click -> begin());
        close.addClickListener(click -> close());
        add(fields, consents, answer, done);
        getFooter().add(empty, close, register);
        addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                back.run();
            }
        });
    }

    void open(Standing standing, Terms text, Collection<Organization> organizations, Locale reader) {
        at = standing;
        terms = text;
        if (done.isVisible()) {
            begin();
        }
        words(organizations, reader);
        open();
        fields.call();
    }

    /** Puts what nobody was found for where it belongs, in a form that is still empty. */
    void suggest(String text) {
        fields.suggest(Typed.of(text));
    }

    private void words(Collection<Organization> organizations, Locale reader) {
        locale = reader;
        var standing = at;
        if (standing != null) {
            setHeaderTitle(
                    Words.of(reader, "desk.walk-in.title." + standing.mode().name(), standing.day()));
        }
        fields.words(organizations, reader);
        if (terms != null) {
            consents.words(terms, reader);
        }
        register.setText(Words.of(reader, "desk.walk-in.do"));
        empty.setText(Words.of(reader, "desk.walk-in.empty"));
        close.setText(Words.of(reader, "desk.close"));
    }

    /** An empty form for the next one. */
    private void begin() {
        id = new ParticipantId(UUID.randomUUID());
        fields.clear();
        consents.clear();
        answer.removeAll();
        done.removeAll();
        stage(false);
        fields.call();
    }

    private void stage(boolean isDone) {
        fields.setVisible(!isDone);
        consents.setVisible(!isDone);
        register.setVisible(!isDone);
        done.setVisible(isDone);
        empty.setText(Words.of(locale, isDone ? "desk.walk-in.next" : "desk.walk-in.empty"));
    }

    private void register() {
        answer.removeAll();
        var standing = at;
        var text = terms;
        if (standing == null || text == null || !fields.isComplete()) {
            return;
        }
        if (!consents.isEnough()) {
            consents.call();
            return;
        }
        var now = door.now();
        var no = door.send(
                () -> new RegisterWalkIn(
                        id,
                        standing.of(),
                        fields.organization(),
                        fields.name(),
                        fields.contact(),
                        fields.role(),
                        fields.gender(),
                        fields.age(),
                        null,
                        fields.language(),
                        standing.day(),
                        standing.mode(),
                        consents.given(),
                        text.version(),
                        now,
                        null),
                locale);
        if (no.isPresent()) {
            refused(standing, no.get());
            return;
        }
        var place = new DayPlace(standing.mode(), false, Set.of(standing.mode()));
        var line = new Line(
                id,
                fields.name(),
                fields.organization(),
                fields.role(),
                Status.REGISTERED,
                new TreeMap<>(Map.of(standing.day(), place)));
        ways.letIn(line, now);
        succeeded(line);
    }

    private void refused(Standing standing, Asking.Told<Boolean> no) {
        var words = new Span(no.refusal().orElse(""));
        words.addClassName("person-needed");
        answer.add(words);
        if (no.reason().equals(Optional.of("CONTACT_TAKEN"))) {
            asking.learn(token -> registration.personWith(standing.of(), fields.contact(), token), locale)
                    .answer()
                    .flatMap(found -> found)
                    .ifPresent(person -> answer.add(wayTo(Door.line(person))));
        }
    }

    /** Whoever is registered with the same contact: mostly the one who stands here. */
    private Div wayTo(Line existing) {
        var name = new Span(Named.person(existing.name(), locale));
        name.addClassName("desk-name");
        var open = new Button(Words.of(locale, "desk.walk-in.existing"), click -> {
            close();
            ways.open(existing.participant());
        });
        open.setId("desk-existing");
        var way = new Div(name, open);
        way.addClassName("form-foot");
        return way;
    }

    private void succeeded(Line line) {
        done.removeAll();
        var title = new Span(Words.of(locale, "desk.walk-in.done", Named.person(line.name(), locale)));
        title.addClassName("answer-title");
        title.getElement().setAttribute("role", "status");
        var badge = new Button(Words.of(locale, "desk.badge.issue"));
        badge.setId("desk-walk-in-badge");
        badge.setDisableOnClick(true);
        var said = new Span();
        said.getElement().setAttribute("role", "status");
        var badgeId = new BadgeId(UUID.randomUUID());
        var print = new Div();
        badge.addClickListener(click -> {
            var no = door.send(() -> new IssueBadge(line.participant(), badgeId), locale);
            said.setText(no.flatMap(Asking.Told::refusal).orElseGet(() -> Words.of(locale, "desk.badge.issued")));
            badge.setEnabled(no.isPresent());
            if (no.isEmpty()) {
                print.add(print(line.participant(), said));
            }
        });
        var open = new Button(Words.of(locale, "desk.open"), click -> {
            close();
            ways.open(line.participant());
        });
        var actions = new Div(badge, print, open, said);
        actions.addClassName("form-foot");
        done.add(title, actions);
        stage(true);
        empty.focus();
    }

    private Anchor print(ParticipantId participant, Span said) {
        var link = badges.link(account, Objects.requireNonNull(at).summit(), participant, locale, said::setText);
        link.setId("desk-walk-in-print");
        return link;
    }
}
