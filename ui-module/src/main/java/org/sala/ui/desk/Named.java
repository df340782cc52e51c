package org.sala.ui.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sala.registration.api.OrganizationId;
import org.sala.registration.api.PersonName;
import org.sala.registration.api.RegistrationQueries.Line;
import org.sala.ui.language.Words;
import org.sala.ui.setup.Organization;

/** People and organisations by their names, as the desk puts them on the screen. */
final class Named {

    private Named() {}

    /** A name in every script in which it is written, the reader's first. */
    static String person(PersonName name, Locale locale) {
        var scripts = Words.isKhmer(locale) ? Stream.of(name.km(), name.latin()) : Stream.of(name.latin(), name.km());
        var words = scripts.filter(each -> each != null && !each.isBlank()).collect(Collectors.joining(" · "));
        return words.isEmpty() ? Words.of(locale, "desk.no-name") : words;
    }

    static String person(@Nullable Line line, Locale locale) {
        return line == null ? Words.of(locale, "desk.nobody-yet") : person(line.name(), locale);
    }

    /** The organisation of somebody, or that there is none, and what they take part as. */
    static String belonging(Line line, Map<UUID, Organization> organizations, Locale locale) {
        return organization(line.organization(), organizations, locale) + " · "
                + Words.of(locale, "people.role." + line.role().name());
    }

    static String organization(@Nullable OrganizationId id, Map<UUID, Organization> organizations, Locale locale) {
        var found = id == null ? null : organizations.get(id.value());
        return found == null
                ? Words.of(locale, "desk.no-organization")
                : found.name().in(locale);
    }

    /** Who it is, over where they belong. */
    static Div card(Line line, Map<UUID, Organization> organizations, Locale locale) {
        var name = new Span(person(line.name(), locale));
        name.addClassName("desk-name");
        var sub = new Span(belonging(line, organizations, locale));
        sub.addClassName("row-sub");
        var card = new Div(name, sub);
        card.addClassName("desk-who");
        return card;
    }
}
