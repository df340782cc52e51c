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
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.sala.personal.Personal;
import org.sala.personal.PersonalDataOf;
import org.sala.personal.PersonalKind;

/** What is known of a type that holds something personal. */
final class PersonalType {

    /** More places than a type has, unless it has lists of many, of which each item is a place. */
    private static final int ASKED_AT_MOST = 1_000;

    private final List<String> persons;
    private final List<KindAt> kinds;
    private final Map<String, Optional<String>> asked = new ConcurrentHashMap<>();

    private PersonalType(List<String> persons, List<KindAt> kinds) {
        this.persons = List.copyOf(persons);
        this.kinds = List.copyOf(kinds);
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

    /** Where in the JSON the person's id stands, as JSON pointers; the first that leads to an id counts. */
    List<String> persons() {
        return persons;
    }

    /** Whose the key is that what stands at a place is sealed with: the person's own where the place is of no kind. */
    KeyId keyAt(String path, String person) {
        var known = asked.get(path);
        if (known == null) {
            known = kindAt(path);
            if (asked.size() < ASKED_AT_MOST) {
                asked.put(path, known);
            }
        }
        return new KeyId(person, known.orElse(null));
    }

    private Optional<String> kindAt(String path) {
        return kinds.stream()
                .filter(each -> each.path().matcher(path).matches())
                .map(KindAt::kind)
                .findFirst();
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
