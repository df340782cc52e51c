package org.sala.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sala.architecture.House.CONTEXTS;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published language: names that never change, and words for people in both languages. */
class LanguageTest {

    private static final String KEBAB = "[a-z]+(-[a-z]+)*";
    private static final Pattern ARGUMENT = Pattern.compile("\\{\\w+}");
    private static final String KHMER = "_km.properties";

    static Stream<String> contexts() {
        return CONTEXTS.stream();
    }

    @ParameterizedTest
    @MethodSource("contexts")
    void everyEventIsARecordWithItsContextsNameOnTheWire(String context) {
        var names = namesOf(House.permitted(House.api(context, "Event")));
        assertThat(names.keySet()).isNotEmpty().allMatch(name -> name.matches(context + "\\." + KEBAB));
    }

    @ParameterizedTest
    @MethodSource("contexts")
    void everyCommandIsARecordWithANameOverHttp(String context) {
        var names = namesOf(House.permitted(House.api(context, "Command")));
        assertThat(names.keySet()).isNotEmpty().allMatch(name -> name.matches(KEBAB));
    }

    /** The name follows from the record's, so that whoever reads the one finds the other. */
    @ParameterizedTest
    @MethodSource("contexts")
    void aNameIsTheRecordsOwn(String context) {
        namesOf(House.permitted(House.api(context, "Event")))
                .forEach((name, type) -> assertThat(name).isEqualTo(context + "." + kebab(type.getSimpleName())));
        namesOf(House.permitted(House.api(context, "Command")))
                .forEach((name, type) -> assertThat(name).isEqualTo(kebab(type.getSimpleName())));
    }

    @ParameterizedTest
    @MethodSource("contexts")
    void everyEventHasItsApprovedJson(String context) {
        var folder = "%s-module/api/src/test/resources/approved/".formatted(context);
        var approved = House.sources(".json").stream()
                .map(House::shown)
                .filter(file -> file.startsWith(folder))
                .map(file -> file.substring(folder.length()))
                .toList();
        assertThat(namesOf(House.permitted(House.api(context, "Event"))).keySet())
                .allMatch(name -> approved.stream().anyMatch(file -> file.startsWith(name + ".")));
    }

    @ParameterizedTest
    @MethodSource("contexts")
    void everyEventHasWordsInTheHistory(String context) {
        var words = words(House.atRoot().resolve("ui-module/src/main/resources/org/sala/ui/audit/Words.properties"));
        assertThat(words.keySet())
                .containsAll(namesOf(House.permitted(House.api(context, "Event"))).keySet().stream()
                        .map(name -> "type." + name)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("contexts")
    void everyReasonToRefuseHasWordsInBothLanguages(String context) {
        var reasons = Arrays.stream(House.api(context, "Rejected").getDeclaredClasses())
                .filter(type -> type.getSimpleName().equals("Reason"))
                .flatMap(type -> Arrays.stream(Objects.requireNonNull(type.getEnumConstants())))
                .map(reason -> ((Enum<?>) reason).name())
                .toList();
        var folder =
                House.atRoot().resolve("%s-module/api/src/main/resources/org/sala/%s/api".formatted(context, context));
        assertThat(reasons).isNotEmpty();
        for (var bundle : List.of("Refusals.properties", "Refusals" + KHMER)) {
            assertThat(words(folder.resolve(bundle)).keySet()).as(bundle).containsExactlyInAnyOrderElementsOf(reasons);
        }
    }

    @Test
    void everyBundleSpeaksBothLanguages() {
        var khmer = House.mainSources(KHMER);
        assertThat(khmer).isNotEmpty();
        for (var file : khmer) {
            var english = words(Path.of(file.toString().replace(KHMER, ".properties")));
            words(file).forEach((key, words) -> {
                assertThat(english).as(House.shown(file)).containsKey(key);
                assertThat(arguments(words))
                        .as("arguments of %s in %s", key, House.shown(file))
                        .isSubsetOf(arguments(Objects.requireNonNull(english.get(key))));
            });
            assertThat(words(file).keySet()).as(House.shown(file)).containsAll(english.keySet());
        }
    }

    /** Words for people are in bundles of two, and only machines' words are alone. */
    @Test
    void noBundleOfWordsIsAlone() {
        assertThat(House.mainSources(".properties").stream()
                        .filter(file -> file.getFileName().toString().matches("(Words|Refusals|Problems).properties")))
                .isNotEmpty()
                .allMatch(file -> Path.of(file.toString().replace(".properties", KHMER))
                        .toFile()
                        .isFile());
    }

    private static Map<String, Class<?>> namesOf(List<Class<?>> types) {
        var names = new TreeMap<String, Class<?>>();
        for (var type : types) {
            assertThat(type).isRecord().hasAnnotation(JsonTypeName.class);
            assertThat(names.put(type.getAnnotation(JsonTypeName.class).value(), type))
                    .as("two types with the name of %s", type)
                    .isNull();
        }
        return names;
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> words(Path bundle) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(House.text(bundle)));
        } catch (IOException e) {
            throw new AssertionError(House.shown(bundle), e);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(key -> key, properties::getProperty, (one, other) -> one, TreeMap::new));
    }

    private static Set<String> arguments(String words) {
        return ARGUMENT.matcher(words).results().map(MatchResult::group).collect(Collectors.toSet());
    }
}
