package org.sala.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every reason to refuse has words in both languages, with the same arguments. The words lie beside the reasons, in
 * {@code Refusals.properties} and {@code Refusals_km.properties}.
 *
 * @param <R> the context's reasons
 */
public interface RefusalWordsContract<R extends Enum<R>> {

    /** The context's reasons. */
    Class<R> reasons();

    @TestFactory
    default Stream<DynamicTest> everyReasonHasItsWordsAndNoWordsAreLeftOver() {
        var names = reasonNames().collect(Collectors.toSet());
        return DynamicTest.stream(
                Stream.of("", "km"),
                language -> language.isEmpty() ? "en" : language,
                language -> assertThat(words(language).keySet()).isEqualTo(names));
    }

    @TestFactory
    default Stream<DynamicTest> bothLanguagesTellTheSame() {
        return DynamicTest.stream(
                reasonNames(),
                reason -> reason,
                reason -> assertThat(arguments(words("km").getString(reason)))
                        .isEqualTo(arguments(words("").getString(reason))));
    }

    @Test
    default void khmerIsKhmer() {
        var khmer = words("km");
        assertThat(khmer.keySet())
                .allSatisfy(reason -> assertThat(khmer.getString(reason)).containsPattern("\\p{IsKhmer}"));
    }

    private Stream<String> reasonNames() {
        return Arrays.stream(reasons().getEnumConstants()).map(Enum::name);
    }

    private ResourceBundle words(String language) {
        return ResourceBundle.getBundle(
                reasons().getPackageName() + ".Refusals",
                Locale.of(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static Set<String> arguments(String words) {
        return Pattern.compile("\\{(\\w+)}")
                .matcher(words)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }
}
