package org.sala.ui.lists;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sala.ports.Role;
import org.sala.registration.api.Consent;
import org.sala.sheets.SheetRefused;
import org.sala.ui.language.Words;
import org.sala.ui.lists.Defaults.Taken;
import org.sala.ui.lists.Planned.Kind;
import org.sala.ui.shell.Summits;
import org.sala.ui.signin.Account;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Lists in, for programs: brought, looked over, sent, looked after, put away. Columns are as they are guessed. */
@RestController
class ListsApi {

    private final Lists lists;
    private final Summits summits;
    private final ListSettings settings;

    ListsApi(Lists lists, Summits summits, ListSettings settings) {
        this.lists = lists;
        this.summits = summits;
        this.settings = settings;
    }

    /**
     * How a list stands.
     *
     * @param stage CHOOSING, LOOKING, LOOKED, IMPORTING, DONE, CANCELLED, STOPPED, UNREADABLE or UNASKED
     * @param rows how many rows were read so far, by outcome
     * @param sent how many of the good ones have an answer: with {@code refused}, those that registration refused
     */
    record Standing(
            UUID list, String stage, Map<Kind, Integer> rows, int sent, int refused, int missingOrganizations) {}

    /**
     * Takes a list as the request's body and begins to look it over; sends nothing.
     *
     * @param consentTaken PAPER, FORM or SPOKEN where everybody in it agreed to the use of their data, and the list
     *     doesn't tell
     * @param enrol whether organisations that aren't enrolled are enrolled with it
     */
    @PostMapping("/api/summits/{summit}/lists")
    ResponseEntity<Standing> bring(
            @PathVariable UUID summit,
            @RequestParam(required = false) @Nullable Taken consentTaken,
            @RequestParam(defaultValue = "false") boolean enrol,
            InputStream body,
            Authentication caller)
            throws IOException {
        if (summits.find(summit).isEmpty()) {
            throw nothing();
        }
        var list = lists.bring(body, "list", summit, account(caller));
        var choices = list.choices();
        var usual = choices.defaults();
        var defaults = consentTaken == null
                ? usual
                : new Defaults(
                        usual.role(),
                        usual.language(),
                        usual.modes(),
                        usual.days(),
                        EnumSet.of(Consent.DATA_USE),
                        Optional.of(consentTaken),
                        usual.whenFull(),
                        usual.reinstate(),
                        usual.kind(),
                        usual.size(),
                        usual.cohort());
        lists.look(
                list,
                new Choices(choices.kind(), choices.sheet(), choices.mapping(), defaults, choices.decisions(), enrol));
        return ResponseEntity.accepted()
                .location(URI.create("/api/summits/" + summit + "/lists/" + list.id()))
                .body(standing(list));
    }

    /** How it stands. */
    @GetMapping("/api/summits/{summit}/lists/{id}")
    Standing standing(@PathVariable UUID summit, @PathVariable UUID id, Authentication caller) {
        return standing(find(summit, id, caller));
    }

    /** Sends what is good of it, or what is left of that. */
    @PostMapping("/api/summits/{summit}/lists/{id}/import")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<Standing> send(@PathVariable UUID summit, @PathVariable UUID id, Authentication caller) {
        var list = find(summit, id, caller);
        lists.send(list);
        return ResponseEntity.accepted().body(standing(list));
    }

    /** The rows that were not imported, each with why, in the format in which they came. */
    @GetMapping("/api/summits/{summit}/lists/{id}/rows-to-mend")
    void giveBack(
            @PathVariable UUID summit,
            @PathVariable UUID id,
            Locale locale,
            Authentication caller,
            HttpServletResponse answer)
            throws IOException {
        var list = find(summit, id, caller);
        if (list.plan().isEmpty()) {
            throw nothing();
        }
        answer.setContentType(list.upload().format().mediaType());
        lists.giveBack(
                list,
                answer.getOutputStream(),
                remarks -> ListWords.all(remarks, locale),
                Words.of(locale, "lists.row.reason"));
    }

    /** Ends what is being done, and deletes what is kept of the list; what was sent is sent. */
    @DeleteMapping("/api/summits/{summit}/lists/{id}")
    ResponseEntity<Void> putAway(@PathVariable UUID summit, @PathVariable UUID id, Authentication caller) {
        lists.putAway(find(summit, id, caller));
        return ResponseEntity.noContent().build();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(SheetRefused refused, Locale locale) {
        return problem(refused.reason(), ListWords.refusal(refused.reason(), refused.place(), largest(), locale));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(Lists.TooLarge tooLarge, Locale locale) {
        var reason = SheetRefused.Reason.TOO_LARGE;
        return problem(reason, ListWords.refusal(reason, org.sala.sheets.Place.FILE, largest(), locale));
    }

    private static ResponseEntity<ProblemDetail> problem(SheetRefused.Reason reason, String words) {
        var problem = ProblemDetail.forStatusAndDetail(
                reason == SheetRefused.Reason.TOO_LARGE
                        ? HttpStatus.CONTENT_TOO_LARGE
                        : HttpStatus.UNPROCESSABLE_CONTENT,
                words);
        problem.setProperty("reason", reason.name());
        return ResponseEntity.status(problem.getStatus()).body(problem);
    }

    private long largest() {
        return settings.largest().toBytes();
    }

    private WorkingList find(UUID summit, UUID id, Authentication caller) {
        return lists.find(id, summit, account(caller)).orElseThrow(ListsApi::nothing);
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such list");
    }

    static Account account(Authentication caller) {
        var roles = EnumSet.noneOf(Role.class);
        for (var authority : caller.getAuthorities()) {
            for (var role : Role.values()) {
                if (("ROLE_" + role.name()).equals(authority.getAuthority())) {
                    roles.add(role);
                }
            }
        }
        try {
            return new Account(UUID.fromString(caller.getName()), roles);
        } catch (IllegalArgumentException notAnId) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, "a list belongs to an account with an id");
        }
    }

    private static Standing standing(WorkingList list) {
        var stage = list.stage();
        var rows = new TreeMap<Kind, Integer>();
        list.plan().ifPresent(plan -> {
            for (var kind : Kind.values()) {
                rows.put(kind, plan.rows().count(kind));
            }
        });
        var sending = switch (stage) {
            case Stage.Importing importing -> Optional.of(importing.sending());
            case Stage.Ended ended -> Optional.of(ended.sending());
            case Stage.Choosing _, Stage.Looking _, Stage.Looked _, Stage.Unreadable _, Stage.Unasked _ ->
                Optional.<Sending>empty();
        };
        return new Standing(
                list.id(),
                name(stage),
                rows,
                sending.map(Sending::answered).orElse(0),
                sending.map(Sending::refused).orElse(0),
                list.plan().map(plan -> plan.missing().size()).orElse(0));
    }

    private static String name(Stage stage) {
        return switch (stage) {
            case Stage.Choosing _ -> "CHOOSING";
            case Stage.Looking _ -> "LOOKING";
            case Stage.Looked _ -> "LOOKED";
            case Stage.Importing _ -> "IMPORTING";
            case Stage.Ended ended -> ended.how().name();
            case Stage.Unreadable _ -> "UNREADABLE";
            case Stage.Unasked _ -> "UNASKED";
        };
    }
}
