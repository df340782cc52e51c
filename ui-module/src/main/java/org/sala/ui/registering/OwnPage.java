package org.sala.ui.registering;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sala.ports.PortUnreachable;
import org.sala.registration.api.BadgeId;
import org.sala.registration.api.Consent;
import org.sala.registration.api.DisclosureId;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.PersonName;
import org.sala.registration.api.RegistrationCommand.AddDay;
import org.sala.registration.api.RegistrationCommand.CancelRegistration;
import org.sala.registration.api.RegistrationCommand.ChangeAttendanceMode;
import org.sala.registration.api.RegistrationCommand.DropDay;
import org.sala.registration.api.RegistrationCommand.GiveConsent;
import org.sala.registration.api.RegistrationCommand.IssueBadge;
import org.sala.registration.api.RegistrationCommand.IssueTicket;
import org.sala.registration.api.RegistrationCommand.ParticipantCommand;
import org.sala.registration.api.RegistrationCommand.ReinstateRegistration;
import org.sala.registration.api.RegistrationCommand.ReviseParticipant;
import org.sala.registration.api.RegistrationCommand.WithdrawConsent;
import org.sala.registration.api.RegistrationQueries.Person;
import org.sala.registration.api.RegistrationQueries.Status;
import org.sala.registration.api.RegistrationRejected;
import org.sala.registration.api.RegistrationRejected.Reason;
import org.sala.registration.api.WhenFull;
import org.sala.ui.commands.Refusals;
import org.sala.ui.language.Words;
import org.sala.ui.pages.Brake;
import org.sala.ui.pages.Holders;
import org.sala.ui.pages.Holders.Held;
import org.sala.ui.pages.LightPage;
import org.sala.ui.pages.NotShown;
import org.sala.ui.pages.Pages;
import org.sala.ui.pages.Ticket;
import org.sala.ui.pages.Typed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The page of one person, which their ticket opens: their place, their consents, their QR code, who they are. Each change
 * is a form of its own, and leads back to the page, which says what came of it.
 */
@LightPage
@RequestMapping("/t/{ticket}")
class OwnPage {

    private static final Logger LOG = LoggerFactory.getLogger(OwnPage.class);

    private static final List<String> DONE = List.of(
            "registered", "before", "days", "cancelled", "returned", "consent", "withdrawn", "badge", "link", "about");

    private static final MediaType READABLE = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    /** Refusals that registration has nothing to do with. */
    private static final Map<String, String> OURS =
            Map.of("stale", "pages.stale", "slow", "pages.slow", "days", "registering.wrong.days");

    private final OpenSummits summits;
    private final Holders holders;
    private final AsParticipant registration;
    private final Brake brake;
    private final Brake files;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    OwnPage(OpenSummits summits, Holders holders, AsParticipant registration, Brakes brakes, InstantSource clock) {
        this.summits = summits;
        this.holders = holders;
        this.registration = registration;
        this.brake = brakes.registering();
        this.files = brakes.files();
        this.clock = clock;
    }

    @GetMapping
    ModelAndView open(
            @PathVariable String ticket,
            @RequestParam MultiValueMap<String, String> query,
            HttpServletRequest request,
            Locale locale) {
        var held = holders.of(ticket, request.getRemoteAddr());
        var summit = summit(held);
        var person = registration.person(held.by().participant());
        var days = DayShown.of(summit, registration.seats(summit.id()), locale);
        var open = summit.at(clock.instant()) == OpenSummit.State.OPEN;
        var page = Pages.page("registering/own", HttpStatus.OK);
        SummitShown.summit(page, summit, locale);
        page.addObject("path", held.ticket().path());
        page.addObject("link", link(request, held));
        page.addObject("name", name(person, locale));
        page.addObject("status", person.status());
        page.addObject("open", open);
        page.addObject("over", summit.closed());
        page.addObject("days", days);
        page.addObject(
                "places",
                days.stream()
                        .map(day -> PlaceShown.of(day, person, open, locale))
                        .toList());
        page.addObject("consents", List.of(Consent.values()));
        page.addObject("given", person.consents());
        page.addObject("badge", person.badge() == null ? null : QrCode.of(person.badge()));
        page.addObject(
                "seated",
                person.status() == Status.REGISTERED
                        && person.days().values().stream().anyMatch(place -> !place.waiting()));
        page.addObject("member", person.organization() != null);
        page.addObject("wrong", Map.of());
        page.addObject("typed", Typed.NOTHING);
        page.addObject("newBadge", Pages.newId());
        page.addObject("asking", Pages.newId());
        page.addObject("next", Ticket.made(random).letters());
        var done = query.getFirst("done");
        page.addObject("done", done != null && DONE.contains(done) ? done : null);
        page.addObject("refusal", refusal(query, locale).orElse(null));
        return page;
    }

    /** Adds a day, drops one, or takes part in it in another mode. */
    @PostMapping("/days")
    ModelAndView days(
            @PathVariable String ticket,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request) {
        var typed = new Typed(fields);
        var day = typed.number("day").orElse(0);
        return change(
                ticket,
                request,
                "days",
                participant -> PlaceShown.Act.read(typed.text("act"))
                        .map(act -> switch (act.kind()) {
                            case ADD -> new AddDay(participant, day, act.mode(), null);
                            case WAIT -> new AddDay(participant, day, act.mode(), WhenFull.WAIT);
                            case CHANGE -> new ChangeAttendanceMode(participant, day, act.mode());
                            case DROP -> new DropDay(participant, day);
                        })
                        .orElseThrow(() -> malformed("act")));
    }

    @PostMapping("/cancellation")
    ModelAndView cancel(@PathVariable String ticket, HttpServletRequest request) {
        return change(ticket, request, "cancelled", CancelRegistration::new);
    }

    @PostMapping("/return")
    ModelAndView comeBack(
            @PathVariable String ticket,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request) {
        var typed = new Typed(fields);
        if (!typed.has("consent", Consent.DATA_USE.name())) {
            return refused(ticket, new RegistrationRejected(Reason.CONSENT_MISSING));
        }
        var held = holders.of(ticket, request.getRemoteAddr());
        var days = RegisterPage.days(typed, summit(held));
        if (days.isEmpty()) {
            return Pages.to(held.ticket().path() + "?refused=days");
        }
        return change(
                ticket,
                request,
                "returned",
                participant -> new ReinstateRegistration(
                        participant, days, typed.text("version"), RegisterPage.whenFull(typed)));
    }

    @PostMapping("/consents")
    ModelAndView consent(
            @PathVariable String ticket,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request) {
        var typed = new Typed(fields);
        var consent = typed.choice(Consent.class, "consent").orElseThrow(() -> malformed("consent"));
        return typed.has("give")
                ? change(
                        ticket,
                        request,
                        "consent",
                        participant -> new GiveConsent(participant, consent, typed.text("version")))
                : change(ticket, request, "withdrawn", participant -> new WithdrawConsent(participant, consent));
    }

    /** A QR code; a second form with the same number asks for the same one. */
    @PostMapping("/badge")
    ModelAndView badge(
            @PathVariable String ticket,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request) {
        var badge = new Typed(fields).id("badge").orElseThrow(() -> malformed("badge"));
        return change(ticket, request, "badge", participant -> new IssueBadge(participant, new BadgeId(badge)));
    }

    /** Another link, and this one opens nothing any more. */
    @PostMapping("/link")
    ModelAndView link(
            @PathVariable String ticket,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request) {
        var next = Ticket.read(new Typed(fields).text("next")).orElseThrow(() -> malformed("next"));
        if (!Pages.isStale(request) && holders.isHeld(next)) {
            // sent twice: the first one did it
            return Pages.to(next.path() + "?done=link");
        }
        return change(
                ticket,
                request,
                participant -> new IssueTicket(participant, next.digest()),
                _ -> next.path() + "?done=link");
    }

    /**
     * Everything that is held on the person, as a file: made now, noted first, kept nowhere. Its name is the asking's, since
     * a list of downloads may be seen by others.
     */
    @PostMapping("/held")
    Object held(
            @PathVariable String ticket,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request) {
        var held = holders.of(ticket, request.getRemoteAddr());
        var typed = new Typed(fields);
        var disclosure = typed.id("asking").map(DisclosureId::new).orElseThrow(() -> malformed("asking"));
        var form = typed.choice(FileForm.class, "form").orElseThrow(() -> malformed("form"));
        if (Pages.isStale(request)) {
            return Pages.to(held.ticket().path() + "?refused=stale");
        }
        if (files.holds(request.getRemoteAddr())) {
            return Pages.to(held.ticket().path() + "?refused=slow");
        }
        files.spend(request.getRemoteAddr(), 1);
        var file = registration.everythingHeldOn(held.by().participant(), disclosure);
        return ResponseEntity.ok()
                .contentType(form == FileForm.JSON ? MediaType.APPLICATION_JSON : READABLE)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(
                                        "sala-" + disclosure + "." + form.name().toLowerCase(Locale.ROOT))
                                .build()
                                .toString())
                .cacheControl(CacheControl.noStore())
                .body(
                        form == FileForm.JSON
                                ? file.json()
                                : file.html(summit(held).zone()));
    }

    private enum FileForm {
        HTML,
        JSON
    }

    @GetMapping("/about")
    ModelAndView about(@PathVariable String ticket, HttpServletRequest request, Locale locale) {
        var held = holders.of(ticket, request.getRemoteAddr());
        var person = registration.person(held.by().participant());
        return about(held, Who.typed(person), Map.of(), null, HttpStatus.OK, locale);
    }

    @PostMapping("/about")
    ModelAndView revise(
            @PathVariable String ticket,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            Locale locale) {
        var held = holders.of(ticket, request.getRemoteAddr());
        var typed = new Typed(fields);
        if (Pages.isStale(request)) {
            return about(held, typed, Map.of(), "pages.stale", HttpStatus.FORBIDDEN, locale);
        }
        if (typed.has(Pages.IN_LANGUAGE)) {
            return about(held, typed, Map.of(), null, HttpStatus.OK, locale);
        }
        if (brake.holds(request.getRemoteAddr())) {
            return about(held, typed, Map.of(), "pages.slow", HttpStatus.TOO_MANY_REQUESTS, locale);
        }
        brake.spend(request.getRemoteAddr(), 1);
        var wrong = new LinkedHashMap<String, String>();
        var who = Who.read(typed, summit(held), locale, wrong);
        if (who.isEmpty()) {
            return about(held, typed, wrong, null, HttpStatus.UNPROCESSABLE_CONTENT, locale);
        }
        try {
            registration.send(revision(held.by().participant(), who.get()));
            return Pages.to(held.ticket().path() + "?done=about");
        } catch (RegistrationRejected refused) {
            var taken = refused.reason() == Reason.CONTACT_TAKEN;
            if (taken) {
                brake.spend(request.getRemoteAddr(), RegisterPage.PROBE);
            }
            return about(
                    held,
                    typed,
                    Map.of(taken ? "phone" : "about", Refusals.words(refused, locale)),
                    null,
                    HttpStatus.CONFLICT,
                    locale);
        } catch (PortUnreachable away) {
            LOG.warn("Registration can't be asked: {}", away.getMessage());
            return about(held, typed, Map.of(), "pages.away", HttpStatus.SERVICE_UNAVAILABLE, locale);
        }
    }

    private static ReviseParticipant revision(ParticipantId participant, Who who) {
        return new ReviseParticipant(
                participant,
                who.organization(),
                who.name(),
                who.contact(),
                who.role(),
                who.gender(),
                who.ageBand(),
                who.disability(),
                who.language());
    }

    private ModelAndView about(
            Held held,
            Typed typed,
            Map<String, String> wrong,
            @Nullable String trouble,
            HttpStatus status,
            Locale locale) {
        var page = Pages.page("registering/about", status);
        var summit = summit(held);
        SummitShown.summit(page, summit, locale);
        SummitShown.choices(page, summit, locale);
        page.addObject("path", held.ticket().path());
        page.addObject("typed", typed);
        page.addObject("wrong", wrong);
        page.addObject("trouble", trouble);
        return page;
    }

    /** Other addresses below a ticket: a form's, loaded again, leads back to the page. */
    @GetMapping("/**")
    ModelAndView elsewhere(@PathVariable String ticket, HttpServletRequest request) {
        return Pages.to(holders.of(ticket, request.getRemoteAddr()).ticket().path());
    }

    private interface Wish {
        ParticipantCommand of(ParticipantId participant);
    }

    private ModelAndView change(String letters, HttpServletRequest request, String done, Wish wish) {
        return change(letters, request, wish, held -> held.ticket().path() + "?done=" + done);
    }

    private ModelAndView change(
            String letters, HttpServletRequest request, Wish wish, Function<Held, String> afterwards) {
        var held = holders.of(letters, request.getRemoteAddr());
        if (Pages.isStale(request)) {
            return Pages.to(held.ticket().path() + "?refused=stale");
        }
        try {
            registration.send(wish.of(held.by().participant()));
            return Pages.to(afterwards.apply(held));
        } catch (RegistrationRejected refused) {
            return refused(letters, refused);
        }
    }

    private static RegistrationRejected malformed(String field) {
        return new RegistrationRejected(Reason.MALFORMED, Map.of("field", field));
    }

    /** Back to the page, with the reason and its numbers, which tell nothing of anybody. */
    private static ModelAndView refused(String letters, RegistrationRejected refused) {
        var path = UriComponentsBuilder.fromPath("/t/{ticket}").queryParam("refused", refused.reason());
        refused.details().forEach((name, value) -> {
            if (isNumber(name, value)) {
                path.queryParam(name, value);
            }
        });
        return Pages.to(path.build(letters).toString());
    }

    private static boolean isNumber(String name, String value) {
        return name.matches("[a-z]{1,12}") && value.matches("[0-9]{1,6}");
    }

    private static Optional<String> refusal(MultiValueMap<String, String> query, Locale locale) {
        var reason = query.getFirst("refused");
        if (reason == null) {
            return Optional.empty();
        }
        var ours = OURS.get(reason);
        if (ours != null) {
            return Optional.of(Words.of(locale, ours));
        }
        var details = new LinkedHashMap<String, String>();
        query.toSingleValueMap().forEach((name, value) -> {
            if (isNumber(name, value)) {
                details.put(name, value);
            }
        });
        return Arrays.stream(Reason.values())
                .filter(each -> each.name().equals(reason))
                .findFirst()
                .map(each -> Refusals.words(new RegistrationRejected(each, details), locale));
    }

    private OpenSummit summit(Held held) {
        return summits.find(held.by().summit().value())
                .orElseThrow(() -> new NotShown("pages.notice.not-yet", HttpStatus.SERVICE_UNAVAILABLE));
    }

    private static String link(HttpServletRequest request, Held held) {
        return UriComponentsBuilder.fromUriString(request.getRequestURL().toString())
                .replacePath(held.ticket().path())
                .toUriString();
    }

    /** As the reader reads it, where it is known in both scripts; empty where nobody may know it any more. */
    private static String name(Person person, Locale locale) {
        return person.name().shown().map(name -> written(name, locale)).orElse("");
    }

    private static String written(PersonName name, Locale locale) {
        var first = Words.isKhmer(locale) ? name.km() : name.latin();
        var second = Words.isKhmer(locale) ? name.latin() : name.km();
        return first != null ? first : second != null ? second : "";
    }
}
