package org.sala.ports;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.io.Serial;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/** The commands of one context by their names, and their JSON, read strictly. */
final class CommandDecoder<C> {

    private static final Pattern FIELD_NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,39}");

    private final Map<String, Class<? extends C>> types = new LinkedHashMap<>();
    private final JsonMapper mapper = StrictJson.mapper();

    /**
     * @throws IllegalArgumentException where a command has no name, or two have the same
     */
    CommandDecoder(Class<C> sealedCommands) {
        collect(sealedCommands, sealedCommands);
    }

    private void collect(Class<?> type, Class<C> root) {
        if (type.isSealed()) {
            for (var permitted : type.getPermittedSubclasses()) {
                collect(permitted, root);
            }
            return;
        }
        var name = type.getAnnotation(JsonTypeName.class);
        if (name == null || types.putIfAbsent(name.value(), type.asSubclass(root)) != null) {
            throw new IllegalArgumentException(type.getName() + " has no name of its own as a command");
        }
    }

    /** Every command's name and record, in the order of declaration. */
    Map<String, Class<? extends C>> types() {
        return Collections.unmodifiableMap(types);
    }

    /** The record that a name stands for; null where there is none. */
    @Nullable
    Class<? extends C> typeOf(String name) {
        return types.get(name);
    }

    /**
     * Reads a command.
     *
     * @throws NotJson where the bytes are no JSON at all
     * @throws Malformed where a field is unknown, missing or of another type, or its record refused it
     */
    C decode(Class<? extends C> type, byte[] json) {
        try {
            var command = mapper.readValue(json, type);
            if (command == null) {
                throw new Malformed("command", null);
            }
            return command;
        } catch (DatabindException | InputCoercionException e) {
            // the latter: a number too large for its field
            throw new Malformed(fieldOf(e), e.getCause());
        } catch (JacksonException e) {
            // no JSON, or no text in UTF-8
            throw new NotJson();
        }
    }

    /**
     * Where in the command it failed, such as {@code days[1].seats}. Names of a record's components, and what could be
     * one: any other key is the sender's own, and may be about a person.
     */
    private static String fieldOf(JacksonException fault) {
        var path = new StringBuilder();
        for (var step : fault.getPath()) {
            if (step.getIndex() >= 0) {
                path.append('[').append(step.getIndex()).append(']');
            } else if (isComponent(step.from(), step.getPropertyName())) {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            } else {
                if (fault instanceof UnrecognizedPropertyException unknown) {
                    var name = unknown.getPropertyName();
                    path.append(path.isEmpty() ? "" : ".")
                            .append(FIELD_NAME.matcher(name).matches() ? name : "?");
                }
                break;
            }
        }
        return path.isEmpty() ? "command" : path.toString();
    }

    private static boolean isComponent(@Nullable Object from, @Nullable String name) {
        if (!(from instanceof Class<?> type) || !type.isRecord()) {
            return false;
        }
        for (var component : type.getRecordComponents()) {
            if (component.getName().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** The bytes are no JSON. */
    static final class NotJson extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;

        NotJson() {
            super("not JSON", null, false, false);
        }
    }

    /** JSON, and not of the command's form. */
    static final class Malformed extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;

        private final String field;

        /**
         * @param cause what the record itself threw, if it did; Jackson's own message quotes values and is left behind
         */
        Malformed(String field, @Nullable Throwable cause) {
            super("malformed", cause, false, false);
            this.field = field;
        }

        String field() {
            return field;
        }
    }
}
