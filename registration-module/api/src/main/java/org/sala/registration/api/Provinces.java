package org.sala.registration.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Cambodia's 24 provinces and its capital, by their ISO 3166-2:KH codes {@code KH-1} to {@code KH-25}. Named in Khmer and
 * English, as data: {@code provinces.tsv} beside this class, a line each of code, Khmer, English. Names are those of the
 * government's gazetteer (NCDD), as the project dwilkie/pumi has them.
 */
public final class Provinces {

    /**
     * One of them.
     *
     * @param code such as {@code KH-12}
     */
    public record Province(String code, BilingualText name) {}

    private static final Map<String, Province> BY_CODE = read();

    private Provinces() {}

    /** All 25, by the number of their code. */
    public static List<Province> all() {
        return List.copyOf(BY_CODE.values());
    }

    public static Optional<Province> of(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    public static boolean isKnown(String code) {
        return BY_CODE.containsKey(code);
    }

    private static Map<String, Province> read() {
        var provinces = new LinkedHashMap<String, Province>();
        try (var file = Objects.requireNonNull(Provinces.class.getResourceAsStream("provinces.tsv"))) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> {
                var fields = Arrays.asList(line.split("\t"));
                provinces.put(
                        fields.getFirst(),
                        new Province(fields.getFirst(), new BilingualText(fields.get(1), fields.get(2))));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return provinces;
    }
}
