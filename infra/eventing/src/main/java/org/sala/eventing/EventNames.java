package org.sala.eventing;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The catalogue of wire names: which name on the wire, and in the store, stands for which event type. A name is
 * stable for ever; a class may move. Read from the {@link JsonTypeName} of each record that a sealed interface permits.
 */
public final class EventNames {

    private final Map<String, Class<?>> types = new LinkedHashMap<>();
    private final Map<Class<?>, String> names = new LinkedHashMap<>();

    private EventNames() {}

    /**
     * Reads the names off sealed interfaces, their sealed sub-interfaces included.
     *
     * @throws IllegalArgumentException where a record has no name, or two have the same
     */
    public static EventNames of(Class<?>... sealedInterfaces) {
        var catalogue = new EventNames();
        for (var type : sealedInterfaces) {
            catalogue.add(type);
        }
        return catalogue;
    }

    /** The same names, and one more for a type that is no event, such as a snapshot. */
    public EventNames and(String name, Class<?> type) {
        var more = new EventNames();
        more.types.putAll(types);
        more.names.putAll(names);
        if (more.types.putIfAbsent(name, type) != null) {
            throw new IllegalArgumentException("there is a type of the name " + name + " already");
        }
        more.names.put(type, name);
        return more;
    }

    private void add(Class<?> type) {
        if (type.isSealed()) {
            for (var permitted : type.getPermittedSubclasses()) {
                add(permitted);
            }
            return;
        }
        var annotation = type.getAnnotation(JsonTypeName.class);
        if (annotation == null || annotation.value().isBlank()) {
            throw new IllegalArgumentException(type.getName() + " has no @JsonTypeName, so it has no name on the wire");
        }
        var before = types.putIfAbsent(annotation.value(), type);
        if (before != null && before != type) {
            throw new IllegalArgumentException(
                    before.getName() + " and " + type.getName() + " have the same wire name " + annotation.value());
        }
        names.put(type, annotation.value());
    }

    /** The type that a wire name stands for; empty where this catalogue doesn't know it. */
    public Optional<Class<?>> typeOf(String name) {
        return Optional.ofNullable(types.get(name));
    }

    /**
     * The wire name of a type.
     *
     * @throws IllegalArgumentException where the catalogue doesn't know the type
     */
    public String nameOf(Class<?> type) {
        var name = names.get(type);
        if (name == null) {
            throw new IllegalArgumentException(type.getName() + " is not in the catalogue of events");
        }
        return name;
    }

    /** Whether the type has a wire name here. */
    public boolean knows(Class<?> type) {
        return names.containsKey(type);
    }

    /** All names with their types, in the order of declaration. */
    public Map<String, Class<?>> all() {
        return Map.copyOf(types);
    }
}
