package org.sala.ui.stall;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sala.marketplace.api.OfferKind;
import org.sala.ui.language.Words;
import org.sala.ui.pages.Pages;
import org.sala.ui.pages.Pages.Choice;
import org.sala.ui.pages.Typed;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** What every page of the marketplace has: who one acts for, where else one can go. */
final class Frame {

    private Frame() {}

    static ModelAndView page(String template, Trader trader, HttpStatus status) {
        return form(template, trader, Typed.NOTHING, Map.of(), status);
    }

    /** A page with a form; what is wrong with it as a whole is under the id of that. */
    static ModelAndView form(
            String template, Trader trader, Typed typed, Map<String, String> wrong, HttpStatus status) {
        return Pages.form(template, typed, wrong, null, status)
                .addObject("home", trader.path(""))
                .addObject("organization", trader.name())
                .addObject("own", Words.isKhmer(trader.locale()) ? "km" : "en")
                .addObject("other", Words.isKhmer(trader.locale()) ? "en" : "km");
    }

    static List<Choice> categories(OfferKind kind, Trader trader) {
        return trader.words().floor().categories().stream()
                .filter(each -> each.kind() == kind)
                .map(each -> new Choice(each.code(), each.name().in(trader.locale())))
                .toList();
    }

    /** What was done, as an address says it; null where it says nothing that can be. */
    static @Nullable String done(@Nullable String said, List<String> known) {
        return said != null && known.contains(said) ? said : null;
    }
}
