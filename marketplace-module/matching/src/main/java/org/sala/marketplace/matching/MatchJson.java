package org.sala.marketplace.matching;

import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Markets and solutions as JSON: nothing may be missing, and nothing may be there that has no meaning. */
final class MatchJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS, MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private MatchJson() {}

    /**
     * What is asked.
     *
     * @param seed none where the file names none
     * @param agreed what a repair is to keep
     */
    record Question(Market market, @Nullable Seed seed, List<Exchange> agreed) {}

    static Question question(Reader from) {
        return read(() -> {
            JsonNode tree = JSON.readTree(from);
            if (!(tree instanceof ObjectNode object)) {
                throw new MarketRefused("a market is an object with organizations, offers and needs");
            }
            JsonNode seed = object.remove("seed");
            JsonNode agreed = object.remove("agreed");
            List<Exchange> exchanges = new ArrayList<>();
            if (agreed != null) {
                exchanges.addAll(List.of(JSON.treeToValue(agreed, Exchange[].class)));
            }
            return new Question(
                    JSON.treeToValue(object, Market.class),
                    seed == null ? null : JSON.treeToValue(seed, Seed.class),
                    exchanges);
        });
    }

    static Solution solution(Reader from) {
        return read(() -> JSON.readValue(from, Solution.class));
    }

    static String written(Solution solution) {
        return JSON.writeValueAsString(solution);
    }

    private interface Reading<T> {
        T read();
    }

    private static <T> T read(Reading<T> reading) {
        try {
            return reading.read();
        } catch (JacksonException wrong) {
            for (Throwable cause = wrong; cause != null; cause = cause.getCause()) {
                if (cause instanceof MarketRefused refused) {
                    throw refused;
                }
            }
            throw new MarketRefused(where(wrong) + firstLine(wrong.getOriginalMessage()));
        }
    }

    private static String where(JacksonException wrong) {
        if (wrong instanceof DatabindException && !wrong.getPath().isEmpty()) {
            return wrong.getPath().stream()
                            .map(step -> step.getPropertyName() == null
                                    ? "[" + step.getIndex() + "]"
                                    : "." + step.getPropertyName())
                            .collect(Collectors.joining())
                            .replaceFirst("^\\.", "")
                    + ": ";
        }
        return wrong.getLocation() == null
                ? ""
                : "line %d: ".formatted(wrong.getLocation().getLineNr());
    }

    private static String firstLine(String message) {
        return message.lines()
                .findFirst()
                .orElse("no JSON")
                .replaceAll(" \\(index \\d+\\)|; `DeserializationFeature.*", "")
                .replaceAll("`?org\\.sala\\.[\\w.]*\\.", "`");
    }
}
