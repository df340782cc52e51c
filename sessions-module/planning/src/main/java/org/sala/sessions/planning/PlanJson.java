package org.sala.sessions.planning;

import java.io.Reader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Gatherings and plans as JSON: nothing may be missing, and nothing may be there that has no meaning. */
final class PlanJson {
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

    private PlanJson() {}

    /**
     * What is asked.
     *
     * @param seed none where the file names none
     * @param announced what is to be revised; null where a plan is to be made anew
     */
    record Question(
            Gathering gathering,
            @Nullable Long seed,
            @Nullable List<Round> announced) {}

    static Question question(Reader from) {
        return read(() -> {
            if (!(JSON.readTree(from) instanceof ObjectNode object)) {
                throw new PlanRefused("a gathering is an object with people, tables and rounds");
            }
            JsonNode seed = object.remove("seed");
            JsonNode announced = object.remove("announced");
            return new Question(
                    JSON.treeToValue(object, Gathering.class),
                    seed == null ? null : JSON.treeToValue(seed, Long.class),
                    announced == null ? null : List.of(JSON.treeToValue(announced, Round[].class)));
        });
    }

    static Plan plan(Reader from) {
        return read(() -> JSON.readValue(from, Plan.class));
    }

    static String written(Plan plan) {
        return JSON.writeValueAsString(plan);
    }

    private interface Reading<T> {
        T read();
    }

    private static <T> T read(Reading<T> reading) {
        try {
            return reading.read();
        } catch (JacksonException wrong) {
            for (Throwable cause = wrong; cause != null; cause = cause.getCause()) {
                if (cause instanceof PlanRefused refused) {
                    throw refused;
                }
            }
            throw new PlanRefused("%s is not what it has to be; --help shows the form".formatted(place(wrong)));
        }
    }

    /** Where it is, {@code people[3].role} say, or the line where it is no JSON at all. */
    private static String place(JacksonException wrong) {
        if (wrong instanceof DatabindException && !wrong.getPath().isEmpty()) {
            StringBuilder path = new StringBuilder();
            wrong.getPath()
                    .forEach(step -> path.append(
                            step.getPropertyName() == null
                                    ? "[" + step.getIndex() + "]"
                                    : "." + step.getPropertyName()));
            return path.charAt(0) == '.' ? path.substring(1) : path.toString();
        }
        return wrong.getLocation() == null
                ? "the file"
                : "line %d".formatted(wrong.getLocation().getLineNr());
    }
}
