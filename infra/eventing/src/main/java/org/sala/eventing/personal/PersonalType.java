package org.sala.eventing.personal;

import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sala.personal.Personal;
import org.sala.personal.PersonalDataOf;
import org.sala.personal.PersonalKind;

/**
 * What is known of a type that holds something personal.
 *
 * @param persons where in the JSON the person's id stands, as JSON pointers; the first that leads to an id counts
 * @param kinds what is of a kind; all else is of none
 */
record PersonalType(List<String> persons, List<KindAt> kinds) {

    PersonalType {
        persons = List.copyOf(persons);
        kinds = List.copyOf(kinds);
    }

    /** Whatever stands there, or below, is of that kind. */
    record KindAt(Pattern path, String kind) {}

    /** Of a class, as its annotations say; empty where nothing of it is personal. */
    static Optional<PersonalType> of(String name, Class<?> type) {
        if (!PersonalComponents.in(type)) {
            return Optional.empty();
        }
        var of = type.getAnnotation(PersonalDataOf.class);
        if (of == null) {
            throw new IllegalArgumentException(name + " holds something personal and doesn't say whose");
        }
        var walk = new Walk();
        walk.into(type, "");
        return Optional.of(new PersonalType(List.of(of.value()), walk.found));
    }

    /** The kind of what stands at a place; null where it goes with the person alone. */
    @Nullable
    String kindAt(String path) {
        for (var each : kinds) {
            if (each.path().matcher(path).matches()) {
                return each.kind();
            }
        }
        return null;
    }

    /** Through a type's components, as their values will stand in JSON. */
    private static final class Walk {

        /** A name of the JSON that a list's or a map's value stands under. */
        private static final String ANY = "/[^/]+";

        private final List<KindAt> found = new ArrayList<>();
        private final Set<Type> within = new HashSet<>();

        void into(Type type, String path) {
            // a type that holds itself holds nothing more of another kind
            if (within.add(type)) {
                switch (type) {
                    case ParameterizedType generic -> intoGeneric(generic, path);
                    case Class<?> plain -> intoPlain(plain, path);
                    default -> {
                        // a variable stands for what its owner was already looked at with
                    }
                }
                within.remove(type);
            }
        }

        private void intoGeneric(ParameterizedType type, String path) {
            var raw = (Class<?>) type.getRawType();
            var of = type.getActualTypeArguments();
            if (Collection.class.isAssignableFrom(raw)) {
                into(of[0], path + ANY);
            } else if (Map.class.isAssignableFrom(raw)) {
                into(of[1], path + ANY);
            } else if (raw == Optional.class) {
                into(of[0], path);
            } else if (raw != Personal.class) {
                intoPlain(raw, path);
            }
        }

        private void intoPlain(Class<?> type, String path) {
            if (type.isArray()) {
                into(type.getComponentType(), path + ANY);
            } else if (type.isPrimitive() || type.isEnum() || type.getName().startsWith("java.")) {
                // nothing of ours
            } else if (type.isRecord()) {
                for (var component : type.getRecordComponents()) {
                    var at = path + "/" + Pattern.quote(component.getName());
                    var kind = component.getAnnotation(PersonalKind.class);
                    if (kind != null) {
                        found.add(new KindAt(Pattern.compile(at + "(/.*)?"), kind.value()));
                    }
                    into(component.getGenericType(), at);
                }
            } else {
                Arrays.stream(type.getDeclaredFields())
                        .filter(field -> !Modifier.isStatic(field.getModifiers()))
                        .forEach(field -> into(field.getGenericType(), path + "/" + Pattern.quote(field.getName())));
                if (type.isSealed()) {
                    for (var permitted : Objects.requireNonNull(type.getPermittedSubclasses())) {
                        into(permitted, path);
                    }
                }
            }
        }
    }
}
