package org.sala.ports;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads many commands of one kind that come in one request, each as strictly as if it came by itself. A bean beside a
 * context's {@link CommandDoor}.
 *
 * @param <C> the context's commands
 */
public final class CommandBatches<C> {

    private final CommandDecoder<C> decoder;
    private final JsonMapper mapper = StrictJson.mapper();

    CommandBatches(CommandDecoder<C> decoder) {
        this.decoder = decoder;
    }

    /**
     * Reads a JSON array of commands.
     *
     * @param longest in bytes; what is longer is answered with 413, what is no array of JSON with 400
     * @return for each in order, the command; empty where it is malformed
     */
    public <T extends C> List<Optional<T>> read(Class<T> type, InputStream body, int longest) {
        var commands = new ArrayList<Optional<T>>();
        for (var json : elements(CommandController.whole(body, longest))) {
            commands.add(decoded(type, json));
        }
        return commands;
    }

    private List<byte[]> elements(byte[] body) {
        try {
            var array = mapper.readTree(body);
            if (!array.isArray()) {
                throw new CommandDecoder.NotJson();
            }
            return array.valueStream().map(mapper::writeValueAsBytes).toList();
        } catch (JacksonException e) {
            throw new CommandDecoder.NotJson();
        }
    }

    private <T extends C> Optional<T> decoded(Class<T> type, byte[] json) {
        try {
            return Optional.of(type.cast(decoder.decode(type, json)));
        } catch (CommandDecoder.Malformed e) {
            return Optional.empty();
        }
    }
}
