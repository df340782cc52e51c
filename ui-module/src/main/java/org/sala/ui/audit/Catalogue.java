package org.sala.ui.audit;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sala.eventing.EventNames;
import org.sala.eventing.intake.Fact;
import org.sala.eventing.intake.IntakeDefinition;
import org.sala.personal.Personal;
import org.sala.sessions.api.Place;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The events that this reader knows: their names, how they are read again, and what in them is personal. A component
 * is personal by its type in the api (which is sealed anyway) or by being listed here; what is personal is never
 * shown, and of an event that nobody here knows nothing is.
 */
@Component
public class Catalogue {

    /** Stands where something personal is. */
    public static final String HIDDEN = "‹personal›";

    private static final Set<Class<?>> PERSONAL_TYPES = Set.of(Personal.class);

    /** Personal, or a key to where people are, though its type doesn't say so. */
    private static final Map<Class<?>, Set<String>> PERSONAL_COMPONENTS = Map.of(Place.class, Set.of("link"));

    private final EventNames names;
    private final JsonMapper json =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Autowired
    Catalogue(IntakeDefinition intake) {
        this(intake.events());
    }

    Catalogue(EventNames names) {
        this.names = names;
    }

    /** Every wire name, in alphabetical order. */
    public List<String> types() {
        return List.copyOf(new TreeSet<>(names.all().keySet()));
    }

    /** The event of a payload as it was published; {@link Fact.Unknown} where its type isn't known here. */
    public Object read(String type, String payload) {
        var known = names.typeOf(type);
        return known.isEmpty() ? Fact.Unknown.EVENT : json.readValue(payload, known.get());
    }

    /** The payload over several lines, without what is personal in it. */
    public String shown(String type, String payload) {
        return json.writeValueAsString(withoutPersonal(type, payload));
    }

    /** The payload without what is personal in it. */
    public JsonNode withoutPersonal(String type, String payload) {
        var known = names.typeOf(type);
        if (known.isEmpty()) {
            return json.createObjectNode().put("payload", HIDDEN);
        }
        var tree = json.readTree(payload);
        hide(known.get(), tree);
        return tree;
    }

    private static void hide(Class<?> type, JsonNode tree) {
        if (!type.isRecord() || !(tree instanceof ObjectNode object)) {
            return;
        }
        for (var component : type.getRecordComponents()) {
            var value = object.get(component.getName());
            if (value == null || value.isNull()) {
                continue;
            }
            if (isPersonal(type, component)) {
                object.put(component.getName(), HIDDEN);
            } else if (value.isArray()) {
                elementType(component).forEach(element -> value.forEach(item -> hide(element, item)));
            } else {
                hide(component.getType(), value);
            }
        }
    }

    private static boolean isPersonal(Class<?> type, RecordComponent component) {
        return PERSONAL_TYPES.contains(component.getType())
                || PERSONAL_COMPONENTS.getOrDefault(type, Set.of()).contains(component.getName());
    }

    private static List<Class<?>> elementType(RecordComponent component) {
        return component.getGenericType() instanceof java.lang.reflect.ParameterizedType generic
                ? Arrays.stream(generic.getActualTypeArguments())
                        .filter(Class.class::isInstance)
                        .<Class<?>>map(argument -> (Class<?>) argument)
                        .collect(Collectors.toList())
                : List.of();
    }
}
