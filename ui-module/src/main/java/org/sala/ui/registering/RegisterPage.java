package org.sala.ui.registering;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sala.ports.PortUnreachable;
import org.sala.registration.api.AttendanceMode;
import org.sala.registration.api.Consent;
import org.sala.registration.api.ParticipantId;
import org.sala.registration.api.RegistrationCommand.IssueTicket;
import org.sala.registration.api.RegistrationCommand.RegisterParticipant;
import org.sala.registration.api.RegistrationQueries.SeatCount;
import org.sala.registration.api.RegistrationRejected;
import org.sala.registration.api.WhenFull;
import org.sala.ui.commands.Refusals;
import org.sala.ui.language.FromText;
import org.sala.ui.language.Words;
import org.sala.ui.pages.Brake;
import org.sala.ui.pages.LightPage;
import org.sala.ui.pages.Pages;
import org.sala.ui.pages.Typed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where people register themselves for a summit. */
@LightPage
@RequestMapping("/summits/{summit}/register")
class RegisterPage {

    private static final Logger LOG = LoggerFactory.getLogger(RegisterPage.class);

    /** What is asked of people, and seen by programs only: what is in it was not typed by a person. */
    private static final String TRAP = "website";

    /** What an answer costs that tells whether somebody is registered. */
    static final int PROBE = 6;

    private final OpenSummits summits;
    private final AsParticipant registration;
    private final Brake brake;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    RegisterPage(OpenSummits summits, AsParticipant registration, Brakes brakes, InstantSource clock) {
        this.summits = summits;
        this.registration = registration;
        this.brake = brakes.registering();
        this.clock = clock;
    }

    @GetMapping
    ModelAndView open(@PathVariable String summit, Locale locale) {
        return find(summit)
                .map(found -> found.at(clock.instant()) == OpenSummit.State.OPEN
                        ? form(found, Typed.NOTHING, Map.of(), null, HttpStatus.OK, locale)
                        : closed(found, locale))
                .orElseGet(() -> Pages.notice("pages.notice.summit-unknown", HttpStatus.NOT_FOUND));
    }

    @PostMapping
    ModelAndView register(
            @PathVariable String summit,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            Locale locale) {
        var found = find(summit);
        if (found.isEmpty()) {
            return Pages.notice("pages.notice.summit-unknown", HttpStatus.NOT_FOUND);
        }
        if (Pages.isStale(request)) {
            return stale(found.get(), fields, locale);
        }
        var typed = new Typed(fields);
        if (typed.has(Pages.IN_LANGUAGE)) {
            return form(found.get(), typed, Map.of(), null, HttpStatus.OK, locale);
        }
        if (found.get().at(clock.instant()) != OpenSummit.State.OPEN) {
            return closed(found.get(), locale);
        }
        var key = FormKey.read(typed.text("form"));
        if (key.isEmpty()) {
            return stale(found.get(), fields, locale);
        }
        if (brake.holds(request.getRemoteAddr())) {
            return form(found.get(), typed, Map.of(), "pages.slow", HttpStatus.TOO_MANY_REQUESTS, locale);
        }
        brake.spend(request.getRemoteAddr(), 1);
        return register(found.get(), typed, key.get(), request.getRemoteAddr(), locale);
    }

    /** Without the secret that came along: from elsewhere, it might be known there. */
    private ModelAndView stale(OpenSummit summit, MultiValueMap<String, String> fields, Locale locale) {
        fields.remove("form");
        return form(summit, new Typed(fields), Map.of(), "pages.stale", HttpStatus.FORBIDDEN, locale);
    }

    private ModelAndView register(OpenSummit summit, Typed typed, FormKey key, String address, Locale locale) {
        var wrong = new LinkedHashMap<String, String>();
        var command = command(summit, typed, key.participant(), locale, wrong);
        if (command.isEmpty()) {
            return form(summit, typed, wrong, null, HttpStatus.UNPROCESSABLE_CONTENT, locale);
        }
        try {
            registration.send(command.get());
            registration.send(new IssueTicket(key.participant(), key.ticket().digest()));
            return Pages.to(key.ticket().path() + "?done=registered");
        } catch (RegistrationRejected refused) {
            if (refused.reason() == RegistrationRejected.Reason.ID_TAKEN) {
                // sent before, saying something else: who has the key of that form is that person
                return Pages.to(key.ticket().path() + "?done=before");
            }
            if (refused.reason() == RegistrationRejected.Reason.CONTACT_TAKEN) {
                brake.spend(address, PROBE);
            }
            return refused(summit, typed, refused, locale);
        } catch (PortUnreachable away) {
            LOG.warn("Registration can't be asked: {}", away.getMessage());
            return form(summit, typed, Map.of(), "pages.away", HttpStatus.SERVICE_UNAVAILABLE, locale);
        }
    }

    private static Optional<RegisterParticipant> command(
            OpenSummit summit, Typed typed, ParticipantId participant, Locale locale, Map<String, String> wrong) {
        var who = Who.read(typed, summit, locale, wrong);
        var days = days(typed, summit);
        if (days.isEmpty()) {
            wrong.put("days", Words.of(locale, "registering.wrong.days"));
        }
        var consents = consents(typed);
        if (!consents.contains(Consent.DATA_USE)) {
            wrong.put("consents", Words.of(locale, "registering.wrong.consent"));
        }
        if (!typed.text(TRAP).isEmpty()) {
            wrong.put(TRAP, Words.of(locale, "registering.wrong.trap"));
        }
        if (who.isEmpty() || !wrong.isEmpty()) {
            return Optional.empty();
        }
        var said = who.get();
        return Optional.of(new RegisterParticipant(
                participant,
                summit.id(),
                said.organization(),
                said.name(),
                said.contact(),
                said.role(),
                said.gender(),
                said.ageBand(),
                said.disability(),
                said.language(),
                days,
                consents,
                typed.text("version").isEmpty() ? summit.consentVersion() : typed.text("version"),
                whenFull(typed)));
    }

    static Map<Integer, AttendanceMode> days(Typed typed, OpenSummit summit) {
        var days = new TreeMap<Integer, AttendanceMode>();
        for (var day : summit.days()) {
            typed.choice(AttendanceMode.class, "day" + day.number()).ifPresent(mode -> days.put(day.number(), mode));
        }
        return days;
    }

    static @Nullable WhenFull whenFull(Typed typed) {
        return typed.has("wait", "yes") ? WhenFull.WAIT : null;
    }

    private static Set<Consent> consents(Typed typed) {
        var consents = EnumSet.noneOf(Consent.class);
        for (var consent : Consent.values()) {
            if (typed.has("consent", consent.name())) {
                consents.add(consent);
            }
        }
        return consents;
    }

    /** A refusal beside what it is about, or above the form where it is about no field. */
    private ModelAndView refused(OpenSummit summit, Typed typed, RegistrationRejected refused, Locale locale) {
        var words = Refusals.words(refused, locale);
        var field = field(refused);
        return form(
                summit,
                typed,
                Map.of(field, field.equals("phone") ? Words.of(locale, "registering.wrong.contact-taken") : words),
                null,
                HttpStatus.CONFLICT,
                locale);
    }

    private static String field(RegistrationRejected refused) {
        return switch (refused.reason()) {
            case DAY_UNKNOWN, MODE_NOT_OFFERED, DAY_NOT_FOR_THEM, SEATS_EXHAUSTED, ORGANIZATION_SHARE_TAKEN ->
                "day" + refused.details().getOrDefault("day", "");
            case CONTACT_TAKEN -> "phone";
            case CONSENT_MISSING, CONSENT_OUTDATED -> "consents";
            case ORGANIZATION_UNKNOWN -> "organization";
            case MALFORMED -> refused.details().getOrDefault("field", "register");
            // of no field; and what registration may refuse for later isn't either
            default -> "register";
        };
    }

    private ModelAndView form(
            OpenSummit summit,
            Typed typed,
            Map<String, String> wrong,
            @Nullable String trouble,
            HttpStatus status,
            Locale locale) {
        var page = Pages.page("registering/register", status);
        SummitShown.summit(page, summit, locale);
        SummitShown.choices(page, summit, locale);
        page.addObject("path", "/summits/" + summit.id() + "/register");
        page.addObject("days", DayShown.of(summit, seats(summit), locale));
        page.addObject("typed", typed);
        page.addObject("wrong", wrong);
        page.addObject("trouble", trouble);
        page.addObject("consents", List.of(Consent.values()));
        // a new text is to be read, so nothing agreed to before stays ticked
        var sameText = typed.text("version").equals(summit.consentVersion());
        page.addObject("sameText", sameText);
        page.addObject(
                "form",
                FormKey.read(typed.text("form"))
                        .orElseGet(() -> FormKey.made(random))
                        .letters());
        return page;
    }

    private List<SeatCount> seats(OpenSummit summit) {
        try {
            return registration.seats(summit.id());
        } catch (PortUnreachable | RegistrationRejected away) {
            // a page without numbers serves better than none; who registers then is told
            LOG.warn("Seats are not known: {}", away.getMessage());
            return List.of();
        }
    }

    private static ModelAndView closed(OpenSummit summit, Locale locale) {
        var page = Pages.page("registering/closed", HttpStatus.OK);
        SummitShown.summit(page, summit, locale);
        page.addObject("days", DayShown.of(summit, List.of(), locale));
        page.addObject("over", summit.closed());
        return page;
    }

    private Optional<OpenSummit> find(String summit) {
        return FromText.id(summit).flatMap(summits::find);
    }
}
