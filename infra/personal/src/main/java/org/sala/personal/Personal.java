package org.sala.personal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something personal in an event: in clear for whoever may see it, else a placeholder that says why not.
 *
 * <p>As JSON one of three objects. In memory {@code {"clear": …}} or {@code {"hidden": "ERASED"}}; wherever an event is
 * kept or sent {@code {"sealed": "…", "key": "…"}}, which a reader without keys reads as a placeholder.
 *
 * @param <T> a value whose own {@code toString} shows nothing
 */
public sealed interface Personal<T> {

    /** It may be seen here. */
    record Clear<T>(@JsonProperty("clear") T value) implements Personal<T> {

        @Override
        public String toString() {
            return "Personal[not shown]";
        }
    }

    /** It can't be seen here. */
    record Hidden<T>(@JsonProperty("hidden") Reason reason) implements Personal<T> {

        @Override
        public String toString() {
            return "Personal[" + reason + "]";
        }
    }

    /** Why something personal can't be seen. */
    enum Reason {
        /** It is encrypted, and this reader has no keys. */
        SEALED,
        /** The person was erased: nobody can ever see it again. */
        ERASED,
        /** The person's key is not where keys are kept, though nobody was erased. */
        KEY_LOST,
        /** The key that people's keys are wrapped with is not the right one, or not there. */
        MASTER_KEY_MISSING,
        /** It was encrypted for another event, another place in it, or another person. */
        MOVED,
        /** It is not what was encrypted. */
        ALTERED
    }

    /** Something that may be seen. */
    static <T> Personal<T> of(T value) {
        return new Clear<>(value);
    }

    /** A placeholder. */
    static <T> Personal<T> hidden(Reason reason) {
        return new Hidden<>(reason);
    }

    /** As it stands in JSON. What is neither clear nor says why it is hidden is sealed. */
    @JsonCreator
    static <T> Personal<T> read(
            @JsonProperty("clear") @Nullable T clear, @JsonProperty("hidden") @Nullable Reason hidden) {
        if (clear != null) {
            return new Clear<>(clear);
        }
        return new Hidden<>(hidden == null ? Reason.SEALED : hidden);
    }

    /** What it is, where it may be seen. */
    default Optional<T> shown() {
        return switch (this) {
            case Clear<T>(var value) -> Optional.of(value);
            case Hidden<T> _ -> Optional.empty();
        };
    }
}
