package org.sala.ui.lists;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.sala.ui.language.Folded;

/** What lists say, and what is meant by it: {@code Vocabulary.properties}. */
final class Vocabulary {

    /** What stands between a word and its translation, or a word and what explains it. */
    private static final Pattern BETWEEN = Pattern.compile("[/|()\\[\\]:;,\\n\u2013\u2014]|\\s-\\s");

    private static final Properties SAID = read();
    private static final Map<Class<?>, Map<String, Enum<?>>> MEANT = new ConcurrentHashMap<>();

    private Vocabulary() {}

    /** Yes or no. */
    enum Answer {
        YES,
        NO
    }

    /** What a column for this may be called. */
    static List<String> headings(String field) {
        return split(Objects.requireNonNull(SAID.getProperty("field." + field), field));
    }

    /** Whether it says that somebody comes on every day. */
    static boolean isEveryDay(String written) {
        var asked = key(written);
        return split(Objects.requireNonNull(SAID.getProperty("All.DAYS"))).stream()
                .anyMatch(each -> key(each).equals(asked));
    }

    /**
     * What a cell means; the whole of it, or else one of its parts, as in {@code ស្រី / Female}, if they don't
     * contradict each other.
     */
    static <E extends Enum<E>> Optional<E> meaning(Class<E> type, String written) {
        var known = MEANT.computeIfAbsent(type, Vocabulary::known);
        var whole = known.get(key(written));
        if (whole != null) {
            return Optional.of(type.cast(whole));
        }
        var parts = BETWEEN.splitAsStream(written)
                .map(part -> known.get(key(part)))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return parts.size() == 1 ? Optional.of(type.cast(parts.getFirst())) : Optional.empty();
    }

    /** Yes or no, by its first words too: {@code Yes, I agree that photos are taken}. */
    static Optional<Answer> answer(String written) {
        var whole = meaning(Answer.class, written);
        if (whole.isPresent()) {
            return whole;
        }
        var words = List.of(Folded.of(written).split(" ", -1));
        for (var many = Math.min(4, words.size() - 1); many > 0; many--) {
            var first = meaning(Answer.class, String.join(" ", words.subList(0, many)));
            if (first.isPresent()) {
                return first;
            }
        }
        return Optional.empty();
    }

    /** Signs such as a tick have no letters to fold to. */
    private static String key(String written) {
        var folded = Folded.of(written);
        return folded.isEmpty() ? written.strip() : folded;
    }

    private static Map<String, Enum<?>> known(Class<?> type) {
        var known = new HashMap<String, Enum<?>>();
        for (var constant : type.getEnumConstants()) {
            var meant = (Enum<?>) constant;
            known.put(key(meant.name().toLowerCase(Locale.ROOT)), meant);
            split(SAID.getProperty(type.getSimpleName() + "." + meant.name(), ""))
                    .forEach(word -> known.put(key(word), meant));
        }
        known.remove("");
        return known;
    }

    private static List<String> split(String words) {
        return Arrays.stream(words.split("\\|", -1)).map(String::strip).toList();
    }

    private static Properties read() {
        var said = new Properties();
        try (var stream = Objects.requireNonNull(Vocabulary.class.getResourceAsStream("Vocabulary.properties"))) {
            said.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return said;
    }
}
