package org.sala.marketplace.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sala.marketplace.api.MarketplaceRejected.Reason;

class RefusalsTest {

    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\w+)}");
    private static final Pattern KHMER = Pattern.compile("\\p{InKhmer}");

    private final ResourceBundle english = words(Locale.ROOT);
    private final ResourceBundle khmer = words(Locale.of("km"));

    @Test
    void everyReasonHasWordsInBothLanguages() {
        var reasons = Arrays.stream(Reason.values()).map(Enum::name).toList();
        assertThat(english.keySet()).containsExactlyInAnyOrderElementsOf(reasons);
        assertThat(khmer.keySet()).containsExactlyInAnyOrderElementsOf(reasons);
        assertThat(reasons)
                .allSatisfy(reason -> assertThat(khmer.getString(reason)).containsPattern(KHMER));
    }

    @Test
    void bothLanguagesNameTheSameArguments() {
        assertThat(Reason.values())
                .allSatisfy(reason -> assertThat(arguments(khmer.getString(reason.name())))
                        .isEqualTo(arguments(english.getString(reason.name()))));
    }

    private static Set<String> arguments(String words) {
        var names = new TreeSet<String>();
        ARGUMENT.matcher(words).results().forEach(found -> names.add(found.group(1)));
        return names;
    }

    private static ResourceBundle words(Locale locale) {
        return ResourceBundle.getBundle(
                "org.sala.marketplace.api.Refusals",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
