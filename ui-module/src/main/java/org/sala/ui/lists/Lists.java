package org.sala.ui.lists;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.sala.ports.TokenIssuer;
import org.sala.registration.api.RegistrationQueries;
import org.sala.registration.api.RegistrationRejected;
import org.sala.sheets.Cell;
import org.sala.sheets.Choice;
import org.sala.sheets.Row;
import org.sala.sheets.RowsToMend;
import org.sala.sheets.Sheet;
import org.sala.sheets.SheetRefused;
import org.sala.sheets.Tables;
import org.sala.ui.lists.Choices.ListKind;
import org.sala.ui.lists.Remark.What;
import org.sala.ui.signin.Account;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;

/**
 * Lists that people work on. A list is its bringer's alone; it goes on when they leave, is found again by its id, and is
 * put away when they say so, or when nobody has looked at it for long.
 */
@Service
class Lists implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Lists.class);
    private static final int SAMPLES = 4;
    private static final int LONGEST_SAMPLE = 60;

    private final ListFolder folder;
    private final ListSettings settings;
    private final ListRules rules;
    private final RegistrationQueries registration;
    private final TokenIssuer tokens;
    private final Importing importing;
    private final Clock clock;
    private final Map<UUID, WorkingList> lists = new ConcurrentHashMap<>();

    Lists(
            ListFolder folder,
            ListSettings settings,
            ListRules rules,
            RegistrationQueries registration,
            TokenIssuer tokens,
            Importing importing,
            Clock clock) {
        this.folder = folder;
        this.settings = settings;
        this.rules = rules;
        this.registration = registration;
        this.tokens = tokens;
        this.importing = importing;
        this.clock = clock;
    }

    /**
     * Takes a file in, as far as it may be long, and looks at its beginning.
     *
     * @param in is read to its end, or to the limit
     * @throws SheetRefused where it is no table
     */
    WorkingList bring(InputStream in, String name, UUID summit, Account account) throws IOException {
        putAwayForgotten();
        var file = folder.newFile();
        try {
            copy(in, file);
            var upload = look(file, Optional.empty());
            var held = rules.of(summit);
            var kind = HeadingGuess.kind(upload.headings(), held);
            var choices = new Choices(
                    kind,
                    upload.sheet(),
                    HeadingGuess.guess(kind, upload.headings(), held),
                    Defaults.usual(held),
                    Map.of(),
                    false);
            var list = new WorkingList(summit, account, name, file, upload, choices, clock);
            lists.put(list.id(), list);
            LOG.info(
                    "A list was brought: {}, {} columns",
                    upload.format(),
                    upload.headings().size());
            return list;
        } catch (IOException | RuntimeException refused) {
            ListFolder.delete(file);
            throw refused;
        }
    }

    private void copy(InputStream in, Path file) throws IOException {
        var most = settings.limits().fileBytes();
        try (OutputStream out = Files.newOutputStream(file)) {
            var buffer = new byte[1 << 16];
            var taken = 0L;
            for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                taken += read;
                if (taken > most) {
                    throw new TooLarge();
                }
                out.write(buffer, 0, read);
            }
        }
    }

    /** More bytes than are taken. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private Upload look(Path file, Optional<String> sheet) throws IOException {
        try (var table =
                Tables.open(file, settings.limits(), sheet.map(Choice::sheet).orElse(Choice.FIRST))) {
            var samples = new ArrayList<List<String>>();
            for (var row : table) {
                samples.add(row.cells().stream().map(Lists::sample).toList());
                if (samples.size() == SAMPLES) {
                    break;
                }
            }
            var shown = table.sheets().stream().filter(each -> !each.hidden()).toList();
            return new Upload(
                    table.format(),
                    shown.isEmpty() ? List.<Sheet>of() : shown,
                    table.sheet(),
                    table.headingRow(),
                    table.headings(),
                    samples);
        } catch (UncheckedIOException disk) {
            throw disk.getCause();
        }
    }

    private static String sample(Cell cell) {
        var text = cell.text().replaceAll("\\s+", " ");
        return text.length() <= LONGEST_SAMPLE ? text : text.substring(0, LONGEST_SAMPLE) + "…";
    }

    /** A list of that account, at that summit. */
    Optional<WorkingList> find(UUID id, UUID summit, Account account) {
        return Optional.ofNullable(lists.get(id))
                .filter(list ->
                        list.summit().equals(summit) && list.account().id().equals(account.id()));
    }

    /** The list that the account worked on last at that summit. */
    Optional<WorkingList> last(UUID summit, Account account) {
        return lists.values().stream()
                .filter(list ->
                        list.summit().equals(summit) && list.account().id().equals(account.id()))
                .max(java.util.Comparator.comparing(WorkingList::touched));
    }

    Rules rules(UUID summit) {
        return rules.of(summit);
    }

    List<Organization> organizations(UUID summit) {
        return rules.organizations(summit);
    }

    /** Looks at another sheet, or at the list as of other things. */
    void turn(WorkingList list, ListKind kind, Optional<String> sheet) throws IOException {
        var held = rules.of(list.summit());
        if (!sheet.equals(list.upload().sheet())) {
            list.upload(look(list.file(), sheet));
        }
        var before = list.choices();
        list.choices(new Choices(
                kind,
                sheet,
                HeadingGuess.guess(kind, list.upload().headings(), held),
                before.defaults(),
                Map.of(),
                false));
        list.at(new Stage.Choosing());
    }

    /** Begins the dry run: reads the whole list, compares it with what is registered, and sends nothing. */
    void look(WorkingList list, Choices choices) {
        if (list.isBusy()) {
            return;
        }
        list.choices(choices);
        list.at(new Stage.Looking(0, 0));
        list.work("look", () -> looking(list, choices));
    }

    private void looking(WorkingList list, Choices choices) {
        var path = folder.newFile();
        try {
            list.at(new Stage.Looked(plan(list, choices, path)));
        } catch (SheetRefused unreadable) {
            list.at(new Stage.Unreadable(unreadable.reason(), unreadable.place()));
        } catch (RegistrationRejected refused) {
            var details = new java.util.TreeMap<String, String>(refused.details());
            details.put("reason", refused.reason().name());
            list.at(new Stage.Unasked(new Remark(What.REGISTRATION, "", details)));
        } catch (InterruptedException cancelled) {
            list.at(new Stage.Choosing());
        } catch (IOException | RuntimeException trouble) {
            if (Thread.interrupted()) {
                list.at(new Stage.Choosing());
            } else {
                // of a library's exception only its kind: its words may quote what it read
                LOG.warn("A list could not be looked at: {}", Trouble.kind(trouble));
                list.at(new Stage.Unasked(new Remark(What.REGISTRATION, "", Map.of())));
            }
        } finally {
            // open it can still be read, and no crash leaves it behind
            ListFolder.delete(path);
        }
    }

    private Plan plan(WorkingList list, Choices choices, Path path) throws IOException, InterruptedException {
        var held = rules.of(list.summit());
        var known = rules.organizations(list.summit());
        var token = new StandingToken(tokens, clock, list.account());
        var planner = switch (choices.kind()) {
            case PEOPLE -> new PeoplePlanner(held, choices, known, registration, token);
            case ORGANIZATIONS -> new OrganizationPlanner(held, choices, known);
        };
        var plan = new PlanFile(path);
        try (var table = Tables.open(
                list.file(),
                settings.limits(),
                new Choice(choices.sheet().orElse(null), list.upload().headingRow()))) {
            var chunk = new ArrayList<Row>(RowPlanner.AT_ONCE);
            for (var row : table) {
                chunk.add(row);
                if (chunk.size() == RowPlanner.AT_ONCE) {
                    planner.plan(chunk).forEach(plan::add);
                    chunk.clear();
                    list.progress(
                            new Stage.Looking(plan.rows(), table.progress().share()));
                    if (Thread.interrupted()) {
                        throw new InterruptedException();
                    }
                }
            }
            planner.plan(chunk).forEach(plan::add);
            return new Plan(
                    plan.finished(),
                    choices,
                    table.headings(),
                    planner.missing(),
                    planner.shortages(),
                    planner.enrolling());
        } catch (IOException | InterruptedException | RuntimeException ended) {
            plan.close();
            throw ended;
        }
    }

    /** Sends what the dry run found good, or what of it is left. */
    void send(WorkingList list) {
        importing.begin(list);
    }

    /**
     * Writes the rows that were not imported, each with why, as the file that they came in.
     *
     * @param why in the reader's words
     * @param reason heading of the column that says why
     */
    void giveBack(WorkingList list, OutputStream out, Function<List<Remark>, String> why, String reason)
            throws IOException {
        var plan = list.plan().orElseThrow(() -> new IOException("there is no plan"));
        var sending =
                list.stage() instanceof Stage.Ended ended ? Optional.of(ended.sending()) : Optional.<Sending>empty();
        var choices = plan.choices();
        try (var table = Tables.open(
                        list.file(),
                        settings.limits(),
                        new Choice(choices.sheet().orElse(null), list.upload().headingRow()));
                var back =
                        new RowsToMend(out, table.format(), table.sheet().orElse("Sala"), table.headings(), reason)) {
            var index = 0;
            for (var row : table) {
                if (index >= plan.rows().rows()) {
                    break;
                }
                var remarks = leftOut(plan.rows(), index, sending);
                if (!remarks.isEmpty()) {
                    back.add(row, why.apply(remarks));
                }
                index++;
            }
        }
    }

    private static List<Remark> leftOut(PlanFile plan, int index, Optional<Sending> sending) {
        return switch (plan.kind(index)) {
            case SAME -> List.of();
            case DUPLICATE, REFUSED ->
                plan.read(index).remarks().stream()
                        .filter(remark -> remark.what().refuses())
                        .toList();
            case NEW, CHANGED ->
                sending.flatMap(sent -> sent.refusal(index)).map(List::of).orElse(List.of());
        };
    }

    /** Deletes what lies on disk of it. */
    void putAway(WorkingList list) {
        lists.remove(list.id());
        try {
            list.putAway();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void putAwayForgotten() {
        var before = clock.instant().minus(settings.keep());
        lists.values().stream()
                .filter(list -> !list.isBusy() && list.touched().isBefore(before))
                .toList()
                .forEach(this::putAway);
    }

    @Override
    public void destroy() {
        List.copyOf(lists.values()).forEach(this::putAway);
    }
}
