package org.sala.ports;

import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * JSON Schemas of records, as {@link StrictJson} reads them: what JSpecify says is there is required, and nothing
 * unknown is taken. Records and enums become components of their simple names.
 */
final class RecordSchemas {

    private final Map<Class<?>, String> names = new HashMap<>();
    private final Map<String, Schema<?>> components;

    /**
     * @param components takes a schema for each record and enum met
     */
    RecordSchemas(Map<String, Schema<?>> components) {
        this.components = components;
    }

    /** The schema of a type; a reference for a record or an enum. */
    Schema<?> of(Type type) {
        return switch (type) {
            case ParameterizedType generic
            when generic.getRawType() instanceof Class<?> raw -> ofGeneric(raw, generic.getActualTypeArguments());
            case Class<?> plain -> ofClass(plain);
            default -> schema(null);
        };
    }

    private Schema<?> ofGeneric(Class<?> raw, Type[] arguments) {
        if (Map.class.isAssignableFrom(raw)) {
            var map = schema("object");
            map.setPropertyNames(
                    arguments[0] == Integer.class ? schema("string").pattern("^-?[0-9]+$") : of(arguments[0]));
            map.setAdditionalProperties(of(arguments[1]));
            return map;
        }
        if (Collection.class.isAssignableFrom(raw)) {
            var array = schema("array");
            array.setItems(of(arguments[0]));
            if (Set.class.isAssignableFrom(raw)) {
                array.setUniqueItems(true);
            }
            return array;
        }
        return ofClass(raw);
    }

    private Schema<?> ofClass(Class<?> type) {
        if (type.isEnum()) {
            return component(type, () -> {
                var words = schema("string");
                words.setEnum(Arrays.stream(type.getEnumConstants())
                        .map(constant -> (Object) ((Enum<?>) constant).name())
                        .toList());
                return words;
            });
        }
        if (type.isRecord()) {
            var value = valueOf(type);
            return value == null
                    ? component(type, () -> ofRecord(type))
                    : component(type, () -> of(value.getGenericType()));
        }
        // the JDK seals too, as it does ZoneId, and that is no choice of ours
        if (type.isSealed() && !type.getName().startsWith("java.")) {
            return component(type, () -> {
                var either = schema(null);
                for (var permitted : type.getPermittedSubclasses()) {
                    either.addOneOfItem(of(permitted));
                }
                return either;
            });
        }
        return ofScalar(type);
    }

    private Schema<?> ofRecord(Class<?> type) {
        var object = schema("object");
        object.setAdditionalProperties(false);
        var parts = type.getRecordComponents();
        for (var i = 0; i < parts.length; i++) {
            object.addProperty(parts[i].getName(), of(parts[i].getGenericType()));
            if (Requirement.isKnownFor(type) && Requirement.of(type, i)) {
                object.addRequiredItem(parts[i].getName());
            }
        }
        return object;
    }

    private static Schema<?> ofScalar(Class<?> type) {
        if (type == UUID.class) {
            return schema("string").format("uuid");
        }
        if (type == Instant.class) {
            return schema("string").format("date-time");
        }
        if (type == LocalDate.class) {
            return schema("string").format("date");
        }
        if (type == LocalTime.class) {
            return schema("string").format("time");
        }
        if (type == Duration.class) {
            return schema("string").format("duration");
        }
        if (type == String.class || type == ZoneId.class) {
            return schema("string");
        }
        if (type == boolean.class || type == Boolean.class) {
            return schema("boolean");
        }
        if (List.of(int.class, Integer.class, short.class, Short.class).contains(type)) {
            return schema("integer").format("int32");
        }
        if (List.of(long.class, Long.class, BigInteger.class).contains(type)) {
            return schema("integer").format("int64");
        }
        if (List.of(double.class, Double.class, float.class, Float.class, BigDecimal.class)
                .contains(type)) {
            return schema("number");
        }
        return schema(null);
    }

    /** The one component that stands for the whole, as in an id. */
    private static @Nullable RecordComponent valueOf(Class<?> type) {
        for (var component : type.getRecordComponents()) {
            if (component.getAccessor().isAnnotationPresent(JsonValue.class)) {
                return component;
            }
        }
        return null;
    }

    private Schema<?> component(Class<?> type, Supplier<Schema<?>> definition) {
        var name = names.get(type);
        if (name == null) {
            name = components.containsKey(type.getSimpleName()) ? longName(type) : type.getSimpleName();
            names.put(type, name);
            // there before it is defined, so that a type may hold itself
            components.put(name, schema(null));
            components.put(name, definition.get());
        }
        var reference = schema(null);
        reference.set$ref("#/components/schemas/" + name);
        return reference;
    }

    /** With the types around it, for the second of two types of one simple name. */
    private static String longName(Class<?> type) {
        var around = type.getEnclosingClass();
        return around == null ? type.getName() : longName(around) + "." + type.getSimpleName();
    }

    private static Schema<Object> schema(@Nullable String type) {
        var schema = new Schema<>(SpecVersion.V31);
        if (type != null) {
            schema.addType(type);
        }
        return schema;
    }
}
