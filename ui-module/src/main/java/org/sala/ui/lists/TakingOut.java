package org.sala.ui.lists;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.sala.eventing.intake.DeadLetters;
import org.sala.personal.Personal;
import org.sala.ports.TokenIssuer;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.DisclosureId;
import org.sala.registration.api.OrganizationId;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.PersonName;
import org.sala.registration.api.RegistrationCommand.NoteContactsTaken;
import org.sala.registration.api.RegistrationPort;
import org.sala.registration.api.RegistrationQueries;
import org.sala.registration.api.RegistrationQueries.Person;
import org.sala.registration.api.SummitId;
import org.sala.sheets.Format;
import org.sala.ui.audit.Timeline;
import org.sala.ui.language.Figures;
import org.sala.ui.language.Words;
import org.sala.ui.lists.Badges.Badge;
import org.sala.ui.live.Changes;
import org.sala.ui.shell.Summit;
import org.sala.ui.signin.Account;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;

/**
 * Makes lists, attendance sheets and badges. What is made lies in a file until it is taken back, or for as long as lists
 * lie; who it is of is asked of registration as whoever takes it. When somebody's data are erased, everything that was
 * made is deleted: they may be in it.
 */
@Service
public class TakingOut implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(TakingOut.class);
    private static final Set<String> FORGETTING =
            Set.of("registration.participant-erased", "registration.personal-data-forgotten");
    /** So far the clocks of whoever stores events and of whoever makes a file may differ. */
    private static final Duration APART = Duration.ofMinutes(10);

    private static final String PDF = "application/pdf";

    private final RegistrationQueries registration;
    private final RegistrationPort port;
    private final TokenIssuer tokens;
    private final ListRules rules;
    private final Timeline timeline;
    private final DeadLetters letters;
    private final ListFolder folder;
    private final ListSettings settings;
    private final Clock clock;
    private final Map<UUID, Making> makings = new ConcurrentHashMap<>();
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private Set<UUID> erasures = Set.of();

    TakingOut(
            RegistrationQueries registration,
            RegistrationPort port,
            TokenIssuer tokens,
            ListRules rules,
            Timeline timeline,
            DeadLetters letters,
            Changes changes,
            ListFolder folder,
            ListSettings settings,
            Clock clock) {
        this.registration = registration;
        this.port = port;
        this.tokens = tokens;
        this.rules = rules;
        this.timeline = timeline;
        this.letters = letters;
        this.folder = folder;
        this.settings = settings;
        this.clock = clock;
        changes.listen(this::deleteWhereSomebodyWasErased);
    }

    /** Who takes what from where, in which language. */
    record Taker(Summit summit, Account account, String purpose, Locale locale) {}

    private interface Work {
        /** Writes it; false where nobody is on it. */
        boolean write(OutputStream out, Making making) throws IOException, InterruptedException;
    }

    /** Everybody who is registered. */
    Making people(Taker taker, Format format, boolean contacts) {
        return make(taker, file(taker, "people") + "." + format.extension(), format.mediaType(), (out, making) -> {
            var roster = roster(taker);
            var lines = roster.registered(null);
            if (contacts && !lines.isEmpty()) {
                // before any of it is in a file: what isn't noted isn't given out
                port.send(
                        new NoteContactsTaken(
                                new SummitId(taker.summit().id()), new DisclosureId(making.id()), lines.size()),
                        tokens.issue(
                                taker.account().id().toString(), taker.account().roles()));
                var people = roster.people(lines, done -> progress(making, done, lines.size()));
                tables(taker).contacts(people, format, out);
            } else {
                tables(taker).people(lines, format, out);
            }
            return !lines.isEmpty();
        });
    }

    /** Who is expected on a day, who waits and who is here. */
    Making attendance(Taker taker, int day, Format format) {
        return make(
                taker, file(taker, "attendance", day) + "." + format.extension(), format.mediaType(), (out, making) -> {
                    var lines = roster(taker).registered(day);
                    tables(taker).attendance(lines, day, format, out);
                    return !lines.isEmpty();
                });
    }

    /** A sheet to sign, for whoever is expected on a day in a mode. */
    void sheet(Taker taker, int day, AttendanceMode mode) {
        make(taker, file(taker, "sheet", day) + ".pdf", PDF, (out, making) -> {
            var locale = taker.locale();
            var names = names(taker.summit(), locale);
            var people = roster(taker).registered(day).stream()
                    .filter(line -> {
                        var place = Objects.requireNonNull(line.days().get(day));
                        return place.mode() == mode && !place.waiting();
                    })
                    .map(line -> new AttendanceSheet.Expected(line.name(), organization(names, line.organization())))
                    .toList();
            var of = taker.summit().day(day).orElseThrow();
            AttendanceSheet.write(
                    people,
                    Words.of(locale, "lists.paper.day", day, Figures.date(of.date())),
                    ListWords.of(locale, mode),
                    of.venue().in(locale),
                    origin(taker),
                    locale,
                    out);
            return !people.isEmpty();
        });
    }

    /**
     * Badges, in the order of names; who has none yet is given one.
     *
     * @param day of those who come then; absent for everybody who is registered
     */
    void badges(Taker taker, @Nullable Integer day, BadgePaper paper) {
        make(taker, file(taker, "badges") + ".pdf", PDF, (out, making) -> {
            var locale = taker.locale();
            var roster = roster(taker);
            var lines = roster.registered(day).stream()
                    .sorted(Comparator.comparing(RegistrationQueries.Line::name, NameOrder.of(Words.isKhmer(locale))))
                    .toList();
            if (lines.isEmpty()) {
                return false;
            }
            var people = roster.withBadges(lines, done -> progress(making, done, lines.size()));
            var names = names(taker.summit(), locale);
            Badges.write(
                    people.stream().map(person -> badge(person, names, locale)).toList(),
                    paper,
                    taker.summit().title().in(locale),
                    Words.of(locale, "lists.badge.title") + " · "
                            + origin(taker).sentence(locale),
                    locale,
                    out);
            return true;
        });
    }

    /**
     * One badge on A6, for somebody who stands at the desk; a person without one is given it.
     *
     * @return a PDF
     * @throws org.sala.registration.api.RegistrationRejected as registration has it
     */
    public byte[] badge(Summit summit, ParticipantId participant, Account account, Locale locale) {
        var taker = new Taker(summit, account, "", locale);
        var person = roster(taker).withBadge(participant);
        var out = new java.io.ByteArrayOutputStream();
        try {
            Badges.write(
                    List.of(badge(person, names(summit, locale), locale)),
                    BadgePaper.A6,
                    summit.title().in(locale),
                    Words.of(locale, "lists.badge.title"),
                    locale,
                    out);
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static Badge badge(Person person, Map<OrganizationId, String> names, Locale locale) {
        var name = person.name() instanceof Personal.Clear<PersonName>(var clear) ? clear : new PersonName(null, null);
        return new Badge(
                name.km(),
                name.latin(),
                organization(names, person.organization()),
                ListWords.of(locale, person.role()),
                Objects.requireNonNull(person.badge(), "a person who was just given a badge"));
    }

    private Roster roster(Taker taker) {
        return new Roster(
                registration,
                port,
                new StandingToken(tokens, clock, taker.account()),
                taker.summit().id(),
                settings.atOnce());
    }

    private PeopleTables tables(Taker taker) {
        return new PeopleTables(taker.summit(), names(taker.summit(), taker.locale()), origin(taker), taker.locale());
    }

    private Map<OrganizationId, String> names(Summit summit, Locale locale) {
        var names = new HashMap<OrganizationId, String>();
        rules.organizations(summit.id()).forEach(each -> names.put(new OrganizationId(each.id()), each.name(locale)));
        return names;
    }

    private static String organization(Map<OrganizationId, String> names, @Nullable OrganizationId id) {
        return id == null ? "" : names.getOrDefault(id, "");
    }

    private Origin origin(Taker taker) {
        var position = timeline.reached().stream()
                .filter(reached -> reached.context().equals("registration"))
                .mapToLong(Timeline.Reached::through)
                .max()
                .orElse(0);
        return new Origin(
                taker.summit(),
                taker.account(),
                taker.purpose(),
                Figures.minute(clock.instant(), taker.summit().zone()),
                position);
    }

    private static String file(Taker taker, String what, Object... arguments) {
        return "sala-" + Words.of(taker.locale(), "lists.out.file." + what, arguments);
    }

    private Making make(Taker taker, String name, String mediaType, Work work) {
        forget();
        var making =
                new Making(taker.summit().id(), taker.account(), name, mediaType, folder.newFile(), clock.instant());
        begin(making);
        Thread.ofVirtual().name("make-" + making.id()).start(() -> {
            try {
                making.ended(made(making, work) ? Making.State.READY : Making.State.EMPTY);
                LOG.info("{} was made for {} people", making.name(), making.total());
            } catch (IOException | RuntimeException trouble) {
                LOG.warn("{} could not be made: {}", making.name(), Trouble.kind(trouble));
                making.ended(Making.State.FAILED);
            } catch (InterruptedException stopped) {
                making.ended(Making.State.FAILED);
            }
            if (!makings.containsKey(making.id())) {
                // it was deleted while it was being made
                ListFolder.delete(making.file());
            }
            tell();
        });
        tell();
        return making;
    }

    private synchronized void begin(Making making) {
        if (makings.isEmpty()) {
            erasures = erasuresSince(making.began());
        }
        makings.put(making.id(), making);
    }

    private synchronized void deleteWhereSomebodyWasErased() {
        var first = makings.values().stream().map(Making::began).min(Comparator.naturalOrder());
        if (first.isEmpty()) {
            return;
        }
        var now = erasuresSince(first.get());
        if (!erasures.containsAll(now)) {
            LOG.info("{} lists are deleted, since somebody was erased who may be in them", makings.size());
            List.copyOf(makings.values()).forEach(this::remove);
        }
    }

    /** Also those that can't be taken in yet: what waits for whatever reason is no reason to keep a name. */
    private Set<UUID> erasuresSince(Instant time) {
        var erasures = new HashSet<>(timeline.ofTypes(FORGETTING, time.minus(APART)));
        erasures.addAll(letters.ofTypes(FORGETTING));
        return erasures;
    }

    private static boolean made(Making making, Work work) throws IOException, InterruptedException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(making.file()))) {
            return work.write(out, making);
        }
    }

    private void progress(Making making, int done, int total) {
        making.progress(done, total);
        if (done % 20 == 0 || done == total) {
            tell();
        }
    }

    private void tell() {
        watchers.forEach(Runnable::run);
    }

    /** Tells of progress, on whichever thread, until what is returned is run. */
    Runnable watch(Runnable watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    /** What was made for an account, or is being made, latest first. */
    List<Making> of(UUID summit, Account account) {
        return makings.values().stream()
                .filter(making ->
                        making.summit().equals(summit) && making.account().id().equals(account.id()))
                .sorted(Comparator.comparing(Making::began).reversed())
                .toList();
    }

    /** One of those. */
    Optional<Making> find(UUID id, UUID summit, Account account) {
        return of(summit, account).stream()
                .filter(making -> making.id().equals(id))
                .findFirst();
    }

    void remove(Making making) {
        makings.remove(making.id());
        ListFolder.delete(making.file());
        tell();
    }

    private void forget() {
        var before = clock.instant().minus(settings.keep());
        new ArrayList<>(makings.values())
                .stream().filter(making -> making.began().isBefore(before)).forEach(this::remove);
    }

    @Override
    public void destroy() {
        makings.values().forEach(making -> ListFolder.delete(making.file()));
    }
}
