package org.sala.ui.language;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.sala.registration.api.Provinces;

/** Cambodia's provinces as lists spell them: by their names in either language, by other spellings, or by their code. */
public final class ProvinceNames {

    private static final Pattern PROVINCE = Pattern.compile("^(?:" + Folded.of("ខេត្ត") + "|" + Folded.of("រាជធានី")
            + "|" + Folded.of("ក្រុង") + ")|\\b(?:province|city|capital)\\b");
    private static final Map<String, String> CODES = codes();

    private ProvinceNames() {}

    /** The code of the province that somebody means. */
    public static Optional<String> code(String written) {
        return Optional.ofNullable(CODES.get(plain(written)));
    }

    private static String plain(String name) {
        return PROVINCE.matcher(Folded.of(name)).replaceAll("").replace(" ", "");
    }

    private static Map<String, String> codes() {
        var codes = new HashMap<String, String>();
        for (var province : Provinces.all()) {
            codes.put(plain(province.code()), province.code());
            codes.put(plain(province.name().km()), province.code());
            codes.put(plain(province.name().en()), province.code());
        }
        otherSpellings().forEach((code, names) -> {
            for (var name : ((String) names).split(" \\| ", -1)) {
                codes.put(plain(name), (String) code);
            }
        });
        codes.remove("");
        return Map.copyOf(codes);
    }

    private static Properties otherSpellings() {
        var spellings = new Properties();
        try (var stream = Objects.requireNonNull(ProvinceNames.class.getResourceAsStream("Provinces.properties"))) {
            spellings.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return spellings;
    }
}
