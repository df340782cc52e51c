package org.sala.ui.registering;

import jakarta.servlet.http.HttpServletRequest;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.sala.registration.api.AgeBand;
import org.sala.registration.api.Gender;
import org.sala.registration.api.Language;
import org.sala.registration.api.ParticipantRole;
import org.sala.ui.language.Words;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** What the pages have in common. Their templates lie in {@code org/sala/ui/registering}, beside their words. */
final class Pages {

    /** The field of the button that only asks for the same page in another language. */
    static final String IN_LANGUAGE = "in";

    /** Set where a form came without its proof of where it came from, such as after a browser forgot its cookies. */
    static final String STALE = "org.sala.ui.registering.stale";

    private Pages() {}

    static ModelAndView page(String template, HttpStatus status) {
        return new ModelAndView("registering/" + template, status);
    }

    /** A page that says one thing. */
    static ModelAndView notice(String what, HttpStatus status) {
        return page("notice", status).addObject("what", what);
    }

    /** Leads on by a request that can be repeated, so that loading a page again sends no form again. */
    static ModelAndView to(String path) {
        var view = new RedirectView(path);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExposeModelAttributes(false);
        return new ModelAndView(view);
    }

    static boolean isStale(HttpServletRequest request) {
        return request.getAttribute(STALE) != null;
    }

    static void summit(ModelAndView page, OpenSummit summit, Locale locale) {
        page.addObject("title", summit.title().in(locale));
        page.addObject("version", summit.consentVersion());
        var km = new Consented("km", summit.consent().km());
        var en = new Consented("en", summit.consent().en());
        page.addObject("consentTexts", Words.isKhmer(locale) ? List.of(km, en) : List.of(en, km));
    }

    /** The text that people agree to, in one language. */
    record Consented(String language, String text) {}

    /** One of several. */
    record Choice(String value, String words) {}

    /** What can be chosen of in a form that says who somebody is. */
    static void choices(ModelAndView page, OpenSummit summit, Locale locale) {
        page.addObject("organizations", organizations(summit, locale));
        page.addObject("roles", choices(List.of(ParticipantRole.values()), "role", locale));
        page.addObject("genders", choices(List.of(Gender.values()), "gender", locale));
        page.addObject("ages", choices(List.of(AgeBand.values()), "age", locale));
        page.addObject("languages", choices(List.of(Language.values()), "language", locale));
    }

    private static List<Choice> organizations(OpenSummit summit, Locale locale) {
        var order = Collator.getInstance(locale);
        return summit.organizations().stream()
                .map(each -> new Choice(each.id().toString(), each.name().in(locale)))
                .sorted(Comparator.comparing(Choice::words, order::compare))
                .toList();
    }

    private static List<Choice> choices(List<? extends Enum<?>> constants, String kind, Locale locale) {
        return constants.stream()
                .map(each -> new Choice(each.name(), Words.of(locale, "registering." + kind + "." + each.name())))
                .toList();
    }

    static UUID newId() {
        return UUID.randomUUID();
    }
}
