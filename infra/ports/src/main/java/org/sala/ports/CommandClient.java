package org.sala.ports;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks another module over HTTP, as whoever the token speaks for. {@link #send} has the shape of an api's port, so that
 * a port over HTTP is one line:
 *
 * <pre>{@code
 * RegistrationPort port = new CommandClient(
 *                 url, (reason, details) -> new RegistrationRejected(Reason.valueOf(reason), details))
 *         ::send;
 * }</pre>
 *
 * <p>Safe to use from many threads; connections are kept between calls.
 */
public final class CommandClient implements AutoCloseable {

    private static final Duration TO_CONNECT = Duration.ofSeconds(2);
    private static final Duration TO_ANSWER = Duration.ofSeconds(15);

    private final URI base;
    private final BiFunction<String, Map<String, String>, ? extends RuntimeException> rejected;
    private final Supplier<Locale> language;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TO_CONNECT)
            .build();
    private final JsonMapper mapper = JsonMapper.builder()
            // the other module may be newer than this one
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** As the other constructor, in English. */
    public CommandClient(URI base, BiFunction<String, Map<String, String>, ? extends RuntimeException> rejected) {
        this(base, rejected, () -> Locale.ENGLISH);
    }

    /**
     * A client of one module.
     *
     * @param base the module's address, such as {@code http://127.0.0.1:8081}
     * @param rejected makes the context's own exception of a reason code and its details; throws {@link
     *     IllegalArgumentException} where it doesn't know the reason
     * @param language in which the module is asked to say no
     */
    public CommandClient(
            URI base,
            BiFunction<String, Map<String, String>, ? extends RuntimeException> rejected,
            Supplier<Locale> language) {
        this.base = base;
        this.rejected = rejected;
        this.language = language;
    }

    /**
     * Sends a command. Returns when it is decided and stored.
     *
     * @param command a record whose {@link JsonTypeName} is its name over HTTP
     * @throws NotSignedIn where the module doesn't take the token
     * @throws PortUnreachable where it can't be asked, or its answer makes no sense; asking again is safe
     */
    public void send(Object command, String accessToken) {
        var name = command.getClass().getAnnotation(JsonTypeName.class);
        if (name == null) {
            throw new IllegalArgumentException(command.getClass().getName() + " has no name over HTTP");
        }
        exchange(posting("/commands/" + name.value(), command, accessToken));
    }

    private HttpRequest.Builder posting(String path, Object body, String accessToken) {
        return request(path, accessToken)
                .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE)
                .POST(HttpRequest.BodyPublishers.ofByteArray(mapper.writeValueAsBytes(body)));
    }

    /**
     * Asks a query.
     *
     * @param path with its query string, from the first {@code /}
     * @param answer the type of what is answered
     * @throws NotSignedIn where the module doesn't take the token
     * @throws PortUnreachable where it can't be asked, or its answer makes no sense
     */
    public <T> T ask(String path, TypeReference<T> answer, String accessToken) {
        return read(exchange(request(path, accessToken).GET()), answer);
    }

    /**
     * The same of a query that has a body, since what it asks with has no place in an address.
     *
     * @param question goes as JSON
     */
    public <T> T ask(String path, Object question, TypeReference<T> answer, String accessToken) {
        return read(exchange(posting(path, question, accessToken)), answer);
    }

    private <T> T read(byte[] json, TypeReference<T> answer) {
        try {
            return mapper.readValue(json, answer);
        } catch (JacksonException e) {
            throw new PortUnreachable(base, "an answer that is not of the form asked for", null);
        }
    }

    @Override
    public void close() {
        http.close();
    }

    private HttpRequest.Builder request(String path, String accessToken) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(TO_ANSWER)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + accessToken)
                .header(HttpHeaders.ACCEPT_LANGUAGE, language.get().toLanguageTag())
                .header(
                        HttpHeaders.ACCEPT,
                        MediaType.APPLICATION_JSON_VALUE + ", " + MediaType.APPLICATION_PROBLEM_JSON_VALUE)
                .header(Correlation.HEADER, Correlation.current());
    }

    private byte[] exchange(HttpRequest.Builder request) {
        HttpResponse<byte[]> response;
        try {
            response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new PortUnreachable(base, "no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PortUnreachable(base, "interrupted while asking", e);
        }
        if (response.statusCode() == 200 || response.statusCode() == 204) {
            return response.body();
        }
        if (response.statusCode() == 401) {
            throw new NotSignedIn();
        }
        throw refusal(response.statusCode(), response.body());
    }

    private RuntimeException refusal(int status, byte[] body) {
        try {
            var problem = mapper.readTree(body);
            if (problem.path("type").asString("").startsWith(ProblemAnswers.REFUSAL)) {
                return rejected.apply(problem.path("reason").asString(""), details(problem));
            }
        } catch (JacksonException | IllegalArgumentException e) {
            // no problem detail of ours, or of a newer context: told below by its status
        }
        return new PortUnreachable(base, "answered with status " + status, null);
    }

    private static Map<String, String> details(JsonNode problem) {
        var details = new LinkedHashMap<String, String>();
        problem.path("details")
                .properties()
                .forEach(entry -> details.put(entry.getKey(), entry.getValue().asString("")));
        return details;
    }
}
