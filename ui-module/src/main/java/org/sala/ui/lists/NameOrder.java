package org.sala.ui.lists;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.sala.registration.api.PersonName;

/** The order in which people look a name up, by the rules of its script, which the JDK doesn't have for Khmer. */
final class NameOrder {

    private NameOrder() {}

    /** By the name in that script; who has none in it comes after, by the one they have. */
    static Comparator<PersonName> of(boolean khmerFirst) {
        var collator = Collator.getInstance(new ULocale("km")).freeze();
        Comparator<String> letters = collator::compare;
        return Comparator.comparing((PersonName name) -> first(name, khmerFirst).isEmpty())
                .thenComparing(
                        name -> first(name, khmerFirst)
                                .or(() -> first(name, !khmerFirst))
                                .orElse(""),
                        letters)
                .thenComparing(name -> Objects.requireNonNullElse(name.latin(), ""), letters);
    }

    private static Optional<String> first(PersonName name, boolean khmer) {
        return Optional.ofNullable(khmer ? name.km() : name.latin());
    }
}
