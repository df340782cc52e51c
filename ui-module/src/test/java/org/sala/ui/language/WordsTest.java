package org.sala.ui.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d+}");

    private static Map<String, String> read(String place, String file) throws IOException {
        var properties = new Properties();
        try (var stream = WordsTest.class.getResourceAsStream("/org/sala/ui/" + place + "/" + file)) {
            properties.load(new InputStreamReader(Objects.requireNonNull(stream), StandardCharsets.UTF_8));
        }
        var words = new TreeMap<String, String>();
        properties.forEach((key, value) -> words.put((String) key, (String) value));
        return words;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "audit",
                "commands",
                "desk",
                "floor",
                "language",
                "lists",
                "pages",
                "people",
                "registering",
                "report",
                "setup",
                "shell",
                "signin",
                "stall",
                "today"
            })
    void bothLanguagesSayTheSameThingsWithTheSameArguments(String place) throws IOException {
        var english = read(place, "Words.properties");
        var khmer = read(place, "Words_km.properties");
        assertThat(khmer.keySet()).isEqualTo(english.keySet());
        english.forEach((key, words) -> assertThat(arguments(Objects.requireNonNull(khmer.get(key))))
                .as("%s.%s", place, key)
                .isEqualTo(arguments(words)));
        khmer.forEach((key, words) -> assertThat(words)
                .as("%s.%s has no digit of Khmer script in data", place, key)
                .doesNotContainPattern("[០-៩]"));
    }

    private static Set<String> arguments(String words) {
        return ARGUMENT.matcher(words)
                .results()
                .map(java.util.regex.MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyKeyThatTheCodeNamesHasWords() throws IOException {
        var key = Pattern.compile(
                "\"((?:audit|commands|desk|floor|language|lists|pages|people|registering|report|setup|shell|signin|stall|today)\\.[a-zA-Z_.-]*[a-zA-Z_-])\"");
        var unknown = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                key.matcher(Files.readString(file))
                        .results()
                        .map(match -> match.group(1))
                        .filter(name -> !isThere(name))
                        .forEach(unknown::add);
            }
        }
        assertThat(unknown).isEmpty();
    }

    @Test
    void everyKeyThatATemplateNamesHasWords() throws IOException {
        var key = Pattern.compile("(?:#\\{|msg\\(')([a-z]+\\.[a-zA-Z_.-]*[a-zA-Z_-])[}'(]");
        var unknown = new TreeSet<String>();
        var named = 0;
        try (var files = Files.walk(Path.of("src/main/resources"))) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".html")).toList()) {
                for (var match : key.matcher(Files.readString(file)).results().toList()) {
                    named++;
                    if (!isThere(match.group(1))) {
                        unknown.add(match.group(1));
                    }
                }
            }
        }
        assertThat(unknown).isEmpty();
        assertThat(named).isGreaterThan(50);
    }

    private static boolean isThere(String name) {
        return isWords(name) || isWords(name + ".one") || isWords(name + ".of.one");
    }

    private static boolean isWords(String name) {
        return !Words.of(Words.ENGLISH, name).startsWith("!");
    }

    @Test
    void argumentsAreCountedInEachLanguage() {
        assertThat(Words.counted(Words.ENGLISH, "audit.events", 1)).isEqualTo("1 event");
        assertThat(Words.counted(Words.ENGLISH, "audit.events", 1234)).isEqualTo("1\u202f234 events");
        assertThat(Words.counted(Words.KHMER, "audit.events", 1234)).isEqualTo("1\u202f234 ព្រឹត្តិការណ៍");
    }
}
