package org.sala.testing;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Objects;

/** What a command or an event is called outside its process. */
final class WireName {

    private WireName() {}

    static String of(Class<?> type) {
        return Objects.requireNonNull(type.getAnnotation(JsonTypeName.class), type::getName)
                .value();
    }
}
