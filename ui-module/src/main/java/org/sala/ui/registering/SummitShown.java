package org.sala.ui.registering;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.sala.registration.api.AgeBand;
import org.sala.registration.api.Gender;
import org.sala.registration.api.Language;
import org.sala.registration.api.ParticipantRole;
import org.sala.ui.language.Words;
import org.sala.ui.pages.Pages.Choice;
import org.springframework.web.servlet.ModelAndView;

/** What pages show of the summit that one registers for. */
final class SummitShown {

    private SummitShown() {}

    /** Its title, and what one agrees to. */
    static void summit(ModelAndView page, OpenSummit summit, Locale locale) {
        page.addObject("title", summit.title().in(locale));
        page.addObject("version", summit.consentVersion());
        var km = new Consented("km", summit.consent().km());
        var en = new Consented("en", summit.consent().en());
        page.addObject("consentTexts", Words.isKhmer(locale) ? List.of(km, en) : List.of(en, km));
    }

    /** The text that people agree to, in one language. */
    record Consented(String language, String text) {}

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
}
