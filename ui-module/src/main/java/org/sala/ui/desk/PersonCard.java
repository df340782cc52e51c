package org.sala.ui.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.io.Serial;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sala.personal.Personal.Clear;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.BadgeId;
import org.sala.registration.api.Consent;
import org.sala.registration.api.Contact;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.RegistrationCommand;
import org.sala.registration.api.RegistrationCommand.AddDay;
import org.sala.registration.api.RegistrationCommand.CancelRegistration;
import org.sala.registration.api.RegistrationCommand.ChangeAttendanceMode;
import org.sala.registration.api.RegistrationCommand.DropDay;
import org.sala.registration.api.RegistrationCommand.GiveConsent;
import org.sala.registration.api.RegistrationCommand.IssueBadge;
import org.sala.registration.api.RegistrationCommand.IssueTicket;
import org.sala.registration.api.RegistrationCommand.ReinstateRegistration;
import org.sala.registration.api.RegistrationCommand.RevokeBadge;
import org.sala.registration.api.RegistrationCommand.WithdrawConsent;
import org.sala.registration.api.RegistrationQueries;
import org.sala.registration.api.RegistrationQueries.Line;
import org.sala.registration.api.RegistrationQueries.Person;
import org.sala.registration.api.RegistrationQueries.Status;
import org.sala.registration.api.WhenFull;
import org.sala.ui.commands.Asking;
import org.sala.ui.language.Figures;
import org.sala.ui.language.Words;
import org.sala.ui.pages.Ticket;
import org.sala.ui.setup.Organization;
import org.sala.ui.setup.Terms;
import org.sala.ui.shell.Place;
import org.sala.ui.shell.Summit;
import org.sala.ui.signin.Account;

/** One person, for whoever works with them at the desk: their days, consents and badge, and who they are. */
class PersonCard extends Section {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final SecureRandom RANDOM = new SecureRandom();

    /** What leads out of the card. */
    interface Ways {

        void checkIn(Line who);

        void checkOut(Line who);

        void close();

        /** Brings the focus to where it belongs after a dialog. */
        void back();
    }

    private final transient Door door;
    private final transient Asking asking;
    private final transient RegistrationQueries registration;
    private final transient DeskQueries desk;
    private final transient BadgePrinting badges;
    private final transient Account account;
    private final transient Ways ways;

    private transient @Nullable ParticipantId id;
    private transient @Nullable Person shown;
    private transient @Nullable Standing at;
    private transient @Nullable Terms terms;
    private transient Map<UUID, Organization> organizations = Map.of();
    private Locale locale = Locale.ROOT;
    private boolean contactsShown;

    PersonCard(
            Door door,
            Asking asking,
            RegistrationQueries registration,
            DeskQueries desk,
            BadgePrinting badges,
            Account account,
            Ways ways) {
        this.door = door;
        this.asking = asking;
        this.registration = registration;
        this.desk = desk;
        this.badges = badges;
        this.account = account;
        this.ways = ways;
        setId("desk-person");
        addClassName("tile");
        setVisible(false);
    }

    void clear() {
        id = null;
        shown = null;
        contactsShown = false;
        removeAll();
        setVisible(false);
    }

    void show(ParticipantId participant, Standing standing, Terms text, Map<UUID, Organization> known, Locale reader) {
        if (!participant.equals(id)) {
            contactsShown = false;
            // where it stands below the list, it comes into view
            getElement().executeJs("setTimeout(() => this.scrollIntoView({ block: 'nearest' }))");
        }
        id = participant;
        at = standing;
        terms = text;
        organizations = known;
        locale = reader;
        look();
    }

    /** Asks anew how it stands with the person. */
    void look() {
        var participant = id;
        if (participant == null) {
            return;
        }
        setVisible(true);
        var told = asking.learn(token -> registration.person(participant, token), locale);
        told.answer().ifPresentOrElse(this::draw, () -> {
            removeAll();
            add(head(Words.of(locale, "desk.person")));
            say(told.refusal().orElse(""));
        });
    }

    private void draw(Person person) {
        var standing = at;
        var text = terms;
        if (standing == null || text == null) {
            return;
        }
        shown = person;
        var line = Door.line(person);
        removeAll();
        var status = new Span(Words.of(locale, "desk.status." + person.status().name()));
        status.addClassNames("chip", person.status() == Status.REGISTERED ? "due" : "over");
        var belonging = new Span(Named.belonging(line, organizations, locale));
        belonging.addClassName("quiet");
        add(head(Named.person(line.name(), locale)), new Div(status), belonging);
        if (person.status() == Status.REGISTERED) {
            add(title("desk.days"), days(person, standing));
            add(title("desk.consents"), consents(person, text));
            add(title("desk.badge"), badge(person, standing.summit()));
        } else if (person.status() == Status.CANCELLED) {
            add(reinstate(person, standing, text));
        }
        add(title("desk.more-about"), more(person, standing.summit()));
    }

    private Div head(String name) {
        var close = new Button(new Icon(VaadinIcon.CLOSE_SMALL), click -> ways.close());
        close.addThemeVariants(ButtonVariant.TERTIARY);
        close.setAriaLabel(Words.of(locale, "desk.close"));
        close.setId("desk-person-close");
        var head = new Div(new H2(name), close);
        head.addClassName("desk-person-head");
        return head;
    }

    private H3 title(String key) {
        return new H3(Words.of(locale, key));
    }

    private UnorderedList days(Person person, Standing standing) {
        var list = new UnorderedList();
        list.addClassNames("rows", "desk-rows");
        for (var day : standing.summit().days()) {
            list.add(day(person, day, standing));
        }
        return list;
    }

    private ListItem day(Person person, Summit.Day day, Standing standing) {
        var here = new Standing(standing.summit(), day.number(), standing.mode());
        var place = person.days().get(day.number());
        var stay = Optional.ofNullable(
                desk.stays(List.of(person.participant()), day.number()).get(person.participant()));
        var name = new Span(Words.of(locale, "today.day", day.number()) + " · " + Figures.date(day.date()));
        var what = new Div(name, DayState.chip(here, place, stay, locale));
        what.addClassNames("desk-who", "grows");
        var actions = new Div();
        actions.addClassName("desk-actions");
        if (day.number() == standing.day()) {
            var line = Door.line(person);
            if (DayState.mayCome(standing, line, stay)) {
                var in = button("desk.check-in", () -> ways.checkIn(line));
                in.addThemeVariants(ButtonVariant.PRIMARY);
                actions.add(in);
            } else if (DayState.isHere(stay)) {
                actions.add(button("desk.check-out", () -> ways.checkOut(line)));
            }
        }
        if (place == null) {
            for (var mode : offered(day)) {
                actions.add(button(
                        "desk.add." + mode.name(),
                        () -> ask(() -> new AddDay(person.participant(), day.number(), mode, WhenFull.WAIT))));
            }
        } else {
            for (var mode : offered(day)) {
                if (mode != place.mode() && !place.waiting()) {
                    actions.add(button(
                            "desk.change." + mode.name(),
                            () -> ask(() -> new ChangeAttendanceMode(person.participant(), day.number(), mode))));
                }
            }
            var drop = button("desk.drop", () -> ask(() -> new DropDay(person.participant(), day.number())));
            drop.addThemeVariants(ButtonVariant.TERTIARY);
            actions.add(drop);
        }
        var row = new ListItem(what, actions);
        row.addClassName("desk-row");
        return row;
    }

    private static EnumSet<AttendanceMode> offered(Summit.Day day) {
        var offered = EnumSet.noneOf(AttendanceMode.class);
        if (day.inPerson().isPresent()) {
            offered.add(AttendanceMode.IN_PERSON);
        }
        if (day.online().isPresent()) {
            offered.add(AttendanceMode.ONLINE);
        }
        return offered;
    }

    private Div consents(Person person, Terms text) {
        var boxes = new Div();
        boxes.addClassName("desk-consent");
        for (var consent : Consent.values()) {
            var box = new Checkbox(Words.of(locale, "desk.consent." + consent.name()));
            box.setValue(person.consents().contains(consent));
            box.setId("desk-person-" + consent.name().toLowerCase(Locale.ROOT));
            box.addValueChangeListener(change -> {
                if (!change.isFromClient()) {
                    return;
                }
                if (change.getValue()) {
                    ask(() -> new GiveConsent(person.participant(), consent, text.version()));
                } else if (consent == Consent.DATA_USE) {
                    // brought back by the answer, whatever it is
                    box.setValue(true);
                    sure("desk.withdraw", person, () -> new WithdrawConsent(person.participant(), consent));
                } else {
                    ask(() -> new WithdrawConsent(person.participant(), consent));
                }
            });
            boxes.add(box);
        }
        return boxes;
    }

    private Div badge(Person person, Summit summit) {
        var there = person.badge() != null;
        var words = new Span(Words.of(locale, there ? "desk.badge.there" : "desk.badge.none"));
        words.addClassName("quiet");
        var issue = button(
                there ? "desk.badge.anew" : "desk.badge.issue",
                () -> ask(() -> new IssueBadge(person.participant(), new BadgeId(UUID.randomUUID()))));
        issue.setId("desk-badge-issue");
        var actions = new Div(words, issue);
        actions.addClassName("desk-actions");
        var valid = person.badgeId();
        if (valid != null) {
            var print = badges.link(account, summit, person.participant(), locale, this::say);
            print.setId("desk-badge-print");
            actions.add(print);
            var revoke = button("desk.badge.revoke", () -> ask(() -> new RevokeBadge(person.participant(), valid)));
            revoke.setId("desk-badge-revoke");
            revoke.addThemeVariants(ButtonVariant.TERTIARY);
            actions.add(revoke);
        }
        return actions;
    }

    private Div reinstate(Person person, Standing standing, Terms text) {
        var about = new ConsentFields();
        about.words(text, locale);
        var back = button(
                "desk.reinstate." + standing.mode().name(),
                () -> {
                    if (about.isEnough()) {
                        ask(() -> new ReinstateRegistration(
                                person.participant(),
                                Map.of(standing.day(), standing.mode()),
                                text.version(),
                                WhenFull.WAIT));
                    } else {
                        about.call();
                    }
                },
                standing.day());
        back.setId("desk-reinstate");
        return new Div(about, back);
    }

    private Div more(Person person, Summit summit) {
        var box = new Div();
        box.addClassName("desk-more-about");
        if (person.status() == Status.REGISTERED || person.status() == Status.CANCELLED) {
            box.add(contacts(person));
            var revise = button(
                    "desk.revise",
                    () -> new ReviseDialog(door, person, organizations.values(), locale, this::look, ways::back)
                            .open());
            revise.setId("desk-person-revise");
            box.add(revise);
        }
        if (person.status() == Status.REGISTERED) {
            var ticket = button("desk.ticket.make", () -> ticket(person));
            ticket.setId("desk-ticket-make");
            box.add(ticket);
            var cancel = button(
                    "desk.cancel",
                    () -> sure("desk.cancel-sure", person, () -> new CancelRegistration(person.participant())));
            cancel.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.ERROR);
            cancel.setId("desk-person-cancel");
            box.add(cancel);
        }
        box.add(
                link(Place.PEOPLE.path(summit.id()) + "?person=" + person.participant(), "desk.data"),
                link(Place.HISTORY.path(summit.id()) + "?subject=" + person.participant(), "people.history"));
        return box;
    }

    private void ticket(Person person) {
        var ticket = Ticket.made(RANDOM);
        var no = door.send(() -> new IssueTicket(person.participant(), ticket.digest()), locale);
        no.ifPresentOrElse(
                told -> say(told.refusal().orElse("")), () -> new TicketDialog(ticket, locale, ways::back).open());
    }

    private Component contacts(Person person) {
        if (!contactsShown) {
            var show = button("desk.contacts.show", () -> {
                contactsShown = true;
                if (shown != null) {
                    draw(shown);
                }
            });
            show.setId("desk-contacts");
            return show;
        }
        var words = new Span();
        if (person.contact() instanceof Clear<Contact>(var contact)) {
            words.setText(List.of(Optional.ofNullable(contact.phone()), Optional.ofNullable(contact.email())).stream()
                    .flatMap(Optional::stream)
                    .collect(java.util.stream.Collectors.joining(" · ")));
        } else {
            words.setText(Words.of(locale, "desk.contacts.none"));
        }
        words.addClassName("desk-contact");
        return words;
    }

    private Anchor link(String address, String key) {
        var link = new Anchor(address, Words.of(locale, key));
        link.addClassName("action-link");
        link.getElement().setAttribute("router-link", true);
        return link;
    }

    private Button button(String key, Runnable done, @Nullable Object... arguments) {
        return new Button(Words.of(locale, key, arguments), click -> done.run());
    }

    private void sure(String key, Person person, Supplier<RegistrationCommand> command) {
        Question.ask(key, Named.person(Door.line(person), locale), locale, () -> ask(command), ways::back);
    }

    private void ask(Supplier<RegistrationCommand> command) {
        var no = door.send(command, locale);
        look();
        no.ifPresent(told -> say(told.refusal().orElse("")));
        if (no.isEmpty()) {
            ways.back();
        }
    }

    private void say(String words) {
        var said = new Span(words);
        said.addClassName("person-needed");
        said.setId("desk-person-answer");
        said.getElement().setAttribute("role", "alert");
        addComponentAtIndex(1, said);
        said.getElement().executeJs("this.scrollIntoView({ block: 'nearest' })");
    }

    /** Whose card it is; empty where none is open. */
    Optional<ParticipantId> open() {
        return Optional.ofNullable(id);
    }
}
