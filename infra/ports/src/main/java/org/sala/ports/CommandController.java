package org.sala.ports;

import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A context's commands over HTTP. Hidden from the scan for OpenAPI, which describes each command by itself. */
@Hidden
@RestController
final class CommandController<C> {

    /** The longest command, in bytes; two consent texts of 10,000 Khmer letters are about 60,000. */
    static final int LONGEST = 64 * 1024;

    private final CommandDoor<C> door;
    private final CommandDecoder<C> decoder;

    CommandController(CommandDoor<C> door, CommandDecoder<C> decoder) {
        this.door = door;
        this.decoder = decoder;
    }

    @PostMapping(path = "/commands/{name}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void send(@PathVariable String name, InputStream body, @AuthenticationPrincipal Jwt token) {
        var type = decoder.typeOf(name);
        if (type == null) {
            throw new CommandUnknown();
        }
        door.send().accept(decoder.decode(type, whole(body, LONGEST)), token.getTokenValue());
    }

    /** All of a body that isn't longer than that. */
    static byte[] whole(InputStream body, int longest) {
        try {
            var json = body.readNBytes(longest + 1);
            if (json.length > longest) {
                throw new TooLarge();
            }
            return json;
        } catch (IOException e) {
            throw new CallerGone(e);
        }
    }

    /** No command has that name. */
    static final class CommandUnknown extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;
    }

    /** Nobody has that much to ask. */
    static final class TooLarge extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;
    }

    /** The caller left before the command was whole, as a phone in a lift does. Nobody's fault, and nobody is listening. */
    static final class CallerGone extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;

        CallerGone(IOException cause) {
            super(cause);
        }
    }
}
