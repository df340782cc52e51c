package org.sala.ui.commands;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.sala.marketplace.api.MarketplaceRejected;
import org.sala.registration.api.RegistrationRejected;
import org.sala.ui.language.Words;

/** The words that an api has for its own refusals, from the bundles beside it. */
public final class Refusals {

    private Refusals() {}

    /** Why registration says no, in the reader's words. */
    public static String words(RegistrationRejected refused, Locale locale) {
        return words(RegistrationRejected.class, refused.reason().name(), refused.details(), locale);
    }

    /** Why the marketplace says no, in the reader's words. */
    public static String words(MarketplaceRejected refused, Locale locale) {
        return words(MarketplaceRejected.class, refused.reason().name(), refused.details(), locale);
    }

    static String words(Class<?> api, String reason, Map<String, String> details, Locale locale) {
        var bundle = Words.isKhmer(locale) ? "Refusals_km.properties" : "Refusals.properties";
        var words = new Properties();
        try (var stream = api.getResourceAsStream(bundle)) {
            if (stream != null) {
                words.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        var sentence = words.getProperty(reason, Words.of(locale, "commands.refused", reason));
        for (var detail : details.entrySet()) {
            sentence = sentence.replace("{" + detail.getKey() + "}", detail.getValue());
        }
        return sentence;
    }
}
