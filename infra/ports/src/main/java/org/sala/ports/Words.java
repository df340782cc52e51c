package org.sala.ports;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A bundle of sentences in English and Khmer, with arguments by name: {@code All {seats} seats are taken.} */
final class Words {

    /** The languages of the platform; the first speaks where a caller asks for none of them. */
    static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.of("km"));

    private static final Pattern ARGUMENT = Pattern.compile("\\{([A-Za-z][A-Za-z0-9]*)}");

    /** Never the language of the machine that this happens to run on. */
    private static final ResourceBundle.Control AS_ASKED =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final String baseName;
    private final ClassLoader resources;

    /**
     * @throws java.util.MissingResourceException where there is no such bundle
     */
    Words(String baseName, ClassLoader resources) {
        this.baseName = baseName;
        this.resources = resources;
        LANGUAGES.forEach(this::in);
    }

    private ResourceBundle in(Locale language) {
        return ResourceBundle.getBundle(baseName, language, resources, AS_ASKED);
    }

    /** The sentence of a key; the key itself where a newer context has a reason without words here. */
    String of(String key, Map<String, String> arguments, Locale language) {
        var bundle = in(language);
        if (!bundle.containsKey(key)) {
            return key;
        }
        return ARGUMENT.matcher(bundle.getString(key))
                .replaceAll(argument -> Matcher.quoteReplacement(arguments.getOrDefault(argument.group(1), "…")));
    }

    /** Every key with its sentence, arguments unfilled. */
    SortedMap<String, String> all(Locale language) {
        var bundle = in(language);
        var sentences = new TreeMap<String, String>();
        bundle.keySet().forEach(key -> sentences.put(key, bundle.getString(key)));
        return sentences;
    }

    /** The language to answer in, by an {@code Accept-Language} header. */
    static Locale languageFor(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.length() > 200) {
            return LANGUAGES.getFirst();
        }
        try {
            var asked = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), LANGUAGES);
            return asked == null ? LANGUAGES.getFirst() : asked;
        } catch (IllegalArgumentException e) {
            // an answer in English serves a caller with a broken header better than none
            return LANGUAGES.getFirst();
        }
    }
}
