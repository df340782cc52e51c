package org.sala.registration.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every reason has words in both languages, with the same arguments. */
class RefusalWordsTest {

    private static final Pattern ARGUMENT = Pattern.compile("\\{([a-z]+)}");
    private static final Pattern KHMER = Pattern.compile("\\p{IsKhmer}");

    @ParameterizedTest
    @ValueSource(strings = {"", "km"})
    void everyReasonHasItsWordsAndNoWordsAreLeftOver(String language) {
        assertThat(words(language).keySet())
                .isEqualTo(Arrays.stream(RegistrationRejected.Reason.values())
                        .map(Enum::name)
                        .collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @EnumSource
    void bothLanguagesTellTheSame(RegistrationRejected.Reason reason) {
        assertThat(arguments(words("km").getString(reason.name())))
                .isEqualTo(arguments(words("").getString(reason.name())));
    }

    @Test
    void khmerIsKhmer() {
        var km = words("km");
        assertThat(km.keySet())
                .allMatch(reason -> KHMER.matcher(km.getString(reason)).find());
    }

    private static Set<String> arguments(String words) {
        return ARGUMENT.matcher(words).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private static ResourceBundle words(String language) {
        return ResourceBundle.getBundle(
                "org.sala.registration.api.Refusals",
                Locale.of(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
