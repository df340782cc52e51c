package org.sala.ports;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Says no over HTTP: a problem detail (RFC 9457) in the caller's language, the same from a filter and a controller. */
final class ProblemAnswers {

    /** Begins the {@code type} of a refusal by a context, followed by its name and the reason. */
    static final String REFUSAL = "urn:sala:refusal:";

    private static final String PROBLEM = "urn:sala:problem:";

    private final String context;
    private final Words refusals;
    private final Words problems = new Words("org.sala.ports.Problems", ProblemAnswers.class.getClassLoader());
    private final JsonMapper mapper = new JsonMapper();

    ProblemAnswers(String context, Words refusals) {
        this.context = context;
        this.refusals = refusals;
    }

    /** The context's own refusal. */
    void refuse(HttpServletRequest request, HttpServletResponse response, CommandDoor.Refusal refusal)
            throws IOException {
        var language = Words.languageFor(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        answer(
                response,
                statusOf(refusal.kind()),
                REFUSAL + context + ":" + refusal.reason(),
                problems.of("title." + refusal.kind(), Map.of(), language),
                refusals.of(refusal.reason(), refusal.details(), language),
                refusal.reason(),
                refusal.details(),
                language);
    }

    /** Something that never reached the context. */
    void tell(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        var language = Words.languageFor(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        var details =
                problem == Problem.FAULT ? Map.of("correlation", Correlation.current()) : Map.<String, String>of();
        answer(
                response,
                problem.status(),
                PROBLEM + problem,
                problems.of("title." + problem, Map.of(), language),
                problems.of(problem.name(), details, language),
                problem.name(),
                details,
                language);
    }

    /** No valid token, with the challenge that RFC 6750 asks for; nothing of why. */
    void notSignedIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        tell(request, response, Problem.NOT_SIGNED_IN);
    }

    private static int statusOf(CommandDoor.Kind kind) {
        return switch (kind) {
            case MALFORMED -> 422;
            case NOT_ALLOWED -> 403;
            case UNKNOWN -> 404;
            case CONFLICT -> 409;
        };
    }

    private void answer(
            HttpServletResponse response,
            int status,
            String type,
            String title,
            String detail,
            String reason,
            Map<String, String> details,
            Locale language)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        var body = new LinkedHashMap<String, Object>();
        body.put("type", type);
        body.put("title", title);
        body.put("status", status);
        body.put("detail", detail);
        body.put("reason", reason);
        body.put("details", new TreeMap<>(details));
        var json = mapper.writeValueAsBytes(body);
        response.resetBuffer();
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag());
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentLength(json.length);
        response.getOutputStream().write(json);
    }
}
