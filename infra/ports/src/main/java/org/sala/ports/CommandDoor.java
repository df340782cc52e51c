package org.sala.ports;

import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * What a context declares, as one Spring bean, so that its commands can be asked over HTTP at {@code POST
 * /commands/{name}}: the names come from the commands' {@code @JsonTypeName}.
 *
 * @param <C> the context's sealed command interface
 * @param context the context's name, such as {@code registration}
 * @param commands the sealed command interface
 * @param send the context's port: the command and the caller's access token
 * @param refusal turns the context's own exception into a {@link Refusal}; null for any other exception
 * @param words base name of the resource bundle with the words of each reason
 */
public record CommandDoor<C>(
        String context,
        Class<C> commands,
        BiConsumer<C, String> send,
        Function<Throwable, @org.jspecify.annotations.Nullable Refusal> refusal,
        String words) {

    /**
     * A refusal as it goes over the wire.
     *
     * @param reason the stable reason code
     * @param kind which HTTP status tells it
     * @param details arguments of the words, by name
     */
    public record Refusal(String reason, Kind kind, Map<String, String> details) {}

    /** Kinds of refusals: 422, 403, 404 and 409. */
    public enum Kind {
        MALFORMED,
        NOT_ALLOWED,
        UNKNOWN,
        CONFLICT
    }
}
