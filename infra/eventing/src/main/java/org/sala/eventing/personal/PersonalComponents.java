package org.sala.eventing.personal;

import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.sala.personal.Personal;

/** Finds what is personal in a type, at any depth. */
final class PersonalComponents {

    private final Set<Type> seen = new HashSet<>();

    private PersonalComponents() {}

    /** Whether a value of that type may hold something personal. */
    static boolean in(Type type) {
        return new PersonalComponents().holds(type);
    }

    private boolean holds(Type type) {
        if (type == Personal.class) {
            return true;
        }
        if (!seen.add(type)) {
            return false;
        }
        return switch (type) {
            case ParameterizedType generic ->
                holds(generic.getRawType())
                        || Arrays.stream(generic.getActualTypeArguments()).anyMatch(this::holds);
            case Class<?> plain -> partsOf(plain).anyMatch(this::holds);
            default -> false;
        };
    }

    private static Stream<Type> partsOf(Class<?> type) {
        if (type.isArray()) {
            return Stream.of(type.getComponentType());
        }
        if (type.isPrimitive() || type.isEnum() || type.getName().startsWith("java.")) {
            return Stream.empty();
        }
        if (type.isRecord()) {
            return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getGenericType);
        }
        var fields = Arrays.stream(type.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .map(field -> field.getGenericType());
        return type.isSealed()
                ? Stream.concat(fields, Arrays.stream(Objects.requireNonNull(type.getPermittedSubclasses())))
                : fields;
    }
}
