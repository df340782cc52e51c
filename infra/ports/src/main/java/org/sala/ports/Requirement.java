package org.sala.ports;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Which components of a record have to be there: those that JSpecify doesn't call nullable. */
final class Requirement {

    private Requirement() {}

    /** Whether the type is a record that speaks about null. */
    static boolean isKnownFor(Class<?> type) {
        return type.isRecord()
                && (type.isAnnotationPresent(NullMarked.class)
                        || type.getPackage().isAnnotationPresent(NullMarked.class));
    }

    /** Whether a component has to be there. Asked of the record, since a compact constructor repeats no annotation. */
    static boolean of(Class<?> record, int component) {
        return !record.getRecordComponents()[component].getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
