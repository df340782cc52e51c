package org.sala.ui.language;

import com.vaadin.flow.i18n.I18NProvider;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The words of every place, in both languages. A key begins with the package that says it ({@code today.expected} is
 * {@code expected} in {@code org/sala/ui/today/Words.properties}), so that a place keeps its words beside its code.
 *
 * <p>Arguments stand as <code>{0}</code> and are put in as they are: numbers come formatted from {@link Figures}.
 */
@Component
public class Words implements I18NProvider {

    @Serial
    private static final long serialVersionUID = 1L;

    public static final Locale KHMER = Locale.of("km");
    public static final Locale ENGLISH = Locale.ENGLISH;

    private static final Map<String, Map<String, String>> BUNDLES = new ConcurrentHashMap<>();

    /** Khmer first: it is what most people at the summit read. */
    @Override
    public List<Locale> getProvidedLocales() {
        return List.of(KHMER, ENGLISH);
    }

    @Override
    public Locale getDefaultLocale() {
        return KHMER;
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... arguments) {
        return of(locale, key, arguments);
    }

    /** The words of a key; an unknown key is a bug and comes out as itself between exclamation marks. */
    public static String of(Locale locale, String key, @Nullable Object... arguments) {
        var words = find(locale, key, arguments);
        return words == null ? "!" + key + "!" : words;
    }

    /** The words of a key; null where it has none. */
    static @Nullable String find(Locale locale, String key, @Nullable Object... arguments) {
        var dot = key.indexOf('.');
        var words = dot < 0 ? null : bundle(key.substring(0, dot), locale).get(key.substring(dot + 1));
        if (words == null) {
            return null;
        }
        for (var i = 0; i < arguments.length; i++) {
            words = words.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return words;
    }

    /** Words that depend on a number: {@code key.one} for exactly one, else {@code key.other}; the number is {@code {0}}. */
    public static String counted(Locale locale, String key, long number) {
        return of(locale, key + (number == 1 ? ".one" : ".other"), Figures.whole(number));
    }

    /** Whether a reader of this locale reads Khmer. */
    public static boolean isKhmer(Locale locale) {
        return locale.getLanguage().equals(KHMER.getLanguage());
    }

    private static Map<String, String> bundle(String place, Locale locale) {
        var suffix = isKhmer(locale) ? "_km" : "";
        return BUNDLES.computeIfAbsent("/org/sala/ui/" + place + "/Words" + suffix + ".properties", Words::read);
    }

    private static Map<String, String> read(String resource) {
        var properties = new Properties();
        try (var stream = Words.class.getResourceAsStream(resource)) {
            if (stream != null) {
                properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        var words = new java.util.HashMap<String, String>();
        properties.forEach((key, value) -> words.put((String) key, (String) value));
        return Map.copyOf(words);
    }
}
